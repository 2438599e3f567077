import { failureCode } from '../../../miniprogram/services/cloud-failure'

const PREFIX = 'cloud.callFunction:fail Error: '

test.each([
  ['a lost network', { errMsg: `${PREFIX}request:fail net::ERR_INTERNET_DISCONNECTED` }, 'network-lost'],
  ['a broken connection', { errCode: -1, errMsg: `${PREFIX}socket hang up` }, 'network-lost'],
  [
    'a function over its time',
    { errCode: -504003, errMsg: 'Invoking task timed out after 3 seconds' },
    'cloud-timeout',
  ],
  ['polling without end', { errCode: -404005, errMsg: 'exceed max poll retry' }, 'cloud-timeout'],
  ['an empty poll result', { errCode: -404006, errMsg: 'empty poll result base resp' }, 'cloud-unreachable'],
  ['the request limit', { errCode: -501003, errMsg: 'exceed request limit' }, 'busy'],
  ['the limit of connections', { errCode: -501004, errMsg: 'EXCEED_CONCURRENT_REQUEST_LIMIT' }, 'busy'],
  ['the rate limit without its number', { errCode: -1, errMsg: `${PREFIX}EXCEED_RATELIMIT` }, 'busy'],
  ['a request limit in words', { errMsg: `${PREFIX}exceed request limit` }, 'busy'],
  [
    'a request too large',
    { errCode: -501000, errMsg: 'EXCEED_MAX_PAYLOAD_SIZE larger than 100 KB' },
    'payload-too-large',
  ],
  ['a function that fell', { errCode: -504002, errMsg: 'functions execute fail' }, 'cloud-unreachable'],
  [
    'a function that is not there',
    { errCode: -501000, errMsg: 'FunctionName parameter could not be found' },
    'cloud-unreachable',
  ],
  ['something without words', {}, 'cloud-unreachable'],
  ['no error at all', undefined, 'cloud-unreachable'],
])('%s', (_name, failure, code) => {
  expect(failureCode(failure)).toBe(code)
})
