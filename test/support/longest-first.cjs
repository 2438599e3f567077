const { statSync } = require('node:fs')

/** Where tests take long, the longest first; what is not named comes last. */
const LONG = [
  '/journeys/appearance',
  '/release/devtools',
  '/journeys/',
  '/local/inspect/page',
  '/local/phone/',
  '/release/',
  '/cloudfunctions/',
]

const place = ({ path }) => {
  const found = LONG.findIndex(part => path.includes(part))
  return found < 0 ? LONG.length : found
}

/** Starts long files first, also in a fresh clone: the last one to start is the one that everybody waits for. */
module.exports = class LongestFirst {
  sort(tests) {
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]))
    return [...tests].sort((one, other) => place(one) - place(other) || size.get(other.path) - size.get(one.path))
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, at) => at % shardCount === shardIndex - 1)
  }

  allFailedTests(tests) {
    return tests
  }

  cacheResults() {}
}
