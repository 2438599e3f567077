import { people } from '../../../miniprogram/contract/people'
import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { rightAnswers, spoil } from '../../support/answer-key'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'

const ROUND = '2026-main'
const REVIEWED = '周〔测试:review〕'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  for (const collection of ['quiz_attempts', 'quiz_certificates', 'code_tries', 'text_reviews'])
    demo.cloud.database.clear(collection)
  demo.cloud.clock.freeze(demoMoment)
})

/** Plays a paper with so many wrong answers out of ten. */
async function play(persona: string, wrong: number, number = 1) {
  demo.cloud.clock.freeze(demoMoment + (number - 1) * 10 * MINUTE)
  const attempt = await demo.ask(persona, quiz.startAttempt, { first: number === 1 })
  const answers = spoil(rightAnswers(demo.cloud, attempt), wrong)
  return demo.ask(persona, quiz.submitAttempt, { ticket: attempt.ticket, answers })
}

const list = (persona: string) => demo.ask(persona, quiz.listCertificates, {})
const issue = (persona: string, name = '周小舟', key = newKey()) =>
  demo.ask(persona, quiz.issueCertificate, { round: ROUND, name }, key)
const verify = (code: string, persona = 'lin') => demo.ask(persona, quiz.verifyCertificate, { code })
const refused = (code: string, persona = 'lin') => demo.refusal(persona, quiz.verifyCertificate, { code })

async function issuedCode(persona: string, name?: string, key?: string): Promise<string> {
  const { issued } = await issue(persona, name, key)
  if (!issued) throw new Error('not issued')
  return issued.code
}

/** What a ruling does to the scores of a person. */
function rescore(persona: string, score: number): void {
  const all = demo.cloud.database.find('quiz_attempts')
  demo.cloud.database.clear('quiz_attempts')
  const person = openIdOf(persona)
  demo.cloud.database.insert(
    'quiz_attempts',
    all.map(attempt => (attempt['person'] === person ? { ...attempt, score } : attempt)),
  )
}

describe('what is earned', () => {
  test.each([
    [5, null],
    [4, '答题达标证书'],
    [2, '优秀答题证书'],
    [0, '满分答题证书'],
  ])('with %d wrong answers the result says %s, and the list with it', async (wrong, certificate) => {
    expect((await play('zhou', wrong)).certificate).toBe(certificate)
    expect((await list('zhou')).map(earned => earned.certificate)).toEqual(certificate === null ? [] : [certificate])
  })

  test('is by the best attempt of the round, and nobody else’s', async () => {
    await play('zhou', 1, 1)
    await play('zhou', 9, 2)
    await play('zhao', 0, 1)
    expect(await list('zhou')).toEqual([
      {
        round: ROUND,
        roundTitle: '秋季云竞答',
        year: 2026,
        certificate: '优秀答题证书',
        band: { from: 80, to: 99 },
        score: 90,
        issued: null,
      },
    ])
    expect(await list('lin')).toEqual([])
  })

  test('is nothing while the attempt is open', async () => {
    await demo.ask('zhou', quiz.startAttempt, { first: true })
    expect(await list('zhou')).toEqual([])
    expect(await demo.refusal('zhou', quiz.issueCertificate, { round: ROUND, name: '周小舟' })).toBe(
      'certificate-unknown',
    )
  })
})

describe('issuing and verifying', () => {
  test('anybody with the code learns what it is for, and the name as it was written, and nothing else', async () => {
    await play('zhou', 2)
    const code = await issuedCode('zhou')
    expect(code).toMatch(/^[A-HJ-KM-NP-Z2-9]{12}$/)
    expect(await verify(code)).toEqual({
      certificate: '优秀答题证书',
      year: 2026,
      roundTitle: '秋季云竞答',
      band: { from: 80, to: 99 },
      holder: '周小舟',
      day: '2026-09-18',
    })
    expect(await verify(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8)} `)).toEqual(
      await verify(code),
    )
  })

  test('asked again it is the same certificate; another name corrects it', async () => {
    await play('zhou', 2)
    const key = newKey()
    const code = await issuedCode('zhou', '周小舟', key)
    expect(await issuedCode('zhou', '周小舟', key)).toBe(code)
    expect(await issuedCode('zhou', '周晓舟')).toBe(code)
    expect((await verify(code)).holder).toBe('周晓舟')
    expect(demo.cloud.database.find('quiz_certificates')).toHaveLength(1)
  })

  test('from many phones at once there is one, and its code verifies', async () => {
    await play('zhou', 2)
    const input = { round: ROUND, name: '周小舟' }
    const send = () => demo.send('zhou', 'quiz', { procedure: 'quiz.issueCertificate', input, key: newKey() })
    const codes = (await Promise.all(Array.from({ length: 6 }, send))).map(reply =>
      reply.ok ? 'ok' : reply.error.code,
    )
    expect(codes.filter(code => code !== 'busy')).toContain('ok')
    const [earned] = await list('zhou')
    expect((await verify(earned?.issued?.code ?? '')).holder).toBe('周小舟')
    expect(demo.cloud.database.find('quiz_certificates')).toHaveLength(1)
  })

  test('needs consent; verifying does not', async () => {
    await play('lin', 0)
    expect(await demo.refusal('lin', quiz.issueCertificate, { round: ROUND, name: '林晓' })).toBe('consent-missing')
  })

  test.each(['no-such-round', '2026-mai'])('is refused for %s', async round => {
    await play('zhou', 0)
    expect(await demo.refusal('zhou', quiz.issueCertificate, { round, name: '周小舟' })).toBe('certificate-unknown')
  })

  test('a better score makes it better, a ruling that takes points makes it less, or nothing', async () => {
    await play('zhou', 2)
    const code = await issuedCode('zhou')
    await play('zhou', 0, 2)
    expect((await verify(code)).certificate).toBe('满分答题证书')
    rescore('zhou', 60)
    expect((await verify(code)).certificate).toBe('答题达标证书')
    rescore('zhou', 50)
    expect(await refused(code)).toBe('certificate-unknown')
  })

  test('five wrong codes in an hour and no more; a right one makes good for those before', async () => {
    await play('zhou', 0)
    const code = await issuedCode('zhou')
    const guess = (i: number) => `ABCDEFGHJKM${String(i)}`
    for (let i = 2; i < 6; i++) expect(await refused(guess(i))).toBe('certificate-unknown')
    await verify(code)
    for (let i = 2; i < 7; i++) expect(await refused(guess(i))).toBe('certificate-unknown')
    expect(await refused(code)).toBe('too-many-tries')
    expect((await verify(code, 'zhao')).holder).toBe('周小舟')
    demo.cloud.clock.freeze(demoMoment + 61 * MINUTE)
    expect((await verify(code)).holder).toBe('周小舟')
  })
})

describe('a name', () => {
  test('that is refused issues nothing', async () => {
    await play('zhou', 0)
    const refusal = await demo.refusal('zhou', quiz.issueCertificate, { round: ROUND, name: '周〔测试:risky〕' })
    expect(refusal).toBe('text-refused')
    expect(demo.cloud.database.find('quiz_certificates')).toEqual([])
  })

  async function decide(passes: boolean): Promise<void> {
    const { items } = await demo.ask('ministry', people.listTextReviews, { region: '000000', after: null })
    expect(items).toMatchObject([{ text: REVIEWED, place: 'certificate' }])
    await demo.ask('ministry', people.decideText, { id: items[0]?.id ?? '', passes })
  }

  test('that waits is verified by nobody until an organiser lets it pass', async () => {
    await play('zhou', 0)
    const code = await issuedCode('zhou', REVIEWED)
    expect((await list('zhou'))[0]?.issued).toEqual({ code, name: REVIEWED, day: '2026-09-18', waits: true })
    expect(await refused(code)).toBe('certificate-unknown')
    await decide(true)
    expect((await verify(code)).holder).toBe(REVIEWED)
  })

  test('that an organiser refuses is asked for anew', async () => {
    await play('zhou', 0)
    const code = await issuedCode('zhou', REVIEWED)
    await decide(false)
    expect((await list('zhou'))[0]?.issued).toBeNull()
    expect(await refused(code)).toBe('certificate-unknown')
  })

  test('that was changed while it waited is not shown by a decision about the old one', async () => {
    await play('zhou', 0)
    const code = await issuedCode('zhou', REVIEWED)
    await issue('zhou', `${REVIEWED}二`)
    const { items } = await demo.ask('ministry', people.listTextReviews, { region: '000000', after: null })
    const old = items.find(({ text }) => text === REVIEWED)
    await demo.ask('ministry', people.decideText, { id: old?.id ?? '', passes: true })
    expect(await refused(code)).toBe('certificate-unknown')
  })
})

describe('the mini-program code', () => {
  const sceneAt = async (url: string) => {
    const picture = Buffer.from(await (await fetch(url)).arrayBuffer())
    return /mini-program-code\0(\{.*?\})/.exec(picture.toString('latin1'))?.[1]
  }
  const pictures = () => demo.cloud.files.list({ limit: 100 }).filter(({ path }) => path.startsWith('codes/'))

  test('of a certificate opens its verification; it is drawn once', async () => {
    await play('zhou', 0)
    const code = await issuedCode('zhou')
    const { url } = await demo.ask('zhou', quiz.posterCode, { round: ROUND })
    expect(await sceneAt(url)).toBe(JSON.stringify({ page: 'packages/quiz/verify/verify', scene: code }))
    await demo.ask('zhou', quiz.posterCode, { round: ROUND })
    expect(pictures().filter(({ path }) => path.includes(code))).toHaveLength(1)
  })

  test('of nobody’s certificate is refused; the quiz’s own is for everybody', async () => {
    expect(await demo.refusal('zhou', quiz.posterCode, { round: ROUND })).toBe('certificate-unknown')
    const { url } = await demo.ask('lin', quiz.posterCode, { round: null })
    expect(await sceneAt(url)).toBe(JSON.stringify({ page: 'pages/quiz/quiz', scene: 'poster' }))
  })
})

test('who deletes everything has no certificate any more: code, name and picture are gone', async () => {
  await play('zhou', 0)
  const code = await issuedCode('zhou')
  await demo.ask('zhou', quiz.posterCode, { round: ROUND })
  const { deleted } = await demo.ask('zhou', people.deleteMe, {})
  expect(deleted).toContain('quiz-certificates')
  expect(await refused(code)).toBe('certificate-unknown')
  expect(demo.cloud.database.find('quiz_certificates')).toEqual([])
  expect(demo.cloud.files.list({ limit: 100 }).filter(({ path }) => path.includes(code))).toEqual([])
})
