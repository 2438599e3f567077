// The same as `run`, with the permissions of its own config.json.
exports.main = require('../run').main
