import type { CloudFile } from '../device/cloud-storage'
import { endingOf } from '../device/files/media-types'
import { isRecord } from '../engine/instance'
import { type Options, WxFailure } from './asynchronous'
import { requiredText } from './options'
import type { Family, Phone } from './phone'
import { downloadTask, type TransferTask, uploadTask } from './transfer-task'

/** A lost network as the platform's SDK tells it. */
function withCode(error: unknown): never {
  if (error instanceof Error && 'fields' in error) throw error
  const reason = error instanceof Error ? error.message : String(error)
  throw new WxFailure(reason === 'abort' ? 'abort' : `request:fail ${reason}`, { errCode: -1 })
}

function listOf({ fileList }: Options): (string | object)[] {
  if (!Array.isArray(fileList)) throw new WxFailure('parameter.fileList should be Array', { errCode: -1 })
  const list: unknown[] = fileList
  return list.filter(item => typeof item === 'string' || isRecord(item))
}

async function upload({ files, storage }: Phone, options: Options, task: TransferTask): Promise<object> {
  const bytes = files.read(requiredText(options, 'filePath'))
  const tell = (sent: number) => {
    task.tell(sent, bytes.length)
  }
  return storage.upload(requiredText(options, 'cloudPath'), bytes, tell, task.stop)
}

async function download({ files, storage }: Phone, options: Options, task: TransferTask): Promise<object> {
  const fileID = requiredText(options, 'fileID')
  const { bytes, statusCode } = await storage.download(fileID)
  task.tell(bytes.length, bytes.length)
  const ending = endingOf(fileID)
  return { tempFilePath: files.addTemporary(bytes, ending === '' ? '' : `.${ending}`), statusCode }
}

const described = ({ fileID, status, errMsg }: CloudFile) => ({ fileID, status, errMsg })

/** The files of wx.cloud; `ready` throws before wx.cloud.init. */
export function cloudFiles(phone: Phone, ready: () => void): Family {
  const { asynchronous, storage } = phone
  // With callbacks the platform answers a task, otherwise a promise.
  const withTask =
    (name: string, create: () => TransferTask, work: (options: Options, task: TransferTask) => Promise<object>) =>
    (given: unknown): unknown => {
      const task = create()
      const call = asynchronous.make(name, async options => {
        ready()
        return work(options, task).catch(withCode)
      })
      return call(given) ?? task.face()
    }
  const plain = (name: string, work: (options: Options) => Promise<object>) =>
    asynchronous.make(name, async options => {
      ready()
      return work(options).catch(withCode)
    })
  return {
    uploadFile: withTask('cloud.uploadFile', uploadTask, (options, task) => upload(phone, options, task)),
    downloadFile: withTask('cloud.downloadFile', downloadTask, (options, task) => download(phone, options, task)),
    getTempFileURL: plain('cloud.getTempFileURL', async options => ({ fileList: await storage.urls(listOf(options)) })),
    deleteFile: plain('cloud.deleteFile', async options => {
      const ids = listOf(options).filter(item => typeof item === 'string')
      return { fileList: (await storage.remove(ids)).map(described) }
    }),
  }
}
