import type { Grant, Standing } from '../../../miniprogram/contract/roles'

export const CITY = '140600'
const PROVINCE = '140000'
export const UNIT = 'unit-of-the-matrix'
const UNIT_ELSEWHERE = 'unit-of-elsewhere'

interface Caller {
  /** Whose phone it is. */
  persona: string
  standing: Standing
}

const grant = (role: Grant['role'], region: string, unit: string | null = null): Grant => ({
  role,
  region,
  unit,
  since: 1,
})

const known = (region: string, ...grants: Grant[]): Standing => ({
  consented: true,
  region,
  unit: grants[0]?.unit ?? null,
  grants,
})

/** Everybody who may call: each role, and of those with a scope one whose scope is the target's and one whose is not. */
export const CALLERS = {
  public: { persona: 'stranger-12', standing: { consented: false, region: null, unit: null, grants: [] } },
  contributor: { persona: 'stranger-13', standing: known(CITY) },
  juror: { persona: 'stranger-14', standing: known(CITY, grant('juror', CITY)) },
  'unit officer': { persona: 'stranger-15', standing: known(CITY, grant('unit-officer', CITY, UNIT)) },
  'unit officer elsewhere': {
    persona: 'stranger-16',
    standing: known('310100', grant('unit-officer', '310100', UNIT_ELSEWHERE)),
  },
  'city organiser': { persona: 'stranger-17', standing: known(CITY, grant('organiser', CITY)) },
  'city organiser elsewhere': { persona: 'stranger-18', standing: known('140100', grant('organiser', '140100')) },
  'province organiser': { persona: 'stranger-19', standing: known('140100', grant('organiser', PROVINCE)) },
  'province organiser elsewhere': { persona: 'stranger-20', standing: known('310100', grant('organiser', '310000')) },
  'ministry organiser': { persona: 'stranger-21', standing: known('110100', grant('organiser', '000000')) },
  administrator: { persona: 'stranger-22', standing: known('110100', grant('administrator', '000000')) },
} as const satisfies Record<string, Caller>

export type CallerName = keyof typeof CALLERS

export const CALLER_NAMES: readonly CallerName[] = [
  'public',
  'contributor',
  'juror',
  'unit officer',
  'unit officer elsewhere',
  'city organiser',
  'city organiser elsewhere',
  'province organiser',
  'province organiser elsewhere',
  'ministry organiser',
  'administrator',
]
