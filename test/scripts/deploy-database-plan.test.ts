import {
  type FoundCollection,
  type FoundIndex,
  planDatabase,
  stepInWords,
  type WantedIndex,
} from '../../scripts/deploy-database-plan'

const byPerson = {
  name: 'person',
  fields: [
    ['person', 1],
    ['at', -1],
  ],
  unique: false,
} satisfies WantedIndex
const byCode = { name: 'code', fields: [['code', 1]], unique: true } satisfies WantedIndex
const wanted = [{ name: 'votes', indexes: [byPerson, byCode] }].map(collection => ({
  ...collection,
  indexes: collection.indexes.map(({ name, fields, unique }) => ({
    name,
    unique,
    fields: fields.map(([path, way]) => [path, way] satisfies [string, 1 | -1]),
  })),
}))

const builtIn: FoundIndex[] = [
  { name: '_id_', fields: [['_id', '1']], unique: true },
  { name: '_openid_1', fields: [['_openid', '1']], unique: false },
]
const person: FoundIndex = {
  name: 'person',
  fields: [
    ['person', '1'],
    ['at', '-1'],
  ],
  unique: false,
}
const code: FoundIndex = { name: 'code', fields: [['code', '1']], unique: true }
const place: FoundIndex = { name: 'place', fields: [['place', '2dsphere']], unique: false }

const votes = (permission: string, ...indexes: FoundIndex[]): FoundCollection[] => [
  { name: 'votes', permission, indexes: [...builtIn, ...indexes] },
]

const create = 'create collection votes'
const closeNew = 'close votes to clients: permission as created -> ADMINONLY'
const addPerson = 'add index person to votes: person ↑, at ↓'
const addCode = 'add index code to votes: code ↑, unique'
const remove = (index: string) => `remove index ${index} of votes`

interface Case {
  name: string
  found: FoundCollection[]
  mayRemove?: boolean
  steps: string[]
  blocked?: string[]
  superfluous?: string[]
}

const cases: Case[] = [
  { name: 'nothing there: closed before anything else', found: [], steps: [create, closeNew, addPerson, addCode] },
  { name: 'all there', found: votes('ADMINONLY', person, code), steps: [] },
  {
    name: 'readable by its writers',
    found: votes('PRIVATE', person, code),
    steps: ['close votes to clients: permission PRIVATE -> ADMINONLY'],
  },
  { name: 'no permission told', found: votes('', person, code), steps: [closeNew] },
  { name: 'one index missing', found: votes('ADMINONLY', code), steps: [addPerson] },
  { name: 'the same index under another name', found: votes('ADMINONLY', { ...person, name: 'p_1' }, code), steps: [] },
  {
    name: 'an index nobody wants',
    found: votes('ADMINONLY', person, code, place),
    steps: [],
    superfluous: [remove('place')],
  },
  {
    name: 'an index nobody wants, removed when asked',
    found: votes('ADMINONLY', person, code, place),
    mayRemove: true,
    steps: [remove('place')],
  },
  {
    name: 'a name taken by other fields',
    found: votes('ADMINONLY', { ...place, name: 'person' }, code),
    steps: [],
    blocked: [remove('person')],
  },
  {
    name: 'a name taken by other fields, replaced when asked: the old one first',
    found: votes('ADMINONLY', { ...place, name: 'person' }, code),
    mayRemove: true,
    steps: [remove('person'), addPerson],
  },
  {
    name: 'the same fields, not unique: blocks only its own index',
    found: votes('ADMINONLY', { ...code, unique: false }),
    steps: [addPerson],
    blocked: [remove('code')],
  },
  {
    name: 'the same fields in another order are another index',
    found: votes('ADMINONLY', { ...person, name: 'other', fields: [...person.fields].reverse() }, code),
    steps: [addPerson],
    superfluous: [remove('other')],
  },
  {
    name: 'another direction is another index',
    found: votes(
      'ADMINONLY',
      {
        ...person,
        fields: [
          ['person', '1'],
          ['at', '1'],
        ],
      },
      code,
    ),
    mayRemove: true,
    steps: [remove('person'), addPerson],
  },
  {
    name: 'collections nobody wants are never touched',
    found: [...votes('ADMINONLY', person, code), { name: 'theirs', permission: 'READONLY', indexes: [place] }],
    mayRemove: true,
    steps: [],
  },
]

test.each(cases)('$name', ({ found, mayRemove = false, steps, blocked = [], superfluous = [] }) => {
  const plan = planDatabase(wanted, found, mayRemove)
  expect({
    steps: plan.steps.map(stepInWords),
    blocked: plan.blocked.map(stepInWords),
    superfluous: plan.superfluous.map(stepInWords),
  }).toEqual({ steps, blocked, superfluous })
})
