const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

// Looks twice, with a database operation in between, so that another call could get in the way if it may.
exports.main = async (event, context) => {
  const before = cloud.getWXContext()
  await db.collection('notes').count()
  const after = cloud.getWXContext()
  const variables = context.environ.split(';').filter(pair => pair.startsWith('WX_OPENID='))
  return { before, after, variables, event, context }
}
