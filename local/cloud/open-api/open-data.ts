import { bytesField, readFields } from './wire'

/** What a phone hid behind a cloud id (`wx.cloud.CloudID`); undefined when there is no such id or it is over. */
export type OpenData = (cloudId: string) => unknown

const CLOUD_ID = 2
const ITEM = 1
const [ITEM_ID, ITEM_JSON] = [1, 2]

/** `getOpenData`: a message with cloud ids is answered with one that has the data of each, as JSON. */
export function answerOpenData(request: Buffer, openData: OpenData): Buffer {
  const ids = readFields(request).flatMap(({ number, value }) =>
    number === CLOUD_ID && value instanceof Buffer ? [value.toString('utf8')] : [],
  )
  return Buffer.concat(ids.map(id => bytesField(ITEM, itemOf(id, openData(id)))))
}

function itemOf(cloudID: string, data: unknown): Buffer {
  const missing = { errCode: -601_006, errMsg: 'cloudID not found or expired' }
  const json = JSON.stringify({ cloudID, ...(data === undefined ? missing : { data }) })
  return Buffer.concat([bytesField(ITEM_ID, cloudID), bytesField(ITEM_JSON, json)])
}
