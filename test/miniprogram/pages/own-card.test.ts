import type { Me } from '../../../miniprogram/contract/people'
import { ownCard, STRANGER } from '../../../miniprogram/pages/me/own-card'

const me = (change: Partial<Me> = {}): Me => ({
  profile: {
    handle: 'h',
    nickname: '林晓',
    nicknameWaits: false,
    avatar: '',
    region: '140600',
    ageBand: '18-59',
    unit: null,
  },
  grants: [],
  asksAgain: false,
  folder: 'f',
  ...change,
})

test('before the consent everybody looks the same', () => {
  expect(ownCard(me({ profile: null }))).toEqual(STRANGER)
})

test.each([
  ['nothing', [], [], false],
  ['a city', [{ role: 'organiser', region: '140600' }], ['朔州市 · 市级组织者'], true],
  ['a province', [{ role: 'organiser', region: '140000' }], ['山西省 · 省级组织者'], true],
  ['the series', [{ role: 'organiser', region: '000000' }], ['全国 · 部级组织者'], true],
  ['everything', [{ role: 'administrator', region: '000000' }], ['管理员'], true],
  ['a jury', [{ role: 'juror', region: '140600' }], ['朔州市 · 评委'], false],
  ['a unit', [{ role: 'unit-officer', region: '140600' }], ['单位负责人'], false],
] as const)('who was granted %s reads so, and has a desk or not', (_name, grants, roles, hasDesk) => {
  const card = ownCard(me({ grants: grants.map(grant => ({ ...grant, unit: null, since: 0 })) }))
  expect([card.roles, card.hasDesk]).toEqual([roles, hasDesk])
})

test('who has not said a name or a place is shown without', () => {
  const { profile } = me()
  const card = ownCard(me({ profile: profile && { ...profile, nickname: '', region: null } }))
  expect([card.name, card.note]).toEqual(['云科普的朋友', '还没有选地区'])
})
