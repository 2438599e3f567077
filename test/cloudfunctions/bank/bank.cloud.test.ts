import readXlsxFile from 'read-excel-file/node'
import { bank } from '../../../miniprogram/contract/bank'
import type { QuestionInput } from '../../../miniprogram/contract/bank-questions'
import { FORMATS } from '../../../miniprogram/contract/question-files'
import { quiz } from '../../../miniprogram/contract/quiz'
import type { RoundInput } from '../../../miniprogram/contract/rounds'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { people } from '../../../miniprogram/contract/people'
import { readQuestions } from '../../../cloudfunctions/bank/formats/question-files'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'
import { wholeList } from '../../support/whole-list'

let demo: DemoCloud

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
let before: Record<string, unknown>[]

const COLLECTIONS = ['quiz_questions', 'quiz_rounds', 'question_imports', 'quiz_attempts']

beforeAll(async () => {
  demo = await startDemoCloud()
  before = [...demo.cloud.database.find('quiz_questions'), ...demo.cloud.database.find('quiz_rounds')]
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.clock.freeze(demoMoment)
  for (const name of COLLECTIONS) demo.cloud.database.clear(name)
  demo.cloud.database.insert(
    'quiz_rounds',
    before.filter(document => 'blueprint' in document),
  )
  demo.cloud.database.insert(
    'quiz_questions',
    // Nothing on nuclear safety, so that the bank is too small for something.
    before.filter(document => 'stem' in document && document['category'] !== 'nuclear'),
  )
})

const MINISTRY = 'ministry'
const ADMIN = 'admin'

const listed = (changes = {}) =>
  demo.ask(MINISTRY, bank.listQuestions, {
    bank: 'contest',
    category: null,
    state: 'all',
    search: '',
    after: null,
    ...changes,
  })
/** A search to its end, as by tapping on. */
const found = (changes: object) => wholeList(after => listed({ ...changes, after }))
const shown = (id: string) => demo.ask(MINISTRY, bank.getQuestion, { id })

const fresh = (changes: Partial<QuestionInput> = {}): QuestionInput => ({
  ...{ category: 'air', kind: 'single', stem: '臭氧在哪里保护我们？', picture: null },
  options: ['平流层', '近地面', '室内'].map(text => ({ id: '', text })),
  key: [0],
  explanation: { why: '平流层的臭氧挡住紫外线。', trap: '近地面的臭氧是污染物。' },
  source: { title: 'HJ 633—2026', clause: '表 3', url: '', asOf: '2026-03-01', status: 'in-force' },
  ...{ facts: ['AIR-1'], evidence: 'A', difficulty: 2, bloom: 'understand', validFrom: '2026-01-01', validTo: null },
  ...changes,
})

const save = (question: QuestionInput, at: { id: string; version: number } | null = null, key = newKey()) =>
  demo.ask(MINISTRY, bank.saveQuestion, { at, bank: 'contest', question }, key)

describe('questions', () => {
  test('are listed page by page, each once, and found by words of their stem', async () => {
    const ids = (await found({})).map(({ id }) => id)
    expect(ids).toEqual(
      demo.cloud.database
        .find('quiz_questions', { bank: 'contest' })
        .map(({ id }) => id)
        .sort(),
    )
    const rows = await found({ search: '重污染天气预警' })
    expect(rows.map(({ stem }) => stem.includes('重污染天气预警'))).toEqual([true])
  })

  test('a new one is unverified, another organiser verifies it, and it says who', async () => {
    const { id } = await save(fresh())
    expect(await shown(id)).toMatchObject({
      version: 1,
      bank: 'contest',
      verifiedAt: null,
      mayVerify: false,
      question: { key: [0] },
    })
    expect((await listed({ state: 'unverified' })).items.map(row => row.id)).toEqual([id])
    expect(await demo.refusal(MINISTRY, bank.verifyQuestion, { id, version: 1 })).toBe('question-own')
    await demo.ask(ADMIN, bank.verifyQuestion, { id, version: 1 })
    expect((await listed({ state: 'unverified' })).items).toEqual([])
    const { verifiedBy, verifiedAt } = await shown(id)
    expect(verifiedBy).not.toBe('')
    expect(verifiedAt).toBe('2026-09-18')
  })

  test('an edit is a new version, unverified; the old one is kept, and asked again it is the same edit', async () => {
    const row = (await listed({ category: 'water' })).items[0]
    const { id, version, question } = await shown(row?.id ?? '')
    const key = newKey()
    const changed = { ...question, stem: `${question.stem}（新）` }
    expect(await save(changed, { id, version }, key)).toEqual({ id, version: version + 1 })
    expect(await save(changed, { id, version }, key)).toEqual({ id, version: version + 1 })
    const now = await shown(id)
    expect(now).toMatchObject({
      version: version + 1,
      verifiedAt: null,
      question: { stem: changed.stem, options: question.options },
    })
    expect(now.history.map(one => one.version)).toEqual([version + 1, version])
    expect(await demo.refusal(MINISTRY, bank.saveQuestion, { at: { id, version }, bank: 'contest', question })).toBe(
      'question-changed',
    )
    expect(demo.cloud.database.find('quiz_questions', { id }).map(({ _id, bank: where }) => [_id, where])).toEqual([
      [`${id}@${version}`, 'archive'],
      [`${id}@${version + 1}`, 'contest'],
    ])
  })

  test('an attempt under way keeps the version it was begun with', async () => {
    const attempt = await demo.ask('lin', quiz.startAttempt, { first: true })
    const stems = attempt.questions.map(({ stem }) => stem)
    const asked = demo.cloud.database.find('quiz_questions').filter(({ stem }) => stem === stems[0])
    const { id, version, question } = await shown(textOf(asked[0]?.['id']))
    await save({ ...question, stem: '换了一个题干' }, { id, version })
    demo.cloud.clock.freeze(demoMoment + 2 * MINUTE)
    const { questions } = await demo.ask('lin', quiz.submitAttempt, {
      ticket: attempt.ticket,
      answers: stems.map(() => []),
    })
    expect(questions.map(({ stem }) => stem)).toEqual(stems)
  })

  test('once open to practice it never returns to the contest, whatever happens to it', async () => {
    const { id } = await save(fresh())
    await demo.ask(MINISTRY, bank.moveQuestion, { id, version: 1, to: 'practice' })
    const back = () => demo.refusal(MINISTRY, bank.moveQuestion, { id, version: 1, to: 'contest' })
    expect(await back()).toBe('question-open')
    await demo.ask(MINISTRY, bank.retireQuestion, { id, version: 1, reason: '过时了' })
    expect(await back()).toBe('question-open')
    await demo.ask(MINISTRY, bank.restoreQuestion, { id, version: 1 })
    await save(fresh({ stem: '新的说法' }), { id, version: 1 })
    expect(await shown(id)).toMatchObject({ bank: 'practice', version: 2, retired: false })
  })

  test('a retired one is asked nobody, found among the retired, and comes back where it was', async () => {
    const { id } = await save(fresh())
    await demo.ask(MINISTRY, bank.retireQuestion, { id, version: 1, reason: '过时了' })
    expect(await found({ search: fresh().stem })).toEqual([])
    expect((await listed({ bank: 'retired' })).items.map(row => row.id)).toEqual([id])
    await demo.ask(MINISTRY, bank.restoreQuestion, { id, version: 1 })
    expect((await found({ search: fresh().stem })).map(row => row.id)).toEqual([id])
  })

  test.each([
    ['two right answers to choose one of', { key: [0, 1] }],
    ['a right answer that is not there', { key: [5] }],
    ['the same option twice', { options: ['甲', '甲'].map(text => ({ id: '', text })) }],
  ])('%s is refused', async (_name, changes) => {
    expect(
      await demo.refusal(MINISTRY, bank.saveQuestion, { at: null, bank: 'contest', question: fresh(changes) }),
    ).toBe('invalid-input')
  })

  test('every act is on record', async () => {
    const { id } = await save(fresh())
    await demo.ask(ADMIN, bank.verifyQuestion, { id, version: 1 })
    await demo.ask(MINISTRY, bank.retireQuestion, { id, version: 1, reason: '过时了' })
    const acts = demo.cloud.database.find('audit_records').filter(({ subject }) => subject === id)
    expect(acts.map(({ action }) => action)).toEqual([
      'bank.saveQuestion',
      'bank.verifyQuestion',
      'bank.retireQuestion',
    ])
  })
})

const put = async (content: string | Buffer, persona = MINISTRY) => {
  const { folder } = await demo.ask(persona, people.me, {})
  return demo.upload(persona, `${folder}/import/${newKey()}.txt`, new Uint8Array(Buffer.from(content)))
}

const gift = (count: number) => Array.from({ length: count }, (_, at) => `新题 ${at} {=对 ~不对}`).join('\n\n')
const importOf = (file: string, persona = MINISTRY) =>
  demo.ask(persona, bank.importQuestions, { file, category: 'noise', bank: 'practice' })
const bankNow = () =>
  demo.cloud.database
    .find('quiz_questions')
    .filter(({ bank: where }) => where !== 'archive')
    .map(({ _id }) => textOf(_id))
    .sort()

const whole = (stem: string, id = '') =>
  [
    ...(id === '' ? [] : [`// [id:${id}]`]),
    ...['//@ category "noise"', '//@ source.title "GB 3096"', '//@ source.asOf "2026-01-01"', '//@ facts "NOISE-1"'],
    `${stem} {=对 ~不对 ####因为\\n\\n易错：不是}`,
  ].join('\n')

describe('imports', () => {
  test('a file with errors imports nothing and names each one', async () => {
    const file = await put('好题 {=对 ~不对}\n\n坏题 {~甲 ~乙}\n\n填空 {=甲 =乙}')
    const asked = { file, category: 'noise', bank: 'practice' } as const
    const preview = await demo.ask(MINISTRY, bank.previewImport, asked)
    expect([preview.added, preview.problemCount, preview.problems.map(({ is, at }) => [is, at])]).toEqual([
      ...[0, 2],
      [
        ['key-missing', 3],
        ['kind-unsupported', 5],
      ],
    ])
    const there = bankNow()
    expect(await demo.refusal(MINISTRY, bank.importQuestions, asked)).toBe('import-wrong')
    expect(bankNow()).toEqual(there)
    expect(demo.cloud.database.find('question_imports')).toEqual([])
  })

  test('questions without source or explanation wait among the retired until they are written', async () => {
    const file = await put(`${whole('有出处')}\n\n没有出处 {=对 ~不对}`)
    expect(await demo.ask(MINISTRY, bank.previewImport, { file, category: 'noise', bank: 'practice' })).toMatchObject({
      added: 2,
      incomplete: 1,
    })
    expect(await importOf(file)).toEqual({ done: true, written: 2, total: 2 })
    expect(
      (await listed({ bank: 'practice', category: 'noise', search: '出处' })).items.map(({ stem, verified }) => [
        stem,
        verified,
      ]),
    ).toEqual([['有出处', false]])
    const [waiting] = (await listed({ bank: 'retired' })).items
    expect(waiting).toMatchObject({ stem: '没有出处', incomplete: true })
    expect(await demo.refusal(MINISTRY, bank.restoreQuestion, { id: waiting?.id ?? '', version: 1 })).toBe(
      'question-incomplete',
    )
  })

  test('cut off in the middle nothing is in use; asked again it goes on, and all comes in at once', async () => {
    const file = await put(Array.from({ length: 620 }, (_, at) => whole(`新题 ${at}`)).join('\n\n'))
    const there = bankNow()
    expect(await importOf(file)).toEqual({ done: false, written: 500, total: 620 })
    expect(bankNow()).toEqual(there)
    expect(await found({ bank: 'practice', search: '新题' })).toEqual([])
    expect(await found({ bank: 'retired', search: '新题' })).toEqual([])
    expect(await importOf(file)).toEqual({ done: true, written: 620, total: 620 })
    expect(bankNow()).toHaveLength(there.length + 620)
    expect(await importOf(file)).toEqual({ done: true, written: 620, total: 620 })
    expect(bankNow()).toHaveLength(there.length + 620)
  })

  test('cut off after it was decided, the timer brings in the rest; given up, it is cleared away', async () => {
    const [decided, left] = [
      await put(Array.from({ length: 510 }, (_, at) => whole(`甲 ${at}`)).join('\n\n')),
      await put(Array.from({ length: 505 }, (_, at) => whole(`乙 ${at}`)).join('\n\n')),
    ]
    await importOf(decided)
    await importOf(left)
    const { database } = demo.cloud
    const [first, second] = database.find('question_imports').sort((a, b) => Number(b['total']) - Number(a['total']))
    database.clear('question_imports')
    database.insert(
      'question_imports',
      [{ ...first, state: 'decided' }, second].filter(one => one !== undefined),
    )
    const there = bankNow()
    await demo.cloud.timers.run('bank', 'upkeep')
    expect(bankNow()).toHaveLength(there.length + 500)
    demo.cloud.clock.freeze(demoMoment + 2 * DAY)
    await demo.cloud.timers.run('bank', 'upkeep')
    expect(database.find('quiz_questions').filter(({ stem }) => textOf(stem).startsWith('乙'))).toEqual([])
    expect(bankNow()).toHaveLength(there.length + 500)
  })

  test('a known id becomes a new version where it was; the same question again changes nothing', async () => {
    const file = await put(whole('第一版', 'noise-77'))
    await importOf(file)
    const again = await put(`// anew\n${whole('第一版', 'noise-77')}`)
    expect(
      await demo.ask(MINISTRY, bank.previewImport, { file: again, category: null, bank: 'practice' }),
    ).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    await importOf(await put(whole('第二版', 'noise-77')))
    expect(await shown('noise-77')).toMatchObject({ version: 2, bank: 'practice', question: { stem: '第二版' } })
    expect(bankNow().filter(id => id.startsWith('noise-77'))).toEqual(['noise-77@2'])
  })

  test('nobody imports the file of somebody else, and an organiser cannot bring verified questions', async () => {
    const foreign = await put(gift(1), ADMIN)
    expect(
      await demo.refusal(MINISTRY, bank.previewImport, { file: foreign, category: 'noise', bank: 'practice' }),
    ).toBe('file-not-yours')
    const claimed = `//@ verifiedBy "我"\n//@ verifiedAt "2026-01-01"\n//@ evidence "A"\n${whole('自称核对过', 'noise-78')}`
    await importOf(await put(claimed))
    expect(await shown('noise-78')).toMatchObject({ verifiedBy: '', verifiedAt: null })
  })
})

const contentOf = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

describe('exports', () => {
  test.each(FORMATS)('%s holds the whole bank and is read back', async format => {
    const { url } = await demo.ask(MINISTRY, bank.exportQuestions, { format, bank: 'contest', category: 'air' })
    const { drafts, problems } = await readQuestions(await contentOf(url), { category: null, today: '2026-11-23' })
    expect(problems).toEqual([])
    const stored = demo.cloud.database.find('quiz_questions', { bank: 'contest', category: 'air' })
    expect(drafts.map(({ draft }) => draft.id)).toEqual(stored.map(({ id }) => id).sort())
  })

  test('the template shows how, and what may be written', async () => {
    const { url } = await demo.ask(MINISTRY, bank.makeTemplate, {})
    const [questions, values] = await readXlsxFile(Buffer.from(await contentOf(url)))
    expect([questions?.data[1]?.[0], values?.sheet]).toEqual(['示例', '可填的值'])
  })
})

const round = (changes: Partial<RoundInput> = {}): RoundInput => ({
  ...{ title: '第二轮', opensAt: demoMoment + DAY, closesAt: demoMoment + 2 * DAY, minutes: 5, attemptsPerDay: 3 },
  ...{ mix: [{ category: 'air', count: 2 }], certificates: [{ from: 60, name: '合格' }], minPlayers: 5 },
  ...changes,
})
const saveRound = (input: RoundInput, at: { id: string; version: number } | null = null, reason = '') =>
  demo.ask(MINISTRY, bank.saveRound, { at, round: input, reason })
const refusedRound = (input: RoundInput, at: { id: string; version: number } | null = null, reason = '') =>
  demo.refusal(MINISTRY, bank.saveRound, { at, round: input, reason })

describe('rounds', () => {
  const RUNNING = '2026-main'

  test('are drafts first, and published once they meet no other and the bank is large enough', async () => {
    const { id } = await saveRound(round({ mix: [{ category: 'nuclear', count: 2 }] }))
    expect(await demo.ask(MINISTRY, bank.getRound, { id })).toMatchObject({
      state: 'draft',
      version: 1,
      running: false,
    })
    expect(await demo.refusal(MINISTRY, bank.publishRound, { id, version: 1 })).toBe('round-overlaps')
    demo.cloud.database.clear('quiz_rounds')
    const alone = await saveRound(round({ mix: [{ category: 'nuclear', count: 2 }] }))
    expect(await demo.refusal(MINISTRY, bank.publishRound, alone)).toBe('paper-unavailable')
    const better = await saveRound(round(), alone)
    await demo.ask(MINISTRY, bank.publishRound, better)
    expect(await demo.ask(MINISTRY, bank.getRound, { id: alone.id })).toMatchObject({
      state: 'published',
      version: 3,
      phase: 'upcoming',
    })
  })

  test.each([
    ['backwards', { closesAt: demoMoment }, 'window-backwards'],
    ['beyond the activity', { closesAt: demoMoment + 400 * DAY }, 'round-off-window'],
  ])('a window %s is refused', async (_name, changes, code) => {
    expect(await refusedRound(round(changes))).toBe(code)
  })

  test('once somebody plays, the rules stay; the window moves with a reason', async () => {
    const { version, ...stands } = await demo.ask(MINISTRY, bank.getRound, { id: RUNNING })
    const { title, opensAt, closesAt, minutes, attemptsPerDay, mix, certificates, minPlayers } = stands
    const input = { title, opensAt, closesAt, minutes, attemptsPerDay, mix, certificates, minPlayers }
    await demo.ask('lin', quiz.startAttempt, { first: true })
    const at = { id: RUNNING, version }
    expect(await refusedRound({ ...input, minutes: minutes + 1 }, at)).toBe('round-running')
    expect(await refusedRound({ ...input, closesAt: closesAt - DAY }, at)).toBe('reason-missing')
    expect(await saveRound({ ...input, closesAt: closesAt - DAY }, at, '提前一天结束')).toEqual({
      id: RUNNING,
      version: version + 1,
    })
    expect(await refusedRound(input, at, '再改回来')).toBe('round-changed')
  })

  test('one that is open can be ended at once, with a reason', async () => {
    const { version } = await demo.ask(MINISTRY, bank.getRound, { id: RUNNING })
    await demo.ask(MINISTRY, bank.closeRound, { id: RUNNING, version, reason: '题目有误' })
    expect(await demo.ask(MINISTRY, bank.getRound, { id: RUNNING })).toMatchObject({
      phase: 'closed',
      closesAt: demoMoment,
    })
  })

  test('a preview paper follows mix and seed, shows the key, and says where the bank is too small', async () => {
    const mix = [
      { category: 'air', count: 3 },
      { category: 'water', count: 2 },
    ] as const
    const preview = (seed: string, asked = [...mix]) =>
      demo.ask(MINISTRY, bank.previewPaper, { mix: asked, opensAt: demoMoment, seed })
    const one = await preview('a')
    expect(one.questions.map(({ category }) => category).sort()).toEqual(['air', 'air', 'air', 'water', 'water'])
    expect(one.questions.every(({ options }) => options.some(({ right }) => right))).toBe(true)
    expect(await preview('a')).toEqual(one)
    expect((await preview('b')).questions.map(({ id }) => id)).not.toEqual(one.questions.map(({ id }) => id))
    const short = await demo.ask(MINISTRY, bank.previewPaper, {
      mix: [{ category: 'nuclear', count: 2 }],
      opensAt: demoMoment,
      seed: 'a',
    })
    expect(short).toEqual({ questions: [], supply: [{ category: 'nuclear', wanted: 2, there: 0 }] })
  })
})

test('who verified a question and leaves is named on it no more', async () => {
  const { id } = await demo.ask(ADMIN, bank.saveQuestion, { at: null, bank: 'contest', question: fresh() })
  await demo.ask(MINISTRY, bank.verifyQuestion, { id, version: 1 })
  const { verifiedBy } = await shown(id)
  const { deleted } = await demo.ask(MINISTRY, people.deleteMe, {})
  expect([verifiedBy, deleted.includes('question-verifications')]).toEqual(['部级组织者', true])
  expect(demo.cloud.database.find('quiz_questions', { id })[0]).toMatchObject({
    verifiedBy: '',
    verifier: '',
    verifiedAt: '2026-09-18',
  })
})
