import ICAL from 'ical.js'
import { ACTIVITY_KINDS } from '../../../miniprogram/contract/activities'
import { editions } from '../../../miniprogram/contract/editions'
import { dayOf, DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
  const [published] = demo.cloud.database.find('editions', { _id: '2026' })
  demo.cloud.database.insert('editions', [{ ...published, _id: '2027', year: 2027, state: 'draft', title: '草稿' }])
})
afterAll(() => demo.cloud.stop())

const schedule = (year: number | null) => demo.ask('lin', editions.showSchedule, { year })

describe('the schedule', () => {
  test('of the current year is what is published', async () => {
    const { edition, state, now, activities, years } = await schedule(null)
    expect({ edition, state, now, years }).toEqual({
      edition: { year: 2026, title: '生态环境云科普', theme: '人与自然和谐共生' },
      state: 'published',
      now: demoMoment,
      years: [2026, 2020],
    })
    expect(activities.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
      'award-works closed',
      'experts closed',
      'open-days open',
      'biodiversity-works open',
      'student-action open',
      'explainers open',
      'showcase open',
      'quiz open',
      'training upcoming',
    ])
  })

  test('of 2020 is an archive with the closing days of its notice', async () => {
    const { state, activities, days } = await schedule(2020)
    expect(state).toBe('archived')
    const lastDays = Object.fromEntries(activities.map(({ kind, closesAt }) => [kind, dayOf(closesAt - 1)]))
    expect(lastDays).toEqual({
      quiz: '2020-06-30',
      'biodiversity-works': '2020-09-22',
      'award-works': '2020-06-30',
      explainers: '2020-07-31',
      showcase: '2020-10-31',
      experts: '2020-08-31',
      'student-action': '2020-10-31',
      training: '2020-11-30',
      'open-days': '2020-10-31',
    })
    for (const { phase, summary } of activities) {
      expect(phase).toBe('closed')
      expect(summary).toContain('以原通知为准')
    }
    expect(days.find(({ id }) => id === 'liaison')?.day).toBe('2020-06-07')
  })

  test.each([2027, 2021])('of %d, a draft or nothing, is refused and not listed', async year => {
    expect(await demo.refusal('ministry', editions.showSchedule, { year })).toBe('edition-missing')
    expect(await demo.refusal('lin', editions.exportCalendar, { year, item: null })).toBe('edition-missing')
  })

  test('tells of a window that was moved: when, why, and what it was before', async () => {
    const explainers = (await schedule(null)).activities.find(({ kind }) => kind === 'explainers')
    expect(explainers?.changed?.reason).toBe('不少单位反映暑期组队来不及，报名延长十天')
    expect(dayOf((explainers?.changed?.before.closesAt ?? 0) - 1)).toBe('2026-09-10')
  })

  test('costs one read on a fresh instance, whatever years are asked for, and none while it is warm', async () => {
    demo.cloud.reload()
    const before = demo.cloud.counters.snapshot()
    await schedule(2020)
    await schedule(null)
    await demo.ask('lin', editions.exportCalendar, { year: 2026, item: null })
    const spent = demo.cloud.counters.since(before)
    expect([spent.calls, spent.reads, spent.writes]).toEqual([3, 1, 0])
  })
})

const calendar = async (year: number, item: string | null = null) =>
  demo.ask('lin', editions.exportCalendar, { year, item })

const eventsIn = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map(component => new ICAL.Event(component))

describe('the calendar file', () => {
  test('keeps the rules of RFC 5545: octets, line ends, folds, one calendar', async () => {
    for (const year of [2020, 2026]) {
      const { text } = await calendar(year)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const lines = text.slice(0, -2).split('\r\n')
      expect(lines.filter(line => line === '' || Buffer.byteLength(line) > 75)).toEqual([])
      // A character that was cut in two by a fold would come out as U+FFFD.
      expect(text).not.toContain('\u{FFFD}')
      const unfolded = text
        .replace(/\r\n[ \t]/g, '')
        .split('\r\n')
        .slice(0, -1)
      expect(unfolded.filter(line => !/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*$/.test(line))).toEqual([])
      expect(unfolded.slice(0, 4)).toEqual([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'CALSCALE:GREGORIAN',
        'PRODID:-//yunkepu//schedule//ZH',
      ])
      expect(unfolded.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(
        unfolded.filter(line => line.startsWith('UID:')).length,
      )
    }
  })

  test('has every activity from its opening to its last moment, and every day as a whole day', async () => {
    const { activities, days } = await schedule(null)
    const { name, text } = await calendar(2026)
    expect(name).toBe('云科普2026.ics')
    const events = eventsIn(text)
    const windows = events
      .filter(event => !event.startDate.isDate)
      .map(event => [event.summary, event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()])
    expect(windows).toEqual(activities.map(({ name: title, opensAt, closesAt }) => [title, opensAt, closesAt]))
    const whole = events
      .filter(event => event.startDate.isDate)
      .map(event => [event.summary, event.startDate.toString(), event.duration.toSeconds() * 1000])
    expect(whole).toEqual(days.map(({ name: title, day }) => [title, day, DAY]))
  })

  test('says the window in Beijing time, whatever zone the calendar shows', async () => {
    const { text } = await calendar(2026, 'quiz')
    const [event] = eventsIn(text)
    expect(event?.description).toContain('2026年8月15日 00:00 开放，2026年11月30日 23:59 截止（北京时间）')
    expect(text).toContain('DTSTART:20260814T160000Z\r\n')
    expect(text).toContain('DTEND:20261130T160000Z\r\n')
  })

  test('names an entry the same alone, together, and a day later, so that no calendar has it twice', async () => {
    const uids = (text: string) => eventsIn(text).map(({ uid }) => uid)
    const together = uids((await calendar(2026)).text)
    expect(new Set(together).size).toBe(together.length)
    const alone: string[] = []
    for (const kind of ACTIVITY_KINDS) alone.push(...uids((await calendar(2026, kind)).text))
    expect(alone.filter(uid => !together.includes(uid))).toEqual([])
    expect(alone).toHaveLength(ACTIVITY_KINDS.length)
    demo.cloud.clock.freeze(demoMoment + DAY)
    expect(uids((await calendar(2026)).text)).toEqual(together)
    const other = uids((await calendar(2020)).text)
    expect(other.filter(uid => together.includes(uid))).toEqual([])
    demo.cloud.clock.freeze(demoMoment)
  })

  test('is stamped by the server’s clock, and again the same at the same moment', async () => {
    const { text } = await calendar(2026)
    const stamps = new Set([...text.matchAll(/DTSTAMP:(.*)\r\n/g)].map(([, stamp]) => stamp))
    expect([...stamps]).toEqual(['20260918T113000Z'])
    expect((await calendar(2026)).text).toBe(text)
  })

  test.each([
    ['a theme day', 'ozone-day', '国际保护臭氧层日', '2026-09-16', '云科普2026-国际保护臭氧层日.ics'],
    ['a duty', 'liaison', '登记科普工作联络员', '2026-06-07', '云科普2026-登记科普工作联络员.ics'],
  ])('of %s alone is that whole day, as it stands in the calendar of the year', async (_what, id, title, day, file) => {
    const { name, text } = await calendar(2026, id)
    expect(name).toBe(file)
    const [event, ...others] = eventsIn(text)
    expect(others).toEqual([])
    expect([event?.summary, event?.startDate.isDate, event?.startDate.toString()]).toEqual([title, true, day])
    const whole = eventsIn((await calendar(2026)).text).find(({ uid }) => uid === event?.uid)
    expect(whole?.toString()).toBe(event?.toString())
  })

  test.each(['no-such-day', 'ecology-day'])('of %s, which 2020 does not have, is refused', async item => {
    expect(await demo.refusal('lin', editions.exportCalendar, { year: 2020, item })).toBe('activity-unknown')
  })

  test('says who hosts', async () => {
    expect(eventsIn((await calendar(2026, 'training')).text)[0]?.description.split('\n')).toContain(
      '承办：太原环境科普馆',
    )
  })

  test('carries odd texts unharmed: commas, semicolons, backslashes, lines, emoji, right-to-left, control marks', async () => {
    const odd = '甲,乙;丙\\丁：“戊” 👨‍👩‍👧 שלום \u0007尾'
    const [edition] = demo.cloud.database.find('editions', { _id: '2020' })
    const { activities } = await schedule(2020)
    const changed = activities.map(activity =>
      activity.kind === 'quiz' ? { ...activity, name: odd, theme: odd.repeat(20) } : activity,
    )
    demo.cloud.database.clear('editions')
    demo.cloud.database.insert('editions', [{ ...edition, activities: changed }])
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    const { name, text } = await calendar(2020, 'quiz')
    const [event] = eventsIn(text)
    const shown = odd.replace('\u0007', ' ')
    expect(event?.summary).toBe(shown)
    expect(event?.description.split('\n')).toContain(`主题：${shown.repeat(20)}`)
    expect(name).not.toMatch(/[\\/:*?"<>|\s\p{Cc}]/u)
    expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  })

  test('of an activity that the year does not have is refused', async () => {
    const [edition] = demo.cloud.database.find('editions', { _id: '2020' })
    demo.cloud.database.clear('editions')
    demo.cloud.database.insert('editions', [{ ...edition, activities: [] }])
    demo.cloud.clock.freeze(demoMoment + 2 * MINUTE)
    expect(await demo.refusal('lin', editions.exportCalendar, { year: 2020, item: 'quiz' })).toBe('activity-unknown')
    expect(eventsIn((await calendar(2020)).text)).toHaveLength(9)
  })
})
