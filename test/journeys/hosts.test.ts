import * as v from 'valibot'
import type { Hand } from '../../local/hand'
import { VERDICT_MARKS } from '../../local/cloud/open-api/content-checks'
import { people } from '../../miniprogram/contract/people'
import { askAs } from '../support/demo-cloud'
import { eventually } from '../support/eventually'
import { setStage } from '../support/stage'

const stage = setStage({ units: true })

const titles = (hand: Hand): Promise<string[]> =>
  hand.page
    .locator('day-row [aria-role="button"], day-row [role="button"]')
    .evaluateAll(rows => rows.map(row => (row.getAttribute('aria-label') ?? '').split('，')[1] ?? ''))

const byUnit = (hand: Hand) => hand.page.getByRole('button', { name: '按承办单位筛选' })

test('the schedule is narrowed to what one unit hosts, and opened again', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('日程')
  await byUnit(hand).tap()
  const choices = hand.page.getByRole('dialog').getByRole('radio')
  await choices.first().waitFor()
  await eventually(
    () => choices.evaluateAll(all => all.map(each => each.getAttribute('aria-label'))),
    ['全部单位', '朔州市生态环境监测站，科研设施开放日', '太原环境科普馆，生态环境科普云展播、科普能力提升培训'],
  )
  await hand.tap('太原环境科普馆')
  await hand.sees('只看太原环境科普馆承办的')
  await eventually(() => titles(hand), ['科普能力提升培训', '生态环境科普云展播', '科普能力提升培训'])
  await hand.tap('主题日')
  await hand.page.getByText('只看太原环境科普馆承办的').waitFor({ state: 'detached' })
  await byUnit(hand).tap()
  await hand.tap('朔州市生态环境监测站')
  await eventually(() => titles(hand), ['科研设施开放日'])
  await hand.tap('科研设施开放日')
  await hand.sees('承办单位')
  await hand.sees('朔州市生态环境监测站')
})

test('a theme day is taken along as a calendar file of its own', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('日程')
  await hand.tap('主题日')
  await hand.tap('全年')
  await hand.tap('世界环境日')
  await hand.tap('存成日历文件')
  await hand.sees('日历文件做好了')
  await hand.sees('云科普2026-世界环境日.ics')
})

test('an organiser names a host; words that need a second look wait, and are taken once they were let pass', async () => {
  const hand = await stage.hold('ministry')
  await hand.open('packages/desk/edit-activity/edit-activity?year=2026&kind=student-action')
  await hand.sees('承办单位')
  await hand.page.getByRole('button', { name: /^承办单位/ }).tap()
  await hand.page.getByRole('dialog').getByRole('textbox').fill('大同')
  await hand.tap('大同市环境科学学会')
  const theme = hand.page.getByRole('textbox', { name: /^主题/ })
  await theme.fill(`到乡村去${VERDICT_MARKS.review}`)
  await hand.tap('保存')
  await hand.seesPart('有文字要由组织者先看过，已经转交')
  const [review] = v.parse(
    v.array(v.object({ _id: v.string(), text: v.string() })),
    stage.cloud.database.find('text_reviews', { shownAs: 'activity' }),
  )
  expect(review?.text).toBe(`到乡村去${VERDICT_MARKS.review}`)
  await askAs(stage.cloud, 'admin', people.decideText, { id: review?._id ?? '', passes: true })
  await hand.tap('保存')
  await hand.seesPart('已保存')
  const shown = v
    .parse(
      v.array(v.object({ activities: v.array(v.looseObject({ kind: v.string(), unit: v.unknown() })) })),
      stage.cloud.database.find('editions', { _id: '2026' }),
    )[0]
    ?.activities.find(({ kind }) => kind === 'student-action')
  expect(shown).toMatchObject({
    theme: `到乡村去${VERDICT_MARKS.review}`,
    unit: { id: 'demo-society-datong', name: '大同市环境科学学会' },
  })
})
