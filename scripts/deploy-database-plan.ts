import type { CollectionSpecification } from '../local/cloud/database/manifest'

/** The platform's name for "clients neither read nor write". */
export const CLOSED = 'ADMINONLY'

export interface WantedIndex {
  name: string
  fields: readonly (readonly [path: string, direction: 1 | -1])[]
  unique: boolean
}

/** As the environment tells it: a direction can also be that of a geographical index. */
export interface FoundIndex {
  name: string
  fields: readonly (readonly [path: string, direction: string])[]
  unique: boolean
}

export interface FoundCollection {
  name: string
  /** the platform's tag, '' where it has none */
  permission: string
  indexes: readonly FoundIndex[]
}

export type Step =
  | { kind: 'create-collection'; collection: string }
  | { kind: 'close-collection'; collection: string; permission: string }
  | { kind: 'remove-index'; collection: string; index: string }
  | { kind: 'add-index'; collection: string; index: WantedIndex }

export interface Plan {
  /** in the order in which they have to be done */
  steps: readonly Step[]
  /** indexes that stand in the way of wanted ones and may not be removed without being asked for */
  blocked: readonly Extract<Step, { kind: 'remove-index' }>[]
  /** indexes nobody wants, which stay */
  superfluous: readonly Extract<Step, { kind: 'remove-index' }>[]
}

/** What leads from the found collections to the wanted ones. What is found beyond them is never touched. */
export function planDatabase(
  wanted: readonly CollectionSpecification[],
  found: readonly FoundCollection[],
  mayRemove: boolean,
): Plan {
  const plans = wanted.map(collection =>
    planCollection(
      collection,
      found.find(({ name }) => name === collection.name),
      mayRemove,
    ),
  )
  return {
    steps: plans.flatMap(({ steps }) => steps),
    blocked: plans.flatMap(({ blocked }) => blocked),
    superfluous: plans.flatMap(({ superfluous }) => superfluous),
  }
}

function planCollection(
  { name, indexes }: CollectionSpecification,
  found: FoundCollection | undefined,
  mayRemove: boolean,
): Plan {
  const missing = indexes.filter(index => !(found?.indexes ?? []).some(other => serves(other, index)))
  const odd = (found?.indexes ?? []).filter(other => !isBuiltIn(other) && !indexes.some(index => serves(other, index)))
  const inTheWay = odd.filter(other => missing.some(index => excludes(other, index)))
  const removal = (index: FoundIndex) => ({ kind: 'remove-index', collection: name, index: index.name }) as const
  const addable = mayRemove ? missing : missing.filter(index => !odd.some(other => excludes(other, index)))
  return {
    steps: [
      ...doorSteps(name, found),
      ...(mayRemove ? odd.map(removal) : []),
      ...addable.map(index => ({ kind: 'add-index', collection: name, index }) as const),
    ],
    blocked: mayRemove ? [] : inTheWay.map(removal),
    superfluous: mayRemove ? [] : odd.filter(other => !inTheWay.includes(other)).map(removal),
  }
}

/** A new collection can be read by whoever writes to it: it is closed before anything else is done to it. */
function doorSteps(collection: string, found: FoundCollection | undefined): Step[] {
  if (found?.permission === CLOSED) return []
  const close: Step = { kind: 'close-collection', collection, permission: found?.permission ?? '' }
  return found ? [close] : [{ kind: 'create-collection', collection }, close]
}

/** An index serves by its fields, under whatever name: the platform refuses a second one with the same fields. */
const serves = (found: FoundIndex, wanted: WantedIndex): boolean =>
  sameFields(found, wanted) && found.unique === wanted.unique

const excludes = (found: FoundIndex, wanted: WantedIndex): boolean =>
  found.name === wanted.name || sameFields(found, wanted)

const sameFields = (found: FoundIndex, wanted: WantedIndex): boolean =>
  JSON.stringify(found.fields) === JSON.stringify(wanted.fields.map(([path, way]) => [path, String(way)]))

/** The platform makes these itself and needs them. */
const isBuiltIn = ({ name, fields }: FoundIndex): boolean =>
  name.startsWith('_id_') || name.startsWith('_openid') || (fields.length === 1 && fields[0]?.[0] === '_id')

const ARROWS = { '1': '↑', '-1': '↓' }

export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'create-collection':
      return `create collection ${step.collection}`
    case 'close-collection':
      return `close ${step.collection} to clients: permission ${step.permission === '' ? 'as created' : step.permission} -> ${CLOSED}`
    case 'remove-index':
      return `remove index ${step.index} of ${step.collection}`
    case 'add-index': {
      const fields = step.index.fields.map(([path, way]) => `${path} ${ARROWS[way]}`).join(', ')
      return `add index ${step.index.name} to ${step.collection}: ${fields}${step.index.unique ? ', unique' : ''}`
    }
  }
}
