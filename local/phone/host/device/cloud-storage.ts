import { isRecord } from '../engine/instance'
import { jsonOf } from '../json'
import type { Bytes } from './files/file-system'
import type { Network } from './network'
import type { Settings } from './settings'

export interface CloudFile {
  fileID: string
  tempFileURL: string
  /** 0 is well */
  status: number
  errMsg: string
}

export interface UploadedFile {
  fileID: string
  /** of the answer to the request */
  statusCode: number
}

/** A refusal by the cloud, in the platform's words and numbers. */
class StorageRefusal extends Error {
  readonly fields: { errCode: number }

  constructor(errCode: number, errMsg: string) {
    // The caller's own name comes before it again.
    super(errMsg.replace(/^cloud\.\w+:fail /, ''))
    this.fields = { errCode }
  }
}

const GENERAL_ERROR = -1

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function parse(body: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body)
    if (isRecord(answer)) return answer
  } catch {
    // Said below.
  }
  throw new StorageRefusal(GENERAL_ERROR, 'the cloud answered without JSON')
}

function accepted(body: string): Record<string, unknown> {
  const answer = parse(body)
  const code = Number(answer.errCode ?? 0)
  if (code !== 0) throw new StorageRefusal(code, text(answer.errMsg))
  return answer
}

/** The cloud's files, asked for in the name of the phone's persona. */
export class CloudStorage {
  constructor(
    private readonly network: Network,
    private readonly settings: Settings,
  ) {}

  /** `tell` hears how many bytes are on their way. */
  async upload(path: string, bytes: Bytes, tell: (sent: number) => void, stop: AbortSignal): Promise<UploadedFile> {
    const address = `/storage/upload?path=${encodeURIComponent(path)}`
    const answer = await this.network.send(address, bytes, { 'x-persona': this.settings.persona }, tell, stop)
    const { fileID, statusCode } = accepted(answer)
    if (typeof fileID !== 'string') throw new StorageRefusal(GENERAL_ERROR, 'the cloud answered without a file id')
    return { fileID, statusCode: Number(statusCode ?? 200) }
  }

  async urls(fileList: (string | object)[]): Promise<CloudFile[]> {
    return this.ask('/storage/urls', { fileList })
  }

  async remove(fileList: string[]): Promise<CloudFile[]> {
    return this.ask('/storage/delete', { fileList })
  }

  /** @throws StorageRefusal for a file that is not there */
  async download(fileID: string): Promise<{ bytes: Bytes; statusCode: number }> {
    const [file] = await this.urls([fileID])
    if (file === undefined || file.status !== 0) {
      throw new StorageRefusal(file?.status ?? GENERAL_ERROR, file?.errMsg ?? 'file not exists')
    }
    const response = await this.network.fetch(file.tempFileURL, {})
    return { bytes: new Uint8Array(await response.arrayBuffer()), statusCode: response.status }
  }

  private async ask(address: string, body: object): Promise<CloudFile[]> {
    const headers = { 'content-type': 'application/json', 'x-persona': this.settings.persona }
    const response = await this.network.fetch(address, { method: 'POST', headers, body: jsonOf(body) ?? '{}' })
    const { fileList } = accepted(await response.text())
    const list: unknown[] = Array.isArray(fileList) ? fileList : []
    return list.filter(isRecord).map(item => ({
      ...item,
      fileID: text(item.fileID),
      tempFileURL: text(item.tempFileURL),
      status: Number(item.status ?? 0),
      errMsg: text(item.errMsg),
    }))
  }
}
