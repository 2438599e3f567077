import { startTestCloud } from './test-cloud'

// A cloud in a process of its own, for tests that kill it. Argument: the data folder. Prints its address.

void startTestCloud({ dataRoot: process.argv[2] ?? 'memory' }).then(({ url }) => {
  process.stdout.write(`${url}\n`)
})
