import { CloudError, messageOf } from '../cloud/cloud-error'
import { HttpRefusal } from '../cloud/http/refusal'
import { mediaTypeOf } from '../cloud/storage/media-type'
import type {
  CallsAnswer,
  CollectionsAnswer,
  CostsAnswer,
  DocumentsAnswer,
  FilesAnswer,
  MessagesAnswer,
  WholeCallAnswer,
} from './answers'
import { callAnswer, wholeCallAnswer } from './calls'
import { CostMeter } from './cost-meter'
import type { InspectedCloud } from './inspected-cloud'

type Answer =
  | CallsAnswer
  | CollectionsAnswer
  | CostsAnswer
  | DocumentsAnswer
  | FilesAnswer
  | MessagesAnswer
  | WholeCallAnswer
  | { text: string }

/** Answers one question of the page. @throws HttpRefusal, or an error in the database's words */
type Question = (asked: URLSearchParams) => Answer

const PAGE = 50
const BEGINNING = 300
const MOST_CALLS = 200
const MOST_FILES = 500
const MOST_MESSAGES = 200

/** What the page may ask, by the name in the address, and the one thing it may do. */
export function questionsOf(cloud: InspectedCloud): {
  asking: Record<string, Question>
  doing: Record<string, Question>
} {
  const meter = new CostMeter(cloud)
  const { contents, log, outbox } = cloud
  return {
    asking: {
      collections: () => ({
        collections: contents.collections().map(({ indexes, ...facts }) => ({
          ...facts,
          indexes: indexes.map(index => ({ ...index, fields: pairs(index.fields) })),
        })),
      }),
      documents: asked => documents(cloud, asked),
      document: asked => {
        const found = contents.document(required(asked, 'collection'), required(asked, 'id'))
        if (found === undefined) throw new HttpRefusal(404, 'there is no such document any more')
        return { text: found }
      },
      calls: () => ({ calls: log.entries().slice(-MOST_CALLS).reverse().map(callAnswer) }),
      call: asked => {
        const id = required(asked, 'id')
        const entry = log.entries().find(({ requestId }) => requestId === id)
        if (!entry) throw new HttpRefusal(404, 'the log has forgotten this call')
        return wholeCallAnswer(entry)
      },
      costs: () => meter.costs(),
      files: () => files(cloud),
      messages: () => ({ messages: outbox.messages().slice(-MOST_MESSAGES).reverse() }),
    },
    doing: {
      mark: () => {
        meter.mark()
        return meter.costs()
      },
    },
  }
}

type Direction = 1 | -1

const pairs = (fields: readonly (readonly [string, Direction])[]): [string, Direction][] =>
  fields.map(([path, direction]) => [path, direction])

function documents({ contents }: InspectedCloud, asked: URLSearchParams): DocumentsAnswer {
  const collection = required(asked, 'collection')
  const query = asked.get('query') ?? ''
  const after = asked.get('after') ?? undefined
  const page = query === '' ? contents.page(collection, PAGE, after) : contents.find(collection, query, PAGE, after)
  return {
    documents: page.documents.map(({ id, text }) => ({
      id,
      bytes: Buffer.byteLength(text),
      beginning: text.slice(0, BEGINNING),
    })),
    next: page.next ?? null,
  }
}

function files({ contents }: InspectedCloud): FilesAnswer {
  const { total, files: found } = contents.files(MOST_FILES)
  return {
    total,
    files: found.map(({ path, bytes }) => ({
      path,
      bytes,
      type: mediaTypeOf(path),
      address: contents.fileAddress(path),
    })),
  }
}

function required(asked: URLSearchParams, name: string): string {
  const value = asked.get(name)
  if (value === null) throw new HttpRefusal(400, `the question needs: ${name}`)
  return value
}

/** Queries that mingo refuses come out in its words: they are the developer's to mend. */
export function refusalOf(thrown: unknown): HttpRefusal {
  if (thrown instanceof HttpRefusal) return thrown
  if (thrown instanceof CloudError) return new HttpRefusal(400, thrown.message)
  return new HttpRefusal(400, messageOf(thrown))
}
