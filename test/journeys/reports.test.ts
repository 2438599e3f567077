import * as v from 'valibot'
import { shortStem } from '../../miniprogram/copy/bank'
import { MINUTE } from '../../miniprogram/contract/time'
import { demoMoment } from '../../local/seed/edition-2026'
import { eventually } from '../support/eventually'
import { answerOn, handIn, stemOf, times } from '../support/quiz-hand'
import { write } from '../support/field-writing'
import { setStage } from '../support/stage'

const stage = setStage()

const attemptsSchema = v.array(v.object({ score: v.nullable(v.number()) }))
const scores = () => v.parse(attemptsSchema, stage.cloud.database.find('quiz_attempts')).map(({ score }) => score)

const ticketSchema = v.object({
  ok: v.literal(true),
  value: v.tupleWithRest([v.object({ ticket: v.string() })], v.unknown()),
})

/** The ticket of a persona’s latest attempt, as their phone has it. */
async function ticketOf(persona: string): Promise<string> {
  const answer = await stage.cloud.call(persona, 'quiz', { procedure: 'quiz.listAttempts', input: {} })
  return v.parse(ticketSchema, 'result' in answer ? answer.result : null).value[0].ticket
}

test('a player reports a question, an organiser rules, the score follows and the player is told where they agreed', async () => {
  const player = await stage.hold('lin')
  await player.tap('开始竞答')
  const stem = await stemOf(player)
  await answerOn(player, stage.cloud, [...times(2, false), ...times(8, true)])
  await handIn(player)
  await player.sees('80')
  expect(scores()).toEqual([80])
  await player.tap('成绩有变动时告诉我')
  await player.tap('取消')
  await player.sees('没有设。成绩有变动时，“我的”里也会写明。')
  await player.tap('成绩有变动时告诉我')
  await player.tap('允许')
  await player.sees('好，成绩有变动会告诉你')
  await eventually(() => player.page.getByText('成绩有变动时告诉我').count(), 0)

  const ticket = await ticketOf('lin')
  await player.open(`packages/quiz/report/report?ticket=${encodeURIComponent(ticket)}&number=1`)
  await player.seesPart(stem)
  await player.tap('提交')
  await player.sees('请选择哪一类问题。')
  await player.tap('答案不对')
  await write(player, '理由', '两个选项都说得通')
  await player.tap('提交')
  await player.sees('收到了，谢谢你')
  await player.tap('看我的报错')
  await player.sees('等待核查')

  const organiser = await stage.hold('ministry')
  await organiser.open('packages/desk/home/home')
  await organiser.tap('题目报错')
  await organiser.sees('1 人')
  await organiser.tap(shortStem(stem))
  await organiser.sees('两个选项都说得通')
  await organiser.tap('停用')
  await organiser.tap('这道题人人得分')
  await write(organiser, '写给大家的说明', '题干漏了条件，两个选项都成立')
  await organiser.tap('裁定')
  await organiser.page.locator('confirm-sheet').getByText('裁定', { exact: true }).tap()
  await organiser.sees('0 / 1 份')

  stage.cloud.clock.freeze(demoMoment + MINUTE)
  await stage.cloud.timers.run('bank', 'upkeep')
  expect(scores()).toEqual([90])
  await organiser.open('packages/bank/reports/reports')
  await organiser.tap('已裁定')
  await organiser.tap(shortStem(stem))
  await organiser.sees('1 / 1 份')

  stage.cloud.clock.freeze(demoMoment + 4 * MINUTE)
  await stage.cloud.timers.run('notices', 'reminders')
  const [message, ...more] = stage.cloud.outbox.messages()
  expect([message?.fields['number2'], message?.fields['number3'], more]).toEqual(['80', '90', []])

  await player.open('pages/me/me')
  await player.sees('成绩有更正')
  await player.open(message?.page ?? '')
  await player.sees('有题目经核查有误，成绩由 80 分更正为 90 分。')
  await player.sees('这道题经核查有误，人人得分：题干漏了条件，两个选项都成立')
  await player.sees('成绩有变动时告诉我')
  await player.open('pages/me/me')
  await player.sees('90 分')
  expect(await player.page.getByText('成绩有更正').count()).toBe(0)
  await player.tap('我的报错')
  await player.seesPart('题干漏了条件，两个选项都成立')
})
