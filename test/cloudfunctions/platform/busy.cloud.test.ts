import { isBusy } from '../../../cloudfunctions/platform/database-failure'

/** As the SDK throws them: a plain error with a number from documents and collections, its own error from aggregates. */
const thrown = (fields: object) => Object.assign(new Error('errMsg' in fields ? String(fields.errMsg) : ''), fields)

test.each([
  ['the request limit', { errCode: -501003, errMsg: 'document.get:fail -501003 exceed request limit' }],
  ['the limit of connections', { errCode: -501004, errMsg: 'collection.get:fail -501004 exceed concurrent limit' }],
  ['the server’s time', { errCode: -501002, errMsg: 'collection.get:fail -501002 server timeout' }],
  ['the rate limit, by name only', { errCode: -501001, errMsg: 'fail [LimitExceeded] EXCEED_RATELIMIT' }],
  ['the limit, from an aggregate', { code: 'EXCEED_REQUEST_LIMIT', errCode: -1, errMsg: 'collection.aggregate:fail' }],
])('%s is busy: asked again, it may work', (_name, fields) => {
  expect(isBusy(thrown(fields))).toBe(true)
})

test.each([
  ['a missing collection', thrown({ errCode: -502005, errMsg: 'Db or Table not exist' })],
  ['a duplicate', thrown({ errCode: -502001, errMsg: 'E11000 duplicate key error' })],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['nothing', undefined],
])('%s is not', (_name, error) => {
  expect(isBusy(error)).toBe(false)
})
