import type { Hand } from '../hand'

interface Visit {
  name: string
  path: string
  /** A part of what is read once the page is there. */
  sees: string
  /** What is done on the page before it is looked at. */
  act?: (hand: Hand) => Promise<void>
}

export interface Round {
  persona: string
  visits: readonly Visit[]
}

const SHUOZHOU = 'region=140600'

async function openLiaison(hand: Hand): Promise<void> {
  await hand.tap('已登记')
  await hand.tap('桑干河湿地公园管理中心')
  const sheet = hand.page.getByRole('dialog').or(hand.page.getByRole('alertdialog'))
  // The field shows its words itself until a finger is on it.
  const field = sheet.getByRole('textbox')
  await field.locator('xpath=ancestor::*[contains(@class,"--control")][1]').tap()
  await field.focus()
  await hand.page.keyboard.insertText('核对六月的活动安排')
  await sheet.getByText('查看', { exact: true }).tap()
  await hand.sees('13812340666')
}

const newcomer: Round = {
  persona: 'lin',
  visits: [
    { name: 'consent', path: 'packages/people/consent/consent', sees: '先说清楚，再开始' },
    { name: 'practice', path: 'packages/practice/home/home', sees: '练' },
    { name: 'practice-session', path: 'packages/practice/session/session?deck=daily', sees: '练' },
    { name: 'practice-mistakes', path: 'packages/practice/mistakes/mistakes', sees: '没有错题' },
    { name: 'practice-favourites', path: 'packages/practice/favourites/favourites', sees: '还没有收藏' },
    { name: 'my-data-none', path: 'packages/people/my-data/my-data', sees: '我的数据与隐私' },
    { name: 'my-reports-none', path: 'packages/quiz/my-reports/my-reports', sees: '还没有报过错' },
    { name: 'desk-closed', path: 'packages/desk/home/home', sees: '这里给各级组织者用' },
  ],
}

const known: Round = {
  persona: 'zhou',
  visits: [
    { name: 'me-known', path: 'pages/me/me', sees: '周同学' },
    { name: 'profile', path: 'packages/people/profile/profile', sees: '换头像' },
    { name: 'my-data', path: 'packages/people/my-data/my-data', sees: '把我的数据给我' },
    { name: 'enter-code', path: 'packages/people/enter-code/enter-code', sees: '授权码' },
    { name: 'my-reports', path: 'packages/quiz/my-reports/my-reports', sees: '等待核查' },
    { name: 'ranking', path: 'packages/quiz/ranking/ranking', sees: '人参加' },
    {
      name: 'ranking-rule',
      path: 'packages/quiz/ranking/ranking',
      sees: '人参加',
      async act(hand) {
        await hand.page.getByRole('button', { name: /怎么排名$/ }).tap()
        await hand.seesPart('每分钟更新')
      },
    },
    {
      name: 'ranking-cities',
      path: 'packages/quiz/ranking/ranking',
      sees: '人参加',
      async act(hand) {
        await hand.role('radio', '城市').tap()
        await hand.seesPart('我的城市')
      },
    },
    { name: 'reminders', path: 'packages/notices/reminders/reminders', sees: '提醒' },
    { name: 'verify', path: 'packages/quiz/verify/verify', sees: '十二位查验码' },
    { name: 'unit-none', path: 'packages/units/unit/unit', sees: '还没有加入单位' },
    { name: 'unit-apply', path: 'packages/units/apply/apply', sees: '证明材料' },
    { name: 'unit-join', path: 'packages/units/join/join', sees: '邀请码' },
  ],
}

const officer: Round = {
  persona: 'sun',
  visits: [
    { name: 'unit', path: 'packages/units/unit/unit', sees: '朔州市生态环境监测站' },
    { name: 'unit-members', path: 'packages/units/members/members', sees: '白老师' },
    {
      name: 'unit-invite',
      path: 'packages/units/invite/invite',
      sees: '邀请码',
      async act(hand) {
        await hand.page.getByText('生成邀请码', { exact: true }).or(hand.page.getByText('换新码')).last().tap()
        await hand.seesPart('有效')
      },
    },
    { name: 'unit-liaison', path: 'packages/units/liaison/liaison', sees: '改动记录' },
    { name: 'certificates-none', path: 'packages/quiz/certificates/certificates', sees: '还没有证书' },
    {
      name: 'certificate-none',
      path: 'packages/quiz/certificate/certificate?round=2026-main',
      sees: '现在没有你的证书',
    },
  ],
}

const organiser: Round = {
  persona: 'shuozhou',
  visits: [
    { name: 'desk', path: 'packages/desk/home/home', sees: '朔州市' },
    { name: 'desk-units', path: `packages/desk/units/units?${SHUOZHOU}`, sees: '七里河志愿者协会' },
    { name: 'desk-unit', path: 'packages/desk/unit/unit?unit=demo-volunteers-shuozhou', sees: '待确认' },
    { name: 'desk-liaisons', path: `packages/desk/liaisons/liaisons?${SHUOZHOU}`, sees: '朔州市第二中学' },
    {
      name: 'desk-liaison',
      path: `packages/desk/liaisons/liaisons?${SHUOZHOU}`,
      sees: '朔州市第二中学',
      act: openLiaison,
    },
    { name: 'desk-notices', path: `packages/desk/notices/notices?${SHUOZHOU}`, sees: '桑干河湿地周末讲解' },
    { name: 'desk-write-notice', path: `packages/desk/write-notice/write-notice?${SHUOZHOU}`, sees: '正文' },
    { name: 'desk-board', path: `packages/desk/board/board?${SHUOZHOU}`, sees: '份答卷' },
    { name: 'desk-suspicions', path: `packages/desk/suspicions/suspicions?${SHUOZHOU}`, sees: '答得比读题还快' },
    {
      name: 'desk-suspicion',
      path: `packages/desk/suspicions/suspicions?${SHUOZHOU}`,
      sees: '答得比读题还快',
      async act(hand) {
        await hand.page.getByRole('button', { name: /^总选同一个位置，/ }).tap()
        await hand.seesPart('每题选了第几个')
      },
    },
    { name: 'desk-roles', path: `packages/desk/roles/roles?${SHUOZHOU}`, sees: '钱评委' },
    { name: 'desk-invite', path: `packages/desk/invite/invite?${SHUOZHOU}`, sees: '评委' },
    { name: 'desk-audit', path: `packages/desk/audit/audit?${SHUOZHOU}`, sees: '核对六月的活动安排' },
  ],
}

const administrator: Round = {
  persona: 'admin',
  visits: [
    { name: 'desk-texts', path: 'packages/desk/texts/texts?region=000000', sees: '七里河志愿者协会' },
    { name: 'desk-reports', path: 'packages/bank/reports/reports', sees: '3 人' },
    {
      name: 'desk-ruling',
      path: 'packages/bank/reports/reports',
      sees: '3 人',
      async act(hand) {
        await hand.page.getByRole('button', { name: /答案不对 2/ }).tap()
        await hand.sees('写给大家的说明')
        await hand.tap('更正')
        await hand.seesPart('选项 A')
      },
    },
    { name: 'bank-questions', path: 'packages/bank/questions/questions', sees: 'HJ 633—2026 规定' },
    { name: 'bank-question', path: 'packages/bank/question/question?id=air-01', sees: '出处与状态' },
    { name: 'bank-edit-question', path: 'packages/bank/edit-question/edit-question?id=air-01', sees: '正确选项' },
    { name: 'bank-import-file', path: 'packages/bank/import-file/import-file', sees: '从聊天里选文件' },
    { name: 'bank-rounds', path: 'packages/bank/rounds/rounds', sees: '进行中' },
    { name: 'bank-round', path: 'packages/bank/round/round?id=2026-main', sees: '抽一份卷子看看' },
    { name: 'desk-edition', path: 'packages/desk/edition/edition', sees: '大学生在行动' },
    {
      name: 'desk-edit-activity',
      path: 'packages/desk/edit-activity/edit-activity?year=2026&kind=student-action',
      sees: '怎么参加',
    },
  ],
}

/** The pages that stand open to some people only, each opened by its path as somebody who may. */
export const rounds: readonly Round[] = [newcomer, known, officer, organiser, administrator]

export async function pay({ path, sees, act }: Visit, hand: Hand): Promise<void> {
  await hand.turnTo(path)
  await hand.seesPart(sees)
  await act?.(hand)
}
