/** Prints the last line of a run: `N passed, N failed`. A suite that could not even start counts as failed. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`)
  }
}
