const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ name, data }) => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  const inner = await cloud.callFunction({ name, data })
  return { openId: OPENID, source: SOURCE, inner: inner.result }
}
