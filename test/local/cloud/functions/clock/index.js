const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

class Stamp extends Date {}

exports.main = async () => {
  const { _id } = await db
    .collection('notes')
    .add({ data: { at: db.serverDate(), later: db.serverDate({ offset: 60000 }) } })
  const { data } = await db.collection('notes').doc(_id).get()
  return {
    now: Date.now(),
    made: new Date().getTime(),
    stamp: new Stamp().getTime(),
    text: Date.parse(Date()),
    given: new Date(5).getTime(),
    isDate: new Date() instanceof Date && new Stamp() instanceof Stamp,
    server: data.at.getTime(),
    later: data.later.getTime(),
  }
}
