exports.main = async event => ({ echo: event, name: 'other' })
