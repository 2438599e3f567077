import { CommittedDocuments, type Documents } from '../../../../local/cloud/database/documents'
import { Store } from '../../../../local/cloud/database/store'
import { Locked } from '../../../../local/cloud/database/transactions/locks'
import { PLATFORM_LIMITS, Transactions } from '../../../../local/cloud/database/transactions/transactions'
import { removeDocuments, setDocument } from '../../../../local/cloud/database/write-documents'
import { seeded } from '../support/seeded'

// Random work of several transactions and of others beside them, compared with a model that copies everything: a
// snapshot is a copy of all documents, and what has changed is known forever.

type Contents = Map<string, number>

interface Model {
  /** the unique key of each document */
  committed: Contents
  version: number
  changedAt: Map<string, number>
}

interface ModelTransaction {
  sees: Contents
  since: number
  claims: Set<string>
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const KEYS = 7
const OPEN_AT_MOST = 4

/** What a write of this key (undefined: a removal) touches. */
function touched(contents: Contents, id: string, key: number | undefined): string[] {
  const before = contents.get(id)
  if (before === key) return []
  return [id, ...[before, key].filter(other => other !== undefined).map(String)]
}

function put(contents: Contents, id: string, key: number | undefined): void {
  if (key === undefined) contents.delete(id)
  else contents.set(id, key)
}

const isTaken = (contents: Contents, id: string, key: number | undefined): boolean =>
  [...contents].some(([other, taken]) => other !== id && taken === key)

class Both {
  readonly store = new Store(':memory:')
  readonly transactions: Transactions
  readonly model: Model = { committed: new Map(), version: 0, changedAt: new Map() }
  readonly open = new Map<string, ModelTransaction | undefined>()

  constructor() {
    this.store.apply([{ name: 'notes', indexes: [{ name: 'key', fields: [['key', 1]], unique: true }] }])
    this.transactions = new Transactions(this.store, { ...PLATFORM_LIMITS, operations: Infinity, occupation: 0 })
  }

  modelOf(id: string): ModelTransaction {
    const { committed, version } = this.model
    const known = this.open.get(id) ?? { sees: new Map(committed), since: version, claims: new Set<string>() }
    this.open.set(id, known)
    return known
  }

  expectedWrite(transaction: ModelTransaction, id: string, key: number | undefined): string {
    const claims = touched(transaction.sees, id, key)
    const others = [...this.open.values()].filter(other => other !== transaction)
    if (claims.some(claim => others.some(other => other?.claims.has(claim)))) return 'conflict'
    if (claims.some(claim => (this.model.changedAt.get(claim) ?? 0) > transaction.since)) return 'conflict'
    if (claims.length > 0 && key !== undefined && isTaken(transaction.sees, id, key)) return 'duplicate'
    put(transaction.sees, id, key)
    for (const claim of claims) transaction.claims.add(claim)
    return 'done'
  }

  expectedOutside(id: string, key: number | undefined): string {
    const { committed, changedAt } = this.model
    const claims = touched(committed, id, key)
    if (claims.some(claim => [...this.open.values()].some(other => other?.claims.has(claim)))) return 'locked'
    if (claims.length > 0 && key !== undefined && isTaken(committed, id, key)) return 'duplicate'
    put(committed, id, key)
    this.model.version++
    for (const claim of claims) changedAt.set(claim, this.model.version)
    return 'done'
  }

  expectCommit(id: string): void {
    const transaction = this.open.get(id)
    this.open.delete(id)
    if (!transaction) return
    this.model.version++
    for (const claim of transaction.claims) this.model.changedAt.set(claim, this.model.version)
    for (const document of IDS)
      if (transaction.claims.has(document)) put(this.model.committed, document, transaction.sees.get(document))
  }
}

const write = (documents: Documents, id: string, key: number | undefined): unknown =>
  key === undefined
    ? removeDocuments(documents, { query: { _id: id }, multi: false })
    : setDocument(documents, id, { key })

async function outcome(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (thrown) {
    if (thrown instanceof Locked) return 'locked'
    if (!(thrown instanceof Error)) throw thrown
    const name = /TransactionConflict|E11000/.exec(thrown.message)?.[0]
    return name === 'E11000' ? 'duplicate' : name === 'TransactionConflict' ? 'conflict' : thrown.message
  }
}

const contentsOf = (documents: Documents): [string, number][] =>
  documents
    .select({ query: {}, order: [['_id', 1]] })
    .map(({ document }) => [typeof document['_id'] === 'string' ? document['_id'] : '', Number(document['key'])])

const sorted = (contents: Contents): [string, number][] => [...contents].sort(([a], [b]) => (a < b ? -1 : 1))

type Compared = [got: unknown, expected: unknown]

/** One step in both worlds, by one of the transactions or, without a name, by somebody outside. */
class Steps extends Both {
  async outside(id: string, key: number | undefined): Promise<Compared> {
    const collection = this.store.collection('notes')
    const done = await outcome(() =>
      this.transactions.ordinaryWrite(announce =>
        this.store.sqlite.atomically(() => write(new CommittedDocuments(collection, announce), id, key)),
      ),
    )
    return [`outside ${done}`, `outside ${this.expectedOutside(id, key)}`]
  }

  async write(name: string, id: string, key: number | undefined): Promise<Compared> {
    const model = this.modelOf(name)
    const done = await outcome(() => this.transactions.operate(name, 'notes', documents => write(documents, id, key)))
    const expected = this.expectedWrite(model, id, key)
    if (done !== 'done') this.open.delete(name)
    return [done, expected]
  }

  async look(name: string, key = 0): Promise<Compared> {
    const { sees } = this.modelOf(name)
    const all = await this.transactions.operate(name, 'notes', contentsOf)
    const found = await this.transactions.operate(
      name,
      'notes',
      documents => documents.select({ query: { key } }).length,
    )
    return [
      [all, found],
      [sorted(sees), [...sees.values()].filter(other => other === key).length],
    ]
  }

  end(name: string, isCommit: boolean): Compared {
    if (isCommit) this.transactions.commit(name)
    else this.transactions.rollBack(name)
    if (isCommit) this.expectCommit(name)
    this.open.delete(name)
    return [contentsOf(new CommittedDocuments(this.store.collection('notes'))), sorted(this.model.committed)]
  }
}

test.each([1, 2, 3, 4, 5, 6])('random work %i is seen, refused and kept as copies would have it', async seed => {
  const chance = seeded(seed)
  const steps = new Steps()
  const seen = new Set<unknown>()
  for (let step = 0; step < 400; step++) {
    const id = IDS[chance.below(IDS.length)] ?? ''
    const key = chance.below(4) === 0 ? undefined : chance.below(KEYS)
    if (steps.open.size < OPEN_AT_MOST && chance.below(5) === 0) steps.open.set(steps.transactions.start(), undefined)
    const names = [...steps.open.keys()]
    const name = names[chance.below(names.length + 1)]
    const act = chance.below(10)
    const [got, expected] =
      name === undefined
        ? await steps.outside(id, key)
        : act < 2
          ? steps.end(name, act === 0)
          : await (act < 5 ? steps.look(name, key) : steps.write(name, id, key))
    expect([step, got]).toEqual([step, expected])
    seen.add(got)
  }
  const left = steps.end(steps.transactions.start(), true)
  steps.transactions.abortAll()
  expect([left[0], steps.transactions.images]).toEqual([left[1], 0])
  steps.store.close()
  // Everything that can happen has happened.
  const kinds = ['conflict', 'done', 'duplicate', 'outside done', 'outside duplicate', 'outside locked']
  expect([...seen].filter(got => typeof got === 'string').sort()).toEqual(kinds)
})
