import { decidedNickname, mayGrant, needsGuardian } from '../../../cloudfunctions/people/rules'
import { AGE_BANDS } from '../../../miniprogram/contract/people'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { type GrantedRole, NOBODY, type Standing } from '../../../miniprogram/contract/roles'

const holding = (role: GrantedRole, region: string): Standing => ({
  ...NOBODY,
  consented: true,
  grants: [{ role, region, unit: null, since: 0 }],
})

test('only those under fourteen need a guardian', () => {
  expect(AGE_BANDS.filter(needsGuardian)).toEqual(['under-14'])
})

describe('who may give which role where', () => {
  const city = holding('organiser', '140600')
  const province = holding('organiser', '140000')
  const country = holding('organiser', COUNTRY)
  const corps = holding('organiser', 'BT0000')
  const administrator = holding('administrator', COUNTRY)

  test.each([
    ['a city its own organisers', city, 'organiser', '140600', true],
    ['a city its own jurors', city, 'juror', '140600', true],
    ['a city nobody of the next one', city, 'organiser', '140200', false],
    ['a city nobody of its province', city, 'organiser', '140000', false],
    ['a province its cities', province, 'juror', '140600', true],
    ['a province itself', province, 'organiser', '140000', true],
    ['a province no other one', province, 'organiser', '110000', false],
    ['a province not the country', province, 'organiser', COUNTRY, false],
    ['the corps its divisions', corps, 'organiser', 'BT0800', true],
    ['the corps no city of Xinjiang', corps, 'organiser', '650100', false],
    ['the country everywhere', country, 'organiser', '140600', true],
    ['an organiser of the country no administrator', country, 'administrator', COUNTRY, false],
    ['an administrator another one', administrator, 'administrator', COUNTRY, true],
    ['an administrator none of a province', administrator, 'administrator', '140000', false],
    ['an administrator organisers everywhere', administrator, 'organiser', '140600', true],
    ['a juror nobody', holding('juror', COUNTRY), 'juror', '140600', false],
    ['a unit’s officer nobody', holding('unit-officer', '140600'), 'organiser', '140600', false],
    ['nobody nobody', NOBODY, 'juror', '140600', false],
  ] as const)('%s', (_, standing, role, region, may) => {
    expect(mayGrant(standing, role, region)).toBe(may)
  })
})

describe('a nickname that an organiser decides on', () => {
  const waiting = { nickname: '小林', nicknameState: 'waits' } as const

  test('is shown when it passes and emptied when not', () => {
    expect(decidedNickname(waiting, '小林', true)).toEqual({ nickname: '小林', nicknameState: 'shown' })
    expect(decidedNickname(waiting, '小林', false)).toEqual({ nickname: '', nicknameState: 'shown' })
  })

  test('stays when the person has changed it meanwhile', () => {
    expect(decidedNickname({ ...waiting, nickname: '大林' }, '小林', false)).toBeNull()
    expect(decidedNickname({ nickname: '小林', nicknameState: 'shown' }, '小林', false)).toBeNull()
  })
})
