const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

// Keeps what it is told, so that a test can read it.
exports.main = async event => {
  const { OPENID = null, SOURCE } = cloud.getWXContext()
  await cloud
    .database()
    .collection('notes')
    .add({ data: { event, openId: OPENID, source: SOURCE } })
  return 'kept'
}
