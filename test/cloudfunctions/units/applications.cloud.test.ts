import type { ErrorCode } from '../../../miniprogram/contract/errors'
import { people } from '../../../miniprogram/contract/people'
import { units } from '../../../miniprogram/contract/units'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import { type DemoCloud, newKey, openIdOf } from '../../support/demo-cloud'
import { application, apply, confirmedUnit, FOREIGN, handle, insist, proofOf, startStage, UNKNOWN } from './stage'

let demo: DemoCloud & { reset: () => void }
beforeAll(async () => {
  demo = await startStage()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.reset()
})

const [ONE, TWO] = ['stranger-1', 'stranger-2']
const stored = (collection: string, query = {}) => demo.cloud.database.find(collection, query)
const mine = (persona: string) => demo.ask(persona, units.mine, {})
const refusedApply = (persona: string, changes: Parameters<typeof application>[1], key = newKey()) =>
  demo.refusal(persona, units.apply, application(persona, changes), key)

describe('applying', () => {
  test('makes a unit that waits, with the applicant as its one member', async () => {
    const unit = await apply(demo, ONE)
    expect(unit.id).toMatch(/^[0-9a-f]{24}$/)
    expect(unit).toEqual({
      id: unit.id,
      name: '朔州市科技馆',
      kind: 'museum-media',
      region: '140600',
      parent: null,
      state: 'applied',
      members: 1,
      reason: '',
      appliedAt: demo.cloud.clock.now(),
      isOfficer: false,
      liaison: null,
      liaisonDue: Date.parse('2026-06-07T23:59:59.999+08:00'),
      now: demo.cloud.clock.now(),
    })
    expect(await mine(ONE)).toEqual(unit)
    expect(await mine(TWO)).toBeNull()
    const me = await demo.ask(ONE, people.me, {})
    expect(me.profile?.unit).toEqual({ id: unit.id, name: unit.name })
  })

  test('sent twice with one key makes one unit, at once or later', async () => {
    const key = newKey()
    const twice = [0, 1].map(() => insist(demo, ONE, 'units.apply', application(ONE), key))
    expect(await Promise.all(twice)).toEqual(['ok', 'ok'])
    expect(await insist(demo, ONE, 'units.apply', application(ONE), key)).toBe('ok')
    expect(stored('units')).toHaveLength(1)
    expect(await mine(ONE)).toMatchObject({ members: 1 })
  })

  test('is for who has consented', async () => {
    expect(await refusedApply(UNKNOWN, {})).toBe('consent-missing')
    expect(stored('units')).toEqual([])
  })

  test.each([
    ['a name of one character', { name: '馆' }],
    ['a name of a hundred characters', { name: '馆'.repeat(100) }],
    ['a name of spaces', { name: '      ' }],
    ['no proof', { proof: [] }],
    ['four proofs', { proof: [1, 2, 3, 4].map(number => `${proofOf(ONE)}${number}`) }],
  ])('with %s is invalid', async (_what, changes) => {
    expect(await refusedApply(ONE, changes)).toBe('invalid-input')
    expect(stored('units')).toEqual([])
  })

  const unfit: [string, Parameters<typeof application>[1], ErrorCode][] = [
    ['a region that is none', { region: '999900' }, 'region-unknown'],
    ['somebody else’s file', { proof: [proofOf(TWO)] }, 'file-not-yours'],
    ['a parent that is none', { parent: 'no-such-unit' }, 'unit-unknown'],
    ['a name that the check refuses', { name: `坏名字${VERDICT_MARKS.risky}` }, 'text-refused'],
    ['a name that nobody can see', { name: '\u200b\u2060\u200b' }, 'text-refused'],
  ]
  test.each(unfit)('with %s is refused, and nothing is stored', async (_what, changes, code) => {
    expect(await refusedApply(ONE, changes)).toBe(code)
    for (const collection of ['units', 'unit_names', 'unit_members']) expect(stored(collection)).toEqual([])
  })

  test.each(['🌳🌳环保社', 'جمعية البيئة', '馆'.repeat(60)])('keeps the name %s as it is', async name => {
    expect(await apply(demo, ONE, { name })).toMatchObject({ name })
  })

  test('with a name that needs a second look waits for the same organisers', async () => {
    const name = `科技馆${VERDICT_MARKS.review}`
    await apply(demo, ONE, { name })
    const reviews = await demo.ask('shuozhou', people.listTextReviews, { region: '140600', after: null })
    expect(reviews.items).toMatchObject([{ text: name, place: 'unit-name' }])
  })

  test('while in a unit is refused', async () => {
    await apply(demo, ONE)
    expect(await refusedApply(ONE, { name: '另一个单位' })).toBe('already-in-a-unit')
  })

  test('for a name that is taken in the region is refused, in another it is free', async () => {
    await apply(demo, ONE, { name: '科技馆' })
    expect(await refusedApply(TWO, { name: ' 科技馆\u200b ' })).toBe('unit-name-taken')
    expect(await mine(TWO)).toBeNull()
    expect(await apply(demo, TWO, { name: '科技馆', region: '140100' })).toMatchObject({ region: '140100' })
  })

  test('for one name, by two at once, gives it to one', async () => {
    const both = [ONE, TWO].map(persona => insist(demo, persona, 'units.apply', application(persona)))
    expect((await Promise.all(both)).sort()).toEqual(['ok', 'unit-name-taken'])
    expect(stored('units')).toHaveLength(1)
    expect(stored('unit_members')).toHaveLength(1)
  })

  test('below a parent needs a confirmed one whose region covers', async () => {
    const { id: parent } = await apply(demo, ONE, { name: '朔州市生态环境局', region: '140600' })
    expect(await refusedApply(TWO, { parent })).toBe('unit-unknown')
    await demo.ask('shuozhou', units.confirm, { unit: parent })
    expect(await refusedApply(TWO, { parent, region: '140100' })).toBe('unit-unknown')
    expect(await apply(demo, TWO, { parent })).toMatchObject({ parent: { id: parent, name: '朔州市生态环境局' } })
  })
})

describe('deciding', () => {
  test('makes the applicant the officer, and is written down', async () => {
    const { id } = await apply(demo, ONE)
    expect(await demo.ask('shuozhou', units.confirm, { unit: id })).toMatchObject({ id, state: 'confirmed' })
    expect(await mine(ONE)).toMatchObject({ state: 'confirmed', isOfficer: true })
    const { grants } = await demo.ask(ONE, people.me, {})
    expect(grants).toMatchObject([{ role: 'unit-officer', region: '140600', unit: id }])
    const audit = stored('audit_records')
    expect(audit).toMatchObject([{ action: 'units.confirm', actor: handle('shuozhou'), subject: id, region: '140600' }])
    expect(JSON.stringify(audit)).not.toContain(openIdOf(ONE))
  })

  test.each(['confirm', 'close'] as const)('%s is for the organisers above and nobody else', async act => {
    const { id } = await apply(demo, ONE)
    const input = act === 'confirm' ? { unit: id } : { unit: id, reason: '材料不全' }
    const attempt = (persona: string) => insist(demo, persona, `units.${act}`, input)
    expect(await attempt(FOREIGN)).toBe('out-of-scope')
    expect(await attempt(ONE)).toBe('forbidden')
    expect(stored('units')).toMatchObject([{ state: 'applied' }])
    expect(stored('audit_records')).toEqual([])
    expect(await attempt('shanxi')).toBe('ok')
    expect(await insist(demo, 'shanxi', `units.${act}`, { ...input, unit: 'no-such-unit' })).toBe('unit-unknown')
  })

  test('twice is refused, but the same call answers the same', async () => {
    const { id } = await apply(demo, ONE)
    const key = newKey()
    const first = await demo.ask('shuozhou', units.confirm, { unit: id }, key)
    expect(await demo.ask('shuozhou', units.confirm, { unit: id }, key)).toEqual(first)
    expect(await demo.refusal('shanxi', units.confirm, { unit: id })).toBe('already-decided')
    expect(stored('audit_records')).toHaveLength(1)
    // A key is remembered with what was decided: under it, closing is still a decision of its own.
    const closing = { unit: id, reason: '误确认' }
    expect(await demo.ask('shuozhou', units.close, closing, key)).toMatchObject({ state: 'closed' })
  })

  test('by two at once happens once', async () => {
    const { id } = await apply(demo, ONE)
    const both = ['shuozhou', 'shanxi'].map(persona => insist(demo, persona, 'units.confirm', { unit: id }))
    expect((await Promise.all(both)).sort()).toEqual(['already-decided', 'ok'])
    expect(stored('audit_records')).toHaveLength(1)
    expect((await demo.ask(ONE, people.me, {})).grants).toHaveLength(1)
  })

  test('to confirm and to close at once leaves one whole state', async () => {
    const { id } = await apply(demo, ONE)
    const [confirmed, closed] = await Promise.all([
      insist(demo, 'shuozhou', 'units.confirm', { unit: id }),
      insist(demo, 'shanxi', 'units.close', { unit: id, reason: '重复申请' }),
    ])
    // Closing after confirming is a decision of its own; confirming after closing is none.
    expect(closed).toBe('ok')
    expect(['ok', 'already-decided']).toContain(confirmed)
    expect(stored('units')).toMatchObject([{ state: 'closed', officer: null }])
    expect((await demo.ask(ONE, people.me, {})).grants).toEqual([])
    expect(stored('audit_records')).toHaveLength(confirmed === 'ok' ? 2 : 1)
  })

  test('to close leaves nobody in it, even where the first sending was cut off, and others where they are', async () => {
    const id = await confirmedUnit(demo, ONE)
    const { code } = await demo.ask(ONE, units.invite, {})
    await demo.ask(TWO, units.join, { code })
    await confirmedUnit(demo, 'stranger-3', { name: '朔州市二中' })
    const unitOf = async (persona: string) => (await demo.ask(persona, people.me, {})).profile?.unit?.name
    const before = demo.cloud.database.find('people')
    const [closing, key] = [{ unit: id, reason: '单位撤销' }, newKey()]
    await demo.ask('shuozhou', units.close, closing, key)
    expect(await Promise.all([ONE, TWO, 'stranger-3'].map(unitOf))).toEqual([undefined, undefined, '朔州市二中'])

    demo.cloud.database.clear('people')
    demo.cloud.database.insert('people', before)
    await demo.ask('shuozhou', units.close, closing, key)
    expect(await Promise.all([ONE, TWO, 'stranger-3'].map(unitOf))).toEqual([undefined, undefined, '朔州市二中'])
  })

  test('to close takes the officer’s right, shows the reason, and frees name and people', async () => {
    const id = await confirmedUnit(demo, ONE)
    const reason = '单位已撤销'
    expect(await demo.ask('shuozhou', units.close, { unit: id, reason })).toMatchObject({ state: 'closed', reason })
    expect(await mine(ONE)).toMatchObject({ state: 'closed', reason, isOfficer: false })
    expect((await demo.ask(ONE, people.me, {})).grants).toEqual([])
    expect(await demo.refusal('shuozhou', units.close, { unit: id, reason })).toBe('already-decided')
    expect(await demo.refusal(ONE, units.invite, {})).toBe('forbidden')
    expect(await apply(demo, TWO)).toMatchObject({ state: 'applied' })
    expect(await apply(demo, ONE, { name: '新单位' })).toMatchObject({ state: 'applied' })
  })

  // Each in a province of its own: what a dead instance has locked stays locked for half a minute.
  test('leaves nothing half-done when instances die in the middle of it', async () => {
    const provinces = [
      '120000',
      '130000',
      '140000',
      '150000',
      '210000',
      '220000',
      '230000',
      '310000',
      '320000',
      '330000',
    ]
    const applied = await Promise.all(
      provinces.map(async (region, i) => ({
        region,
        persona: `stranger-${i + 1}`,
        id: (await applyIn(region, i)).id,
      })),
    )
    demo.cloud.faults.set({ kill: 1, killWithinMilliseconds: 300, seed: 3 })
    const confirm = ({ id }: { id: string }) =>
      demo.cloud.call('ministry', 'units', { procedure: 'units.confirm', input: { unit: id }, key: newKey() })
    for (const unit of applied) await confirm(unit)
    demo.cloud.faults.clear()

    for (const { id, persona, region } of applied) {
      const isConfirmed = stored('units', { _id: id })[0]?.['state'] === 'confirmed'
      expect(stored('people', { _id: openIdOf(persona) })[0]?.['grants']).toHaveLength(isConfirmed ? 1 : 0)
      expect(stored('audit_records', { region })).toHaveLength(isConfirmed ? 1 : 0)
    }
    expect(stored('units', { state: 'applied' }).length).toBeGreaterThan(0)
  }, 20_000)
})

const applyIn = (region: string, i: number) => apply(demo, `stranger-${i + 1}`, { region })

describe('the organisers’ lists', () => {
  const names = async (persona: string, input: { region: string; name?: string }) => {
    const { items } = await demo.ask(persona, units.list, { state: 'applied', name: '', after: null, ...input })
    return items.map(({ name }) => name)
  }

  test('hold what lies in the region and below, and nothing else', async () => {
    await apply(demo, ONE, { name: '朔州一馆' })
    await apply(demo, TWO, { name: '太原一馆', region: '140100' })
    await apply(demo, 'stranger-3', { name: '石家庄一馆', region: '130100' })
    expect(await names('shuozhou', { region: '140600' })).toEqual(['朔州一馆'])
    expect(await names('shanxi', { region: '140000' })).toEqual(['太原一馆', '朔州一馆'])
    expect(await names('ministry', { region: '000000' })).toEqual(['石家庄一馆', '太原一馆', '朔州一馆'])
    expect(await names('ministry', { region: '000000', name: '朔州' })).toEqual(['朔州一馆'])
    expect(await names('shanxi', { region: '140000', name: '石家庄' })).toEqual([])
    for (const region of ['140000', '140100', '000000'])
      expect(await demo.refusal('shuozhou', units.list, { region, state: 'applied', name: '', after: null })).toBe(
        'out-of-scope',
      )
  })

  test('cannot be led elsewhere by a cursor', async () => {
    await apply(demo, ONE, { name: '石家庄一馆', region: '130100' })
    await apply(demo, TWO, { name: '郑州一馆', region: '410100' })
    for (const after of ['', '000000:', '130100:', '300000:'])
      expect(
        (await demo.ask('shanxi', units.list, { region: '140000', state: 'applied', name: '', after })).items,
      ).toEqual([])
  })

  test('count what waits', async () => {
    await apply(demo, ONE, { name: '朔州一馆' })
    await confirmedUnit(demo, TWO, { name: '太原一馆', region: '140100' })
    const count = (persona: string, region: string) => demo.ask(persona, units.countWaiting, { region })
    expect(await count('shuozhou', '140600')).toEqual({ applied: 1, missing: 0 })
    expect(await count('shanxi', '140000')).toEqual({ applied: 1, missing: 1 })
    expect(await demo.refusal('shuozhou', units.countWaiting, { region: '140000' })).toBe('out-of-scope')
  })

  test('open a proof for the organisers above', async () => {
    const proof = await demo.upload(ONE, `${openIdOf(ONE)}/letter.png`, 'letter')
    const { id } = await apply(demo, ONE, { proof: [proof] })
    const shown = await demo.ask('shuozhou', units.show, { unit: id })
    expect(shown.unit.name).toBe('朔州市科技馆')
    expect(await Promise.all(shown.proof.map(async url => (await fetch(url)).text()))).toEqual(['letter'])
    expect(await demo.refusal(FOREIGN, units.show, { unit: id })).toBe('out-of-scope')
    expect(await demo.refusal(ONE, units.show, { unit: id })).toBe('forbidden')
    expect(await demo.refusal('shuozhou', units.show, { unit: 'no-such-unit' })).toBe('unit-unknown')
  })
})
