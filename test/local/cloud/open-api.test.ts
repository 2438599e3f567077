import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { type Done, type Fields, inFunction, type Sdk } from './support/in-function'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud
let dataRoot: string

const start = () => startTestCloud({ dataRoot, eventsFunction: 'events', mediaCheckMilliseconds: 60_000 })

beforeAll(async () => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  cloud = await start()
})

beforeEach(async () => {
  cloud.database.clear('notes')
  cloud.outbox.clear()
  await cloud.call('li', 'str', {})
})

afterAll(async () => {
  await cloud.stop()
  rmSync(dataRoot, { recursive: true })
})

interface Asked {
  family: string
  name: string
  data: Fields
}

/** What function code sees of `cloud.openapi.<family>.<name>(data)`. */
const ask = (family: string, name: string, data: Fields, functionName = 'permitted'): Promise<Done<Fields>> =>
  inFunction(
    cloud,
    async ({ cloud: sdk }: Sdk, asked: Asked) => {
      const answer = await sdk.openapi[asked.family]?.[asked.name]?.(asked.data)
      const file = answer?.['buffer']
      return { ...answer, ...(file instanceof Buffer && { buffer: file.toString('base64') }) }
    },
    { family, name, data },
    functionName,
  )

const outcomeOf = ({ error, value }: Done<Fields>) => error?.errCode ?? value?.['errCode']

const anyTrace: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)

const text = (content: string, more: Fields = {}) => ({ content, version: 2, scene: 2, openid: 'oLiHua', ...more })

describe('security.msgSecCheck', () => {
  test.each([
    ['天更蓝，水更清', { suggest: 'pass', label: 100 }],
    [`一句${VERDICT_MARKS.review}话`, { suggest: 'review', label: 21000 }],
    [`一句${VERDICT_MARKS.risky}话`, { suggest: 'risky', label: 21000 }],
  ])('%s', async (content, result) => {
    const { value } = await ask('security', 'msgSecCheck', text(content))
    expect(value).toEqual({
      result,
      detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
      traceId: anyTrace,
      errMsg: 'openapi.security.msgSecCheck:ok',
      errCode: 0,
    })
  })

  test.each<[string, Fields, number]>([
    ['the longest text', text('字'.repeat(2500)), 0],
    ['a text beyond it', text('字'.repeat(2501)), 45002],
    ['nobody', text('x', { openid: undefined }), 40003],
    ['somebody who was never here', text('x', { openid: 'oWangFang' }), 61010],
    ['no text', { version: 2 }, 44002],
    ['the first version, plain', { content: 'x' }, 0],
    ['the first version, marked', { content: VERDICT_MARKS.risky }, 87014],
  ])('%s has an answer of its own', async (_, data, errCode) => {
    expect(outcomeOf(await ask('security', 'msgSecCheck', data))).toBe(errCode)
  })

  test('a person counts as present for two hours', async () => {
    const begin = cloud.clock.now()
    const outcomes = []
    for (const minutes of [0, 119, 121]) {
      cloud.clock.freeze(begin)
      await cloud.call('wang', 'str', {})
      cloud.clock.freeze(begin + minutes * 60_000)
      outcomes.push(outcomeOf(await ask('security', 'msgSecCheck', text('x', { openid: 'oWangFang' }))))
    }
    cloud.clock.real()
    expect(outcomes).toEqual([0, 0, 61010])
  })
})

test('a function may call what its configuration lists, and nothing that does not exist', async () => {
  const refusals = [
    await ask('security', 'msgSecCheck', text('x'), 'run'),
    await ask('customerServiceMessage', 'send', {}, 'permitted'),
    await ask('customerServiceMessage', 'send', {}, 'run'),
  ]
  expect(refusals.map(({ error }) => [error?.errCode, error?.errMsg])).toEqual([
    [-604101, 'system error: error code: -604101'],
    [-604100, 'system error: error code: -604100'],
    [-604100, 'system error: error code: -604100'],
  ])
})

test('the bytes of an image are checked as they are', async () => {
  const check = (marked: boolean) =>
    inFunction(
      cloud,
      ({ cloud: sdk }: Sdk, content: string) =>
        sdk.openapi['security']?.['imgSecCheck']?.({
          media: {
            contentType: 'image/png',
            value: Buffer.concat([Buffer.from([0, 255, 13, 10, 45, 45]), Buffer.from(content)]),
          },
        }) ?? Promise.reject(new Error('no such API')),
      marked ? VERDICT_MARKS.risky : 'plain',
      'permitted',
    )
  expect([outcomeOf(await check(false)), outcomeOf(await check(true))]).toEqual([0, 87014])
})

describe('security.mediaCheckAsync', () => {
  async function urlOf(content: string): Promise<string> {
    const { value } = await inFunction(
      cloud,
      async ({ cloud: sdk }: Sdk, bytes: string) => {
        const { fileID } = await sdk.uploadFile({ cloudPath: 'checked.png', fileContent: Buffer.from(bytes) })
        return (await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })).fileList[0]?.['tempFileURL']
      },
      content,
    )
    return String(value)
  }

  const media = (url: string) => ({ media_url: url, media_type: 2, version: 2, scene: 1, openid: 'oLiHua' })
  const toldEvents = () => cloud.database.find('notes').map(({ event, openId, source }) => ({ event, openId, source }))

  test.each<[string, string, Fields]>([
    ['a plain picture', 'bytes', { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }],
    [
      'a marked picture',
      `bytes ${VERDICT_MARKS.review}`,
      { errcode: 0, errmsg: 'ok', result: { suggest: 'review', label: 21000 } },
    ],
  ])('of %s the verdict comes later, as an event', async (_, content, verdict) => {
    cloud.clock.freeze(1_800_000_000_500)
    await cloud.call('li', 'str', {})
    const { value } = await ask('security', 'mediaCheckAsync', media(await urlOf(content)))
    expect(value).toMatchObject({ errCode: 0, traceId: anyTrace })
    expect(toldEvents()).toEqual([])
    await cloud.mediaChecks.settle()
    await cloud.mediaChecks.settle()
    cloud.clock.real()
    expect(toldEvents()).toEqual([
      {
        event: {
          ToUserName: 'gh_000000000001',
          FromUserName: 'oLiHua',
          CreateTime: 1_800_000_000,
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: 'wx0000000000000001',
          trace_id: value?.['traceId'],
          version: 2,
          ...verdict,
          detail: [{ strategy: 'content_model', errcode: 0, prob: 90, ...Object(verdict['result']) }],
        },
        openId: 'oLiHua',
        source: 'wx_unknown',
      },
    ])
  })

  test('an address that has ended by then cannot be fetched', async () => {
    const now = cloud.clock.now()
    await ask('security', 'mediaCheckAsync', media(await urlOf('bytes')))
    cloud.clock.set(now + 120_000)
    await cloud.mediaChecks.settle()
    cloud.clock.real()
    expect(toldEvents()).toMatchObject([{ event: { errcode: -1008, errmsg: 'download failed', detail: [] } }])
  })

  test('a verdict that was still to come outlives the process', async () => {
    const { value } = await ask('security', 'mediaCheckAsync', media('https://example.com/a.png'))
    await cloud.stop()
    cloud = await start()
    await cloud.mediaChecks.settle()
    expect(toldEvents()).toMatchObject([{ event: { trace_id: value?.['traceId'], result: { suggest: 'pass' } } }])
  })

  test.each<[string, Fields, number]>([
    ['no address', { ...media('x'), media_url: undefined }, 47001],
    ['a video', { ...media('https://example.com/a.mp4'), media_type: 3 }, 47001],
    ['a stranger', { ...media('https://example.com/a.png'), openid: 'oNobody' }, 61010],
  ])('%s is refused', async (_, data, errCode) => {
    expect(outcomeOf(await ask('security', 'mediaCheckAsync', data))).toBe(errCode)
  })
})

describe('subscribeMessage.send', () => {
  const message = (fields: Record<string, string>, more: Fields = {}) => ({
    touser: 'oWangFang',
    templateId: 'T-review',
    page: 'packages/review/desk',
    data: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
    ...more,
  })
  const accept = (templateIds: string[], persona = 'wang') =>
    sendJson(`${cloud.url}/subscriptions`, { templateIds }, { 'x-persona': persona })
  const sendIt = (data: Fields) => ask('subscribeMessage', 'send', data)

  test('one agreement is one message, for one person and one template, and both are kept', async () => {
    const before = await sendIt(message({ thing1: '初审' }))
    expect(before.error?.errMsg).toBe('openapi.subscribeMessage.send:fail user refuse to accept the msg')
    expect(await accept(['T-review', 'T-other'])).toEqual({ remaining: { 'T-other': 1, 'T-review': 1 } })
    await cloud.stop()
    cloud = await start()
    cloud.clock.freeze(1_800_000_000_000)
    const outcomes = [before]
    for (const more of [{ touser: 'oLiHua' }, { templateId: 'T-third' }, {}, {}])
      outcomes.push(await sendIt(message({ thing1: '初审', date2: '2026年6月30日' }, more)))
    cloud.clock.real()
    expect(outcomes.map(outcomeOf)).toEqual([43101, 43101, 43101, 0, 43101])
    expect(cloud.outbox.messages()).toEqual([
      {
        sentAt: 1_800_000_000_000,
        toUser: 'oWangFang',
        template: 'T-review',
        page: 'packages/review/desk',
        fields: { thing1: '初审', date2: '2026年6月30日' },
        functionName: 'permitted',
      },
    ])
    expect(cloud.subscriptions.of('oWangFang')).toEqual({ 'T-other': 1, 'T-review': 0 })
  })

  test('of many messages at once no more go out than were agreed to', async () => {
    for (let times = 0; times < 3; times++) cloud.subscriptions.accept('oWangFang', 'T-many')
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => sendIt(message({ thing1: 'x' }, { templateId: 'T-many' }))),
    )
    const count = (code: number) => sent.filter(done => outcomeOf(done) === code).length
    expect([count(0), count(43101), cloud.outbox.messages().length]).toEqual([3, 17, 3])
  })

  test.each([
    ['thing1', '二十个字二十个字二十个字二十个字二十个字', '二十个字二十个字二十个字二十个字二十个字一'],
    ['number2', '12.5', '十二'],
    ['letter3', 'ABC', 'A1'],
    ['character_string4', 'No.2026-01', '编号一'],
    ['phrase5', '审核通过', '审核已经通过了'],
    ['symbol6', '!!!!!', '!!!!!!'],
    ['name7', '李华', '一二三四五六七八九十百'],
    ['time8', '2026年6月30日 12:00', ''],
  ])('%s takes %p and refuses %p without using an agreement up', async (field, right, wrong) => {
    const template = `T-${field}`
    cloud.subscriptions.accept('oWangFang', template)
    const refused = await sendIt(message({ [field]: wrong }, { templateId: template }))
    expect([refused.error?.errCode, refused.error?.errMsg]).toEqual([
      47003,
      `openapi.subscribeMessage.send:fail argument invalid! data.${field}.value invalid`,
    ])
    expect(outcomeOf(await sendIt(message({ [field]: right }, { templateId: template })))).toBe(0)
  })

  test.each<[string, Fields, number]>([
    ['nobody', { touser: '' }, 40003],
    ['no template', { templateId: undefined }, 40037],
    ['no data', { data: undefined }, 47003],
  ])('a message for %s is refused', async (_, more, errCode) => {
    expect(outcomeOf(await sendIt(message({}, more)))).toBe(errCode)
  })

  test('an agreement needs a person, and five templates at most', async () => {
    const six = ['1', '2', '3', '4', '5', '6']
    expect([await accept(['T'], 'nobody'), await accept(six)]).toEqual([
      { errCode: -1, errMsg: 'local cloud: nobody is on this phone' },
      { errCode: -1, errMsg: 'local cloud: templateIds has to name at most 5' },
    ])
    const { text: told } = await send(`${cloud.url}/subscriptions`, { headers: { 'x-persona': 'li' } })
    expect(JSON.parse(told)).toEqual({ remaining: {} })
  })
})

describe('wxacode.getUnlimited', () => {
  /** The chunks of a PNG by name, each with its checksum proved. */
  function chunksOf(png: Buffer): Record<string, Buffer> {
    expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
    const chunks: Record<string, Buffer> = {}
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at)
      const body = png.subarray(at + 4, at + 8 + length)
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body))
      chunks[body.subarray(0, 4).toString()] = body.subarray(4)
      at += length + 12
    }
    return chunks
  }

  test('answers a PNG of the wanted size that names page and scene', async () => {
    const { value } = await ask('wxacode', 'getUnlimited', { scene: 'a=1&b=2', page: 'pages/quiz/quiz', width: 280 })
    expect(value).toMatchObject({ contentType: 'image/png', errCode: 0 })
    const { IHDR, tEXt } = chunksOf(Buffer.from(String(value?.['buffer']), 'base64'))
    expect([IHDR?.readUInt32BE(0), IHDR?.readUInt32BE(4)]).toEqual([280, 280])
    expect(tEXt?.toString()).toBe('mini-program-code\0{"page":"pages/quiz/quiz","scene":"a=1&b=2"}')
  })

  test.each<[string, Fields, number]>([
    ['the longest scene', { scene: 'x'.repeat(32) }, 0],
    ['a longer one', { scene: 'x'.repeat(33) }, 40129],
    ['an empty one', { scene: '' }, 40129],
    ['a Chinese one', { scene: '答题' }, 40129],
    ['no scene', {}, 40097],
    ['a page with a slash before it', { scene: 'a', page: '/pages/quiz' }, 41030],
    ['a page with parameters', { scene: 'a', page: 'pages/quiz?x=1' }, 41030],
    ['a picture too small', { scene: 'a', width: 279 }, 40097],
    ['a picture too large', { scene: 'a', width: 1281 }, 40097],
  ])('%s has an answer of its own', async (_, data, errCode) => {
    expect(outcomeOf(await ask('wxacode', 'getUnlimited', data))).toBe(errCode)
  })
})

test('the APIs in JSON and the data behind cloud ids have the platform’s shapes', async () => {
  const seen = await inFunction(
    cloud,
    async ({ cloud: sdk }: Sdk, risky: string) => [
      await sdk.callOpenAPI({ api: 'security.msgSecCheck', data: { content: risky } }),
      await sdk.callOpenAPI({ api: 'foo.bar', data: {} }),
      await sdk.getOpenData({ list: ['unknown'] }),
    ],
    VERDICT_MARKS.risky,
    'permitted',
  )
  expect(seen.error).toBe(undefined)
  expect(seen.value).toEqual([
    { result: { errcode: 87014, errmsg: 'risky content' }, errMsg: 'callOpenAPI:ok' },
    { result: { errcode: -604100, errmsg: 'system error' }, errMsg: 'callOpenAPI:ok' },
    {
      list: [{ cloudID: 'unknown', errCode: -601006, errMsg: 'cloudID not found or expired' }],
      errMsg: 'getOpenData:ok',
      errCode: 0,
    },
  ])
})

test('open data that the options know is told', async () => {
  const knowing = await startTestCloud({
    openData: id => (id === 'phone' ? { phoneNumber: '13800000000' } : undefined),
  })
  try {
    const { value } = await inFunction(knowing, ({ cloud: sdk }: Sdk) => sdk.getOpenData({ list: ['phone', 'x'] }))
    expect(value).toMatchObject({
      list: [
        { cloudID: 'phone', data: { phoneNumber: '13800000000' } },
        { cloudID: 'x', errCode: -601006 },
      ],
    })
  } finally {
    await knowing.stop()
  }
})
