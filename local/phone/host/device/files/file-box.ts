import { isRecord } from '../../engine/instance'

/** A file as it is kept: a folder has no bytes. */
export interface KeptFile {
  bytes: Uint8Array<ArrayBuffer> | undefined
  /** epoch milliseconds */
  modifiedAt: number
}

const DATABASE = 'phone-files'
const FILES = 'files'

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('the browser refused the file box'))
    }
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES)
  }
  return answerOf(request)
}

/** Where one person's files outlive a reload. */
export class FileBox {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly prefix: string,
  ) {}

  static async open(persona: string): Promise<FileBox> {
    return new FileBox(await open(), `${persona}\n`)
  }

  /** everything that is kept, by path */
  async all(): Promise<Map<string, KeptFile>> {
    const range = IDBKeyRange.bound(this.prefix, `${this.prefix}\uffff`)
    const store = this.database.transaction(FILES).objectStore(FILES)
    const [keys, values] = await Promise.all([answerOf(store.getAllKeys(range)), answerOf(store.getAll(range))])
    return new Map(
      keys.map((key, index) => [typeof key === 'string' ? key.slice(this.prefix.length) : '', keptFrom(values[index])]),
    )
  }

  /** undefined removes the file */
  async put(path: string, file: KeptFile | undefined): Promise<void> {
    const store = this.database.transaction(FILES, 'readwrite').objectStore(FILES)
    const key = this.prefix + path
    if (file === undefined) await answerOf(store.delete(key))
    else await answerOf(store.put(file, key))
  }
}

function keptFrom(value: unknown): KeptFile {
  const { bytes, modifiedAt } = isRecord(value) ? value : {}
  return { bytes: isBytes(bytes) ? bytes : undefined, modifiedAt: Number(modifiedAt) }
}

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array
