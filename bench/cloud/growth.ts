import { openDataFolder } from '../../local/cloud/data-folder'
import { find, type Selection } from '../../local/cloud/database/read-documents'
import { Store } from '../../local/cloud/database/store'
import { codeAt, COLLECTION, personAt, scattered, topicAt } from './documents'
import { median, milliseconds, printRow, ratio } from '../figures'

const PAGE = 100
const QUESTIONS = 40
const ROUNDS = 6

type Question = (turn: number, total: number) => Selection

/** Each finds about as many documents at every size. */
const questions: Record<string, Question> = {
  'equality, about 10 documents': (turn, total) => ({ query: { person: personAt(turn, total) } }),
  'range, about 100 documents': (turn, total) => {
    const from = scattered(turn, total * 9)
    return { query: { startedAt: { $gte: from, $lt: from + 1000 } } }
  },
  'prefix, the first 100': (turn, total) => ({
    query: { code: new RegExp(`^${codeAt(turn).slice(0, total > 100_000 ? 2 : 1)}`) },
    limit: PAGE,
  }),
  'sorted page of 100': (turn, total) => ({
    query: { startedAt: { $gte: scattered(turn, total * 9) } },
    order: [['startedAt', 1]],
    limit: PAGE,
  }),
  'sorted page of 100, filtered': turn => ({
    query: { topic: topicAt(turn), score: { $lt: 10_000 + scattered(turn, 90_000) } },
    order: [['score', -1]],
    limit: PAGE,
  }),
}

interface Sample {
  /** each question's time when it is asked for the first time, and when its pages have been read before */
  first: number[]
  again: number[]
  found: number
}

interface Folder {
  path: string
  total: number
}

/** The database itself, without the network that would hide its share: the same questions at two sizes, in turn. */
export function compareGrowth(small: Folder, large: Folder): void {
  const opened = [small, large].map(({ path, total }) => ({ ...openStore(path), total }))
  printRow('database', ['found', small.total, large.total, 'ratio', 'ratio, cold'].map(String))
  for (const [name, question] of Object.entries(questions)) {
    const samples = opened.map(() => ({ first: [], again: [], found: 0 }))
    for (let round = 0; round < ROUNDS; round++)
      for (let turn = 0; turn < QUESTIONS; turn++)
        opened.forEach(({ store, total }, at) => {
          ask(store, question(turn, total), samples[at], round)
        })
    printSamples(name, samples)
  }
  for (const { close } of opened) close()
}

function openStore(path: string): { store: Store; close: () => void } {
  const folder = openDataFolder(path)
  const store = new Store(folder.databaseFile)
  const close = () => {
    store.close()
    folder.close()
  }
  return { store, close }
}

function ask(store: Store, selection: Selection, sample: Sample | undefined, round: number): void {
  const start = performance.now()
  const found = find(store.collection(COLLECTION), selection)
  const times = round === 0 ? sample?.first : sample?.again
  times?.push(performance.now() - start)
  if (sample) sample.found += found.length
}

function printSamples(name: string, samples: readonly Sample[]): void {
  const found = samples.map(sample => (sample.found / QUESTIONS / ROUNDS).toFixed(0)).join('/')
  const [few = 0, many = 0] = samples.map(({ again }) => median(again))
  const [fewFirst = 0, manyFirst = 0] = samples.map(({ first }) => median(first))
  printRow(name, [found, milliseconds(few), milliseconds(many), ratio(many, few), ratio(manyFirst, fewFirst)])
}
