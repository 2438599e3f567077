import type { Cloud } from '../../../../local/cloud/start-cloud'

// wx-server-sdk's own types promise hardly anything; these say what the tests use of it.

export type Fields = Record<string, unknown>

export interface Collection {
  add(options: { data: unknown }): Promise<{ _id?: string; _ids?: string[] }>
  doc(id: unknown): {
    get(): Promise<{ data: Fields }>
    update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
    set(options: { data: Fields }): Promise<{ _id: string; stats: { updated: number; created: number } }>
    remove(): Promise<{ stats: { removed: number } }>
  }
  where(query: unknown): Selection
  orderBy(path: string, direction: 'asc' | 'desc'): Selection
  limit(most: number): Selection
  count(): Promise<{ total: number }>
  get(): Promise<{ data: Fields[] }>
  aggregate(): Pipeline
}

export interface Selection extends Pick<Collection, 'orderBy' | 'limit' | 'count' | 'get'> {
  skip(count: number): Selection
  field(projection: Fields): Selection
  update(options: { data: Fields; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi: boolean }): Promise<{ stats: { removed: number } }>
}

interface Pipeline {
  match(query: Fields): Pipeline
  group(shape: Fields): Pipeline
  sort(order: Fields): Pipeline
  limit(most: number): Pipeline
  lookup(join: Fields): Pipeline
  project(shape: Fields): Pipeline
  end(): Promise<{ list: Fields[] }>
}

type Command = (...values: unknown[]) => unknown

export interface Sdk {
  cloud: {
    callFunction(call: { name: string; data?: unknown }): Promise<{ result: unknown }>
    uploadFile(file: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
    downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
    getTempFileURL(files: { fileList: unknown[] }): Promise<{ fileList: Fields[] }>
    deleteFile(files: { fileList: string[] }): Promise<{ fileList: Fields[] }>
    openapi: Record<string, Record<string, (input: Fields) => Promise<Fields>>>
    callOpenAPI(call: { api: string; data: Fields }): Promise<Fields>
    getOpenData(wanted: { list: string[] }): Promise<Fields>
  }
  db: {
    collection(name: string): Collection
    createCollection(name: string): Promise<unknown>
    serverDate(options?: { offset: number }): unknown
    startTransaction(): Promise<unknown>
    RegExp(expression: { regexp: string; options: string }): unknown
  }
  _: Record<string, Command>
  $: Record<string, Command>
}

export interface SdkError {
  code?: string
  errCode?: number
  errMsg?: string
  message?: string
}

/** What came of the work, as JSON carries it. */
export type Done<Value> = { value: Value; error?: undefined } | { error: SdkError; value?: undefined }

const isDone = <Value>(result: unknown): result is Done<Value> =>
  typeof result === 'object' && result !== null && ('value' in result || 'error' in result)

/** Runs the work inside a real function, on the real SDK. It is sent as text: it can use nothing but its arguments. */
export async function inFunction<Value, Input>(
  cloud: Cloud,
  work: (sdk: Sdk, input: Input) => Promise<Value>,
  input?: Input,
  functionName = 'run',
): Promise<Done<Value>> {
  const answer = await cloud.call('li', functionName, { work: work.toString(), input })
  if ('errCode' in answer) throw new Error(answer.errMsg)
  if (isDone<Value>(answer.result)) return answer.result
  // JSON has no undefined: work without a value comes back as an empty object.
  return { error: { message: 'the work returned nothing' } }
}

/** The value of work that has to succeed. */
export async function valueOf<Value, Input>(
  cloud: Cloud,
  work: (sdk: Sdk, input: Input) => Promise<Value>,
  input?: Input,
): Promise<Value> {
  const done = await inFunction(cloud, work, input)
  if (done.error) throw new Error(JSON.stringify(done.error))
  return done.value
}
