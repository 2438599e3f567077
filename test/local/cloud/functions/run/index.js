const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })
const db = cloud.database()

// Runs the work a test hands over, inside a real function, on the real SDK.
exports.main = async ({ work, input }) => {
  const run = new Function(`return (${work})`)()
  try {
    return { value: await run({ cloud, db, _: db.command, $: db.command.aggregate }, input) }
  } catch (error) {
    return { error: { code: error.code, errCode: error.errCode, errMsg: error.errMsg, message: error.message } }
  }
}
