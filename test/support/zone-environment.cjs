const { TestEnvironment } = require('jest-environment-node')

/** A node environment whose whole process stands in the time zone the project names. */
module.exports = class ZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    process.env.TZ = config.projectConfig.testEnvironmentOptions.timezone // before the environment copies process.env
    super(config, context)
  }
}
