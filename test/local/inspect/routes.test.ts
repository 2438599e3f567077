import type { Cloud } from '../../../local/cloud/start-cloud'
import { send } from '../cloud/support/http-request'
import { keepFile, startInspected, STING } from './support/inspected'

let cloud: Cloud
let stop: () => Promise<void>

beforeAll(async () => {
  const started = await startInspected()
  cloud = started.cloud
  stop = started.stop
})
beforeEach(() => {
  for (const name of ['notes', 'scores', 'attempts']) cloud.database.clear(name)
})
afterAll(() => stop())

type Asked = Record<string, string>

const address = (name: string, asked: Asked = {}): string =>
  `${cloud.url}/inspect/api/${name}?${new URLSearchParams(asked).toString()}`

async function ask(name: string, asked: Asked = {}, method = 'GET'): Promise<{ status: number; answer: unknown }> {
  const { status, text } = await send(address(name, asked), { method })
  const answer: unknown = JSON.parse(text)
  return { status, answer }
}

/** Anything of this type; jest's own matchers are of no type. */
const A_NUMBER: unknown = expect.any(Number)
const textWith = (part: string): unknown => expect.stringContaining(part)

const answered = async (name: string, asked: Asked = {}, method = 'GET'): Promise<unknown> => {
  const { status, answer } = await ask(name, asked, method)
  expect(status).toBe(200)
  return answer
}

const refused = (status: number, error: string) => ({ status, answer: { error } })

test('collections come with their counts, sizes and indexes', async () => {
  cloud.database.insert('notes', [{ _id: 'a' }, { _id: 'b', text: '云' }])
  const bytes = Buffer.byteLength('{"_id":"a"}{"_id":"b","text":"云"}')
  const index = (name: string, fields: [string, number][], unique = false) => ({ name, fields, unique })
  expect(await answered('collections')).toEqual({
    collections: [
      {
        name: 'attempts',
        documents: 0,
        bytes: 0,
        indexes: [
          index('person_started', [
            ['person', 1],
            ['startedAt', -1],
          ]),
          index('tags', [['tags', 1]]),
          index('title', [['title', 1]]),
        ],
      },
      { name: 'notes', documents: 2, bytes, indexes: [] },
      {
        name: 'scores',
        documents: 0,
        bytes: 0,
        indexes: [
          index(
            'uid_level',
            [
              ['uid', 1],
              ['level', 1],
            ],
            true,
          ),
        ],
      },
    ],
  })
})

interface Page {
  documents: { id: string; bytes: number; beginning: string }[]
  next: string | null
}

const isPage = (answer: unknown): answer is Page => typeof answer === 'object' && answer !== null && 'next' in answer

/** Every id of a collection, page after page. */
async function walk(asked: Asked): Promise<string[][]> {
  const pages: string[][] = []
  for (let after: string | null = ''; after !== null;) {
    const page = await answered('documents', after === '' ? asked : { ...asked, after })
    if (!isPage(page)) throw new Error('not a page')
    pages.push(page.documents.map(({ id }) => id))
    after = page.next
  }
  return pages
}

test('documents come by _id, fifty a page, each once, whatever the type of its _id', async () => {
  const texts = Array.from({ length: 60 }, (_, at) => ({ _id: `n${String(at).padStart(2, '0')}` }))
  const numbers = Array.from({ length: 60 }, (_, at) => ({ _id: at }))
  cloud.database.insert('notes', [...texts, ...numbers].reverse())
  const [first = [], second = [], third = [], ...more] = await walk({ collection: 'notes' })
  expect([first.length, second.length, third.length, more]).toEqual([50, 50, 20, []])
  const expected = [...numbers, ...texts].map(({ _id }) => JSON.stringify(_id))
  expect([...first, ...second, ...third]).toEqual(expected)
})

test('a query finds what it asks for, page after page', async () => {
  const all = Array.from({ length: 130 }, (_, at) => ({ _id: at, tags: [at % 2 === 0 ? 'even' : 'odd'] }))
  cloud.database.insert('attempts', all)
  const pages = await walk({ collection: 'attempts', query: '{"tags":"even","_id":{"$lt":120}}' })
  expect(pages.map(ids => ids.length)).toEqual([50, 10])
  expect(pages.flat().sort()).toEqual(
    all
      .slice(0, 120)
      .filter((_, at) => at % 2 === 0)
      .map(({ _id }) => String(_id))
      .sort(),
  )
})

test('the row of a document shows its beginning, opening it shows all of it', async () => {
  const document = { _id: 'long', at: new Date(0), text: STING.repeat(20) }
  cloud.database.insert('notes', [document])
  const text = JSON.stringify({ ...document, at: { $date: document.at.toISOString() } })
  expect(await answered('documents', { collection: 'notes' })).toEqual({
    documents: [{ id: '"long"', bytes: text.length, beginning: text.slice(0, 300) }],
    next: null,
  })
  expect(await answered('document', { collection: 'notes', id: '"long"' })).toEqual({ text })
})

const unknownCollection =
  '[ResourceNotFound] Db or Table not exist: nobody. Please check your request, but if the problem cannot be solved, contact us.'

test.each<[string, string, Asked, string, number, string]>([
  ['an unknown collection', 'documents', { collection: 'nobody' }, 'GET', 400, unknownCollection],
  ['no collection', 'documents', {}, 'GET', 400, 'the question needs: collection'],
  ['a query that is not JSON', 'documents', { collection: 'notes', query: '{a:1}' }, 'GET', 400, 'invalid JSON'],
  ['a query that is a list', 'documents', { collection: 'notes', query: '[]' }, 'GET', 400, 'a document is expected'],
  [
    'an unknown operator',
    'documents',
    { collection: 'notes', query: '{"a":{"$b":1}}' },
    'GET',
    400,
    'unknown query operator $b',
  ],
  ['a broken cursor', 'documents', { collection: 'notes', after: '{' }, 'GET', 400, 'invalid JSON'],
  [
    'a document that is gone',
    'document',
    { collection: 'notes', id: '"x"' },
    'GET',
    404,
    'there is no such document any more',
  ],
  ['a call nobody made', 'call', { id: 'x' }, 'GET', 404, 'the log has forgotten this call'],
  ['an unknown question', 'constructor', {}, 'GET', 404, 'nothing is here'],
  ['a question sent as a deed', 'collections', {}, 'POST', 404, 'nothing is here'],
  ['a deed sent as a question', 'mark', {}, 'GET', 404, 'nothing is here'],
  ['another method', 'collections', {}, 'DELETE', 405, 'only to be read'],
])('%s is refused in one sentence', async (_name, question, asked, method, status, error) => {
  expect(await ask(question, asked, method)).toEqual(refused(status, error))
})

test.each([
  ['the host of another', { host: 'evil.example' }, 'foreign host'],
  ['a page elsewhere', { origin: 'https://evil.example' }, 'foreign origin'],
  ['a picture tag elsewhere', { 'sec-fetch-site': 'cross-site' }, 'foreign site'],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 'foreign site'],
])('%s learns nothing', async (_name, headers, reason) => {
  cloud.database.insert('notes', [{ _id: 'a secret' }])
  const { status, text } = await send(address('documents', { collection: 'notes' }), { headers })
  expect([status, text.includes(reason), text.includes('a secret')]).toEqual([403, true, false])
  const own = await send(address('documents', { collection: 'notes' }), {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(own.text).toContain('a secret')
})

test('the page may load nothing from elsewhere and turn no text into markup', async () => {
  for (const path of ['/inspect', '/inspect/']) {
    const { status, headers } = await send(cloud.url + path)
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'; require-trusted-types-for 'script'$/,
    )
  }
  for (const path of ['/inspect/page.js', '/inspect/page.css']) expect((await send(cloud.url + path)).status).toBe(200)
  for (const path of ['/inspect/../package.json', '/inspect/inspect.html', '/inspect/page.js/', '/inspector'])
    expect((await send(cloud.url + path)).status).toBe(404)
})

test('looking is neither counted nor logged, and leaves everything as it was', async () => {
  cloud.database.insert('notes', [{ _id: 'a', n: 1 }])
  const state = () => [cloud.counters.snapshot(), cloud.log.entries().length, cloud.database.find('notes')]
  const before = JSON.stringify(state())
  for (const name of ['collections', 'calls', 'costs', 'files', 'messages']) await answered(name)
  await answered('documents', { collection: 'notes', query: '{"n":1}' })
  await answered('document', { collection: 'notes', id: '"a"' })
  expect(JSON.stringify(state())).toBe(before)
})

test('a call is told with what it printed, under the procedure that its log line names', async () => {
  cloud.clock.freeze(1_790_000_000_000)
  const { requestID } = await cloud.call('li', 'gossip', {})
  const call = {
    requestId: requestID,
    functionName: 'gossip',
    procedure: 'gossip.tell',
    answered: 'ok',
    startedAt: 1_790_000_000_000,
    milliseconds: A_NUMBER,
    outcome: 'returned',
    reads: 0,
    writes: 0,
  }
  expect(await answered('calls')).toEqual({ calls: [{ ...call, lines: 2 }] })
  const lines = [textWith('"heard"'), '<script>stung=2</script>']
  expect(await answered('call', { id: requestID })).toEqual({
    ...call,
    lines: lines.map(text => ({ stream: 'out', text })),
  })
})

test('costs are those since the mark', async () => {
  cloud.clock.freeze(1_790_000_000_000)
  await cloud.call('li', 'gossip', {})
  expect(await answered('mark', {}, 'POST')).toMatchObject({ calls: 0, collections: [], procedures: [] })
  await cloud.call('li', 'gossip', { refuses: true })
  await cloud.call('li', 'nobody', {})
  const body = (action: string) =>
    JSON.stringify({ action: `database.${action}`, collectionName: 'notes', data: ['{"a":1}'] })
  for (const action of ['insertDocument', 'insertDocument', 'getDocument'])
    await send(`${cloud.url}/admin`, { method: 'POST', body: body(action) })
  expect(await answered('costs')).toEqual({
    markedAt: 1_790_000_000_000,
    reads: 1,
    writes: 2,
    calls: 2,
    collections: [{ name: 'notes', reads: 1, writes: 2, other: 0 }],
    procedures: [
      { name: 'gossip.tell', calls: 1, reads: 0, writes: 0, median: A_NUMBER, slowest: A_NUMBER },
      { name: 'nobody', calls: 1, reads: 0, writes: 0, median: A_NUMBER, slowest: A_NUMBER },
    ],
    faults: {},
    isPartial: false,
  })
})

test('files come with an address under which they can be had', async () => {
  const path = 'works/云 50%+/鹭.png'
  await keepFile(cloud, path, 'a heron')
  const file = { path, bytes: 7, type: 'image/png', address: textWith('/cos/works/') }
  const answer = await answered('files')
  expect(answer).toEqual({ total: 1, files: [file] })
  const [, there = ''] = /"address":"([^"]+)"/.exec(JSON.stringify(answer)) ?? []
  const { status, text } = await send(cloud.url + there)
  expect([status, text]).toEqual([200, 'a heron'])
})

test('sent messages come newest first', async () => {
  const message = {
    toUser: 'oLiHua',
    template: 't',
    page: 'pages/home',
    functionName: 'gossip',
    fields: { thing1: STING },
  }
  cloud.outbox.keep(1, message)
  cloud.outbox.keep(2, { ...message, toUser: 'oWangFang' })
  expect(await answered('messages')).toEqual({
    messages: [
      { sentAt: 2, ...message, toUser: 'oWangFang' },
      { sentAt: 1, ...message },
    ],
  })
})
