import * as v from 'valibot'
import { holds, NOBODY, type Standing } from '../../../../miniprogram/contract/roles'
import { domain, procedure, returns } from '../../../../miniprogram/contract/rpc'
import { door } from '../../../../cloudfunctions/platform/door'
import { mustOrganise, ownUnit } from '../../../../cloudfunctions/platform/reach'

const anything = {
  kind: 'read',
  scope: 'none',
  output: returns<unknown>(),
  errors: ['out-of-scope'],
  cost: { reads: 0, writes: 0, cold: 0 },
} as const

const nothing = v.strictObject({})

const ranks = domain('ranks', {
  public: procedure('ranks.public', { ...anything, role: 'public', input: nothing }),
  contributor: procedure('ranks.contributor', { ...anything, role: 'contributor', input: nothing }),
  juror: procedure('ranks.juror', { ...anything, role: 'juror', input: nothing }),
  officer: procedure('ranks.officer', { ...anything, role: 'unit-officer', input: nothing }),
  organiser: procedure('ranks.organiser', {
    ...anything,
    role: 'organiser',
    input: v.strictObject({ region: v.string() }),
  }),
  administrator: procedure('ranks.administrator', { ...anything, role: 'administrator', input: nothing }),
})

const granted = (role: Standing['grants'][number]['role'], region: string, unit: string | null = null): Standing => ({
  ...NOBODY,
  consented: true,
  grants: [{ role, region, unit, since: 0 }],
})

/** By what the platform calls the personas. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  'local-openid-zhou': { ...NOBODY, consented: true },
  'local-openid-qian': granted('juror', '140600'),
  'local-openid-zhao': granted('unit-officer', '140600', 'the-unit'),
  'local-openid-shuozhou': granted('organiser', '140600'),
  'local-openid-shanxi': granted('organiser', '140000'),
  'local-openid-admin': granted('administrator', '000000'),
}

const standingOf = (person: string) => Promise.resolve(STANDINGS[person] ?? NOBODY)

/** A domain that tells what the door let in. */
export const main = door(
  ranks,
  {
    public: (_input, { standing }) => Promise.resolve(holds(standing, 'contributor')),
    contributor: () => Promise.resolve(true),
    juror: () => Promise.resolve(true),
    officer: (_input, context) => Promise.resolve(ownUnit(context)),
    organiser: ({ region }, context) => {
      mustOrganise(context, region)
      return Promise.resolve(true)
    },
    administrator: () => Promise.resolve(true),
  },
  standingOf,
)
