import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '../../local/cloud/data-folder'
import { readManifest } from '../../local/cloud/database/manifest'
import { Store } from '../../local/cloud/database/store'
import type { BsonDocument } from '../../local/cloud/database/values/bson'
import { insertDocuments } from '../../local/cloud/database/write-documents'

export const COLLECTION = 'attempts'

const TOPICS = 20
const CODES = 36 ** 6
const BATCH = 20_000

const MANIFEST = {
  collections: [
    {
      name: COLLECTION,
      indexes: [
        { name: 'person', fields: [['person', 1]] },
        { name: 'startedAt', fields: [['startedAt', 1]] },
        { name: 'code', fields: [['code', 1]] },
        {
          name: 'topic_score',
          fields: [
            ['topic', 1],
            ['score', -1],
          ],
        },
      ],
    },
  ],
}

/** A number below the limit that looks like chance and is the same in every run. */
export function scattered(number: number, limit: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * limit)
}

/** What the indexes hold is scattered over the order of insertion, the worst case for a page of an index. */
const documentAt = (number: number, total: number): BsonDocument => ({
  _id: idAt(number),
  person: personAt(number, total),
  startedAt: scattered(number + 1e8, total * 10),
  code: codeAt(number),
  topic: topicAt(number),
  score: scattered(number + 4e8, 100_000),
  state: 'submitted',
  answers: [1, 2, 3, 0, 2, 1, 3, 2, 0, 1],
  school: '第一小学',
})

export const idAt = (number: number): string => `attempt-${scattered(number + 5e8, CODES).toString(36)}-${number}`
export const personAt = (number: number, total: number): string => `person-${scattered(number, total / 10)}`
export const codeAt = (number: number): string =>
  scattered(number + 2e8, CODES)
    .toString(36)
    .padStart(6, '0')
export const topicAt = (number: number): string => `topic-${scattered(number + 3e8, TOPICS)}`

/** A data folder with so many documents, ready to be opened. @returns the path of its manifest */
export function fillFolder(folder: string, total: number): string {
  const manifest = join(folder, 'manifest.json')
  const opened = openDataFolder(folder)
  writeFileSync(manifest, JSON.stringify(MANIFEST))
  const store = new Store(opened.databaseFile)
  try {
    // Indexes that are built over documents already there are faster than indexes that follow each insertion.
    store.apply([{ name: COLLECTION, indexes: [] }])
    for (let first = 0; first < total; first += BATCH) insertBatch(store, first, Math.min(total - first, BATCH), total)
    store.apply(readManifest(manifest))
  } finally {
    store.close()
    opened.close()
  }
  return manifest
}

function insertBatch(store: Store, first: number, size: number, total: number): void {
  const documents = Array.from({ length: size }, (_, at) => documentAt(first + at, total))
  store.sqlite.atomically(() => insertDocuments(store.collection(COLLECTION), documents))
}
