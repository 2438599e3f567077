import readXlsxFile from 'read-excel-file/node'
import { DAY } from '../../../miniprogram/contract/time'
import { units } from '../../../miniprogram/contract/units'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import { demoMoment } from '../../../local/seed/edition-2026'
import { environment } from '../../../local/seed/environment'
import { notices } from '../../../miniprogram/contract/notices'
import { type DemoCloud, newKey, openIdOf } from '../../support/demo-cloud'
import { apply, confirmedUnit, FOREIGN, handle, insist, officer, startStage } from './stage'

let demo: DemoCloud & { reset: () => void }
let unit: string
beforeAll(async () => {
  demo = await startStage()
})
afterAll(() => demo.cloud.stop())
beforeEach(async () => {
  demo.cloud.clock.freeze(demoMoment)
  demo.reset()
  unit = await confirmedUnit(demo, OFFICER)
})

const [OFFICER, OTHER] = ['stranger-1', 'stranger-2']
const BEFORE_DUE = Date.parse('2026-06-07T23:59:59.999+08:00')
const stored = (collection: string, query = {}) => demo.cloud.database.find(collection, query)
const name = (changes: Partial<typeof officer> = {}, version = 0, key = newKey()) =>
  demo.ask(OFFICER, units.nameLiaison, { ...officer, ...changes, version }, key)
const board = (persona: string, region: string, show: 'missing' | 'named') =>
  demo.ask(persona, units.listLiaisons, { region, show, after: null })

describe('naming', () => {
  test('writes down one officer for the year, in time', async () => {
    demo.cloud.clock.freeze(BEFORE_DUE)
    const named = { ...officer, namedAt: BEFORE_DUE, late: false, version: 1 }
    expect(await name()).toEqual(named)
    expect((await demo.ask(OFFICER, units.mine, {}))?.liaison).toEqual(named)
  })

  test('is late from the eighth of June in Beijing, and a later change does not make it late', async () => {
    demo.cloud.clock.freeze(BEFORE_DUE + 1)
    expect(await name()).toMatchObject({ late: true })
    demo.reset()
    demo.cloud.clock.freeze(BEFORE_DUE - DAY)
    unit = await confirmedUnit(demo, OFFICER)
    await name()
    demo.cloud.clock.freeze(BEFORE_DUE + DAY)
    expect(await name({ name: '赵六' }, 1)).toMatchObject({ name: '赵六', late: false, namedAt: BEFORE_DUE - DAY })
  })

  test('keeps a history, without phones', async () => {
    await name()
    demo.cloud.clock.freeze(demoMoment + DAY)
    await name({ name: '赵六', duty: '科长', phone: '0349-2081234' }, 1)
    const changes = await demo.ask(OFFICER, units.listLiaisonChanges, {})
    expect(changes).toEqual([
      { at: demoMoment + DAY, name: '赵六', duty: '科长' },
      { at: demoMoment, name: '王五', duty: '办公室主任' },
    ])
    expect(stored('unit_liaisons')).toHaveLength(1)
  })

  test('from an old screen is refused, and the same call asked again is not', async () => {
    const key = newKey()
    const first = await name({}, 0, key)
    expect(await name({}, 0, key)).toEqual(first)
    expect(await demo.refusal(OFFICER, units.nameLiaison, { ...officer, name: '赵六', version: 0 })).toBe(
      'liaison-changed',
    )
    expect(stored('unit_liaisons')).toMatchObject([{ name: '王五', version: 1 }])
    expect(stored('unit_liaison_changes')).toHaveLength(1)
  })

  test('by two at once names one', async () => {
    const both = ['王五', '赵六'].map(name =>
      insist(demo, OFFICER, 'units.nameLiaison', { ...officer, name, version: 0 }),
    )
    expect((await Promise.all(both)).sort()).toEqual(['liaison-changed', 'ok'])
    expect(stored('unit_liaison_changes')).toHaveLength(1)
    expect(stored('units', { _id: unit })).toMatchObject([{ liaison: { name: stored('unit_liaisons')[0]?.['name'] } }])
  })

  test.each([
    ['a phone of letters', { phone: '1381234567a' }],
    ['a masked phone', { phone: '138****5678' }],
    ['a mail without a host', { mail: 'wang.wu' }],
    ['a name of one character', { name: '王' }],
    ['a name of a hundred characters', { name: '王'.repeat(100) }],
  ])('with %s is invalid', async (_what, changes) => {
    expect(await demo.refusal(OFFICER, units.nameLiaison, { ...officer, ...changes, version: 0 })).toBe('invalid-input')
  })

  test('with words that the check refuses stores nothing', async () => {
    const duty = `主任${VERDICT_MARKS.risky}`
    expect(await demo.refusal(OFFICER, units.nameLiaison, { ...officer, duty, version: 0 })).toBe('text-refused')
    expect(stored('unit_liaisons')).toEqual([])
  })

  test.each(['محمد علي', '🌳老王'])('keeps the name %s as it is', async given => {
    expect(await name({ name: given })).toMatchObject({ name: given })
  })

  test('is for officers of confirmed units', async () => {
    await apply(demo, OTHER, { name: '另一个单位' })
    expect(await demo.refusal(OTHER, units.nameLiaison, { ...officer, version: 0 })).toBe('forbidden')
    expect(await demo.refusal('shuozhou', units.nameLiaison, { ...officer, version: 0 })).toBe('forbidden')
  })
})

describe('the board', () => {
  test('counts and lists who is missing, and who was named, masked', async () => {
    const other = await confirmedUnit(demo, OTHER, { name: '朔州市二中', kind: 'school' })
    await apply(demo, 'stranger-3', { name: '还没确认' })
    await name()
    const facts = { units: 2, missing: 1, year: 2026, next: null }
    const row = { region: '140600', late: false }
    expect(await board('shuozhou', '140600', 'missing')).toEqual({
      ...facts,
      items: [
        { ...row, unit: other, unitName: '朔州市二中', kind: 'school', name: null, duty: null, maskedPhone: null },
      ],
    })
    const named = { name: '王五', duty: '办公室主任', maskedPhone: '138****5678', late: true }
    expect(await board('shuozhou', '140600', 'named')).toEqual({
      ...facts,
      items: [{ ...row, unit, unitName: '朔州市科技馆', kind: 'museum-media', ...named }],
    })
  })

  test('never tells a phone or a mail, to nobody', async () => {
    await name()
    const replies = [
      await board('shuozhou', '140600', 'named'),
      await board('ministry', '000000', 'named'),
      await demo.ask('shuozhou', units.list, { region: '140600', state: 'confirmed', name: '', after: null }),
      await demo.ask('shuozhou', units.show, { unit }),
    ]
    expect(JSON.stringify(stored('unit_liaisons'))).toContain(officer.phone)
    for (const reply of replies) {
      expect(JSON.stringify(reply)).toContain('朔州市科技馆')
      expect(JSON.stringify(reply)).not.toContain(officer.phone)
      expect(JSON.stringify(reply)).not.toContain(officer.mail)
    }
  })

  test('begins anew with the year', async () => {
    await name()
    const [edition] = stored('editions', { state: 'published' })
    const editions = stored('editions')
    demo.cloud.database.clear('editions')
    demo.cloud.database.insert('editions', [{ ...edition, _id: '2027', year: 2027 }])
    demo.cloud.clock.freeze(demoMoment + 365 * DAY)
    expect(await board('shuozhou', '140600', 'missing')).toMatchObject({ units: 1, missing: 1, year: 2027 })
    expect(await demo.refusal('shuozhou', units.openLiaison, { unit, reason: '核对' })).toBe('liaison-missing')
    demo.cloud.database.clear('editions')
    demo.cloud.database.insert('editions', editions)
  })

  test('is cut at one’s own region', async () => {
    for (const region of ['000000', '140000', '140100'])
      expect(await demo.refusal('shuozhou', units.listLiaisons, { region, show: 'named', after: null })).toBe(
        'out-of-scope',
      )
    expect(await demo.refusal(OFFICER, units.listLiaisons, { region: '140600', show: 'named', after: null })).toBe(
      'forbidden',
    )
    await name()
    expect((await board(FOREIGN, '140100', 'named')).items).toEqual([])
  })
})

describe('opening', () => {
  test('shows phone and mail, and is written down with its reason and without them', async () => {
    await name()
    expect(await demo.ask('shuozhou', units.openLiaison, { unit, reason: '电话核对' })).toMatchObject(officer)
    const opened = stored('audit_records', { action: 'units.openLiaison' })
    expect(opened).toMatchObject([{ subject: unit, facts: { year: 2026, reason: '电话核对' } }])
    for (const secret of [officer.phone, officer.mail, officer.name])
      expect(JSON.stringify(opened)).not.toContain(secret)
  })

  test('is refused to everybody else, without a trace in the log', async () => {
    expect(await demo.refusal('shuozhou', units.openLiaison, { unit, reason: '核对' })).toBe('liaison-missing')
    await name()
    expect(await demo.refusal(FOREIGN, units.openLiaison, { unit, reason: '核对' })).toBe('out-of-scope')
    expect(await demo.refusal(OFFICER, units.openLiaison, { unit, reason: '核对' })).toBe('forbidden')
    expect(await demo.refusal('shuozhou', units.openLiaison, { unit, reason: '' })).toBe('invalid-input')
    expect(await demo.refusal('shuozhou', units.openLiaison, { unit: 'no-such-unit', reason: '核对' })).toBe(
      'unit-unknown',
    )
    expect(stored('audit_records', { action: 'units.openLiaison' })).toEqual([])
  })
})

describe('the workbook', () => {
  const sweep = async () => (await demo.cloud.timers.run('units', 'passing-files')).result
  const rowsAt = async (url: string) => {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    const [sheet] = await readXlsxFile(bytes)
    return sheet
  }

  test('has one row for each named officer of the region, in full, and is audited', async () => {
    await name({ phone: '0349-2081234', duty: '=1+1' })
    const away = await confirmedUnit(demo, OTHER, { name: '太原一馆', region: '140100' })
    await demo.ask(OTHER, units.nameLiaison, { ...officer, version: 0 })
    const file = await demo.ask('shuozhou', units.exportLiaisons, { region: '140600', reason: '通知会议' })
    expect(file.fileId).toMatch(/\/exports\/[0-9a-f-]{36}\/liaisons-140600-2026\.xlsx$/)
    expect(await rowsAt(file.url)).toEqual({
      sheet: '科普工作联络员',
      data: [
        ['地区', '单位', '类别', '联络员', '职务', '电话', '邮箱', '登记时间', '是否逾期'],
        [
          ...['朔州市', '朔州市科技馆', '博物馆、科技馆和媒体', '王五', '=1+1', '0349-2081234'],
          ...['wang.wu@example.cn', '2026-09-18 19:30', '逾期'],
        ],
      ],
    })
    expect(stored('audit_records', { action: 'units.exportLiaisons' })).toMatchObject([
      { region: '140600', facts: { rows: 1, year: 2026, reason: '通知会议' } },
    ])
    expect(away).not.toBe(unit)
  })

  test('can be had for ten minutes and no longer', async () => {
    await name()
    const { url } = await demo.ask('shuozhou', units.exportLiaisons, { region: '140600', reason: '通知会议' })
    demo.cloud.clock.freeze(demoMoment + 11 * 60_000)
    expect((await fetch(url)).status).toBe(403)
  })

  test('is gone with its record at the first run of the timer after that, and no other file with it', async () => {
    await name()
    const asked = { region: '140600', reason: '通知会议' }
    const files = () => demo.cloud.files.list({ limit: 100 }).filter(({ path }) => path.startsWith('exports/'))
    const earlier = files().length
    const first = await demo.ask('shuozhou', units.exportLiaisons, asked)
    demo.cloud.clock.freeze(demoMoment + 5 * 60_000)
    const second = await demo.ask('shuozhou', units.exportLiaisons, asked)
    expect(stored('passing_files').map(({ _id }) => _id)).toEqual([first.fileId, second.fileId])

    demo.cloud.clock.freeze(demoMoment + 10 * 60_000 - 1)
    expect(await sweep()).toEqual({ removed: 0 })
    expect(files()).toHaveLength(earlier + 2)
    demo.cloud.clock.freeze(demoMoment + 10 * 60_000)
    expect(await sweep()).toEqual({ removed: 1 })
    expect(await sweep()).toEqual({ removed: 0 })
    expect(stored('passing_files').map(({ _id }) => _id)).toEqual([second.fileId])
    expect(files()).toHaveLength(earlier + 1)
    expect((await rowsAt(second.url))?.data).toHaveLength(2)
  })

  test('that was lost already, or is one of many, does not hold the others up', async () => {
    const over = Array.from({ length: 501 }, (_, i) => ({ _id: `cloud://e.b/exports/${i}`, place: '', expiresAt: i }))
    demo.cloud.database.insert('passing_files', over)
    expect([await sweep(), await sweep()]).toEqual([{ removed: 500 }, { removed: 1 }])
  })

  test('is not swept at the word of a phone', async () => {
    const event = { Type: 'Timer', TriggerName: 'passing-files', SOURCE: 'wx_trigger' }
    demo.cloud.database.insert('passing_files', [{ _id: 'cloud://e.b/exports/0', place: '', expiresAt: 0 }])
    expect(await demo.send('ministry', 'units', event)).toMatchObject({ error: { code: 'malformed-request' } })
    expect(stored('passing_files')).toHaveLength(1)
  })

  test('is refused beyond one’s region, and nothing is written', async () => {
    await name()
    const files = demo.cloud.files.list({ limit: 100 }).length
    const asked = { region: '140600', reason: '通知会议' }
    expect(await demo.refusal(FOREIGN, units.exportLiaisons, asked)).toBe('out-of-scope')
    expect(await demo.refusal(OFFICER, units.exportLiaisons, asked)).toBe('forbidden')
    expect(demo.cloud.files.list({ limit: 100 })).toHaveLength(files)
    expect(stored('audit_records', { action: 'units.exportLiaisons' })).toEqual([])
  })
})

describe('reminding', () => {
  const remind = (persona: string, region: string, key = newKey()) =>
    demo.ask(persona, units.remindLiaisons, { region }, key)
  const agree = async (persona: string) => {
    await demo.ask(persona, notices.remindMyUnit, {})
    demo.cloud.subscriptions.accept(openIdOf(persona), environment.YUNKEPU_TEMPLATE_LIAISON)
  }

  test('sends a message where one was agreed to, and names the others to call', async () => {
    await agree(OFFICER)
    await confirmedUnit(demo, OTHER, { name: '朔州市二中' })
    const before = demo.cloud.outbox.messages().length
    const key = newKey()
    const told = { sent: 1, call: [{ unitName: '朔州市二中', region: '140600' }] }
    expect(await remind('shuozhou', '140600', key)).toEqual(told)
    expect(await remind('shuozhou', '140600', key)).toEqual(told)
    expect(await remind('shuozhou', '140600')).toEqual({ sent: 0, call: [] })
    expect(stored('audit_records', { action: 'units.remindLiaisons' })).toMatchObject([
      { actor: handle('shuozhou'), region: '140600', facts: { year: 2026, count: 2 } },
    ])
    const sent = demo.cloud.outbox.messages().slice(before)
    expect(sent).toMatchObject([{ toUser: openIdOf(OFFICER), template: environment.YUNKEPU_TEMPLATE_LIAISON }])
    demo.cloud.clock.freeze(demoMoment + DAY)
    const next = await remind('shuozhou', '140600')
    expect([next.sent, next.call.map(({ unitName }) => unitName).sort()]).toEqual([0, ['朔州市二中', '朔州市科技馆']])
  })

  test('by two at once messages each unit once', async () => {
    await agree(OFFICER)
    const before = demo.cloud.outbox.messages().length
    const both = ['shuozhou', 'shanxi'].map(persona =>
      insist(demo, persona, 'units.remindLiaisons', { region: '140600' }),
    )
    expect(await Promise.all(both)).toEqual(['ok', 'ok'])
    expect(demo.cloud.outbox.messages()).toHaveLength(before + 1)
  })

  test('leaves alone who has named one, and who is elsewhere', async () => {
    await name()
    await confirmedUnit(demo, OTHER, { name: '太原一馆', region: '140100' })
    expect(await remind('shuozhou', '140600')).toEqual({ sent: 0, call: [] })
    expect(await demo.refusal('shuozhou', units.remindLiaisons, { region: '140000' })).toBe('out-of-scope')
    expect(await remind('shanxi', '140000')).toEqual({ sent: 0, call: [{ unitName: '太原一馆', region: '140100' }] })
  })
})

test('while no edition runs there is nothing to name, count, open or export; a unit still sees itself', async () => {
  const editions = stored('editions')
  demo.cloud.database.clear('editions')
  demo.cloud.clock.freeze(demoMoment + 3 * 365 * DAY)
  const region = '140600'
  const refused = [
    await demo.refusal(OFFICER, units.nameLiaison, { ...officer, version: 0 }),
    await demo.refusal('shuozhou', units.countWaiting, { region }),
    await demo.refusal('shuozhou', units.listLiaisons, { region, show: 'missing', after: null }),
    await demo.refusal('shuozhou', units.openLiaison, { unit, reason: '核对' }),
    await demo.refusal('shuozhou', units.exportLiaisons, { region, reason: '核对' }),
    await demo.refusal('shuozhou', units.remindLiaisons, { region }),
  ]
  expect(refused).toEqual(refused.map(() => 'edition-missing'))
  expect(await demo.ask(OFFICER, units.mine, {})).toMatchObject({
    id: unit,
    liaisonDue: Date.parse('2029-06-07T23:59:59.999+08:00'),
  })
  demo.cloud.database.insert('editions', editions)
})
