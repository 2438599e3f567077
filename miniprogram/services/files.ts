import * as v from 'valibot'
import type { DataFile } from '../contract/files'
import { CallError } from './call-error'

export interface ChosenPicture {
  path: string
  bytes: number
}

interface Upload {
  /** The person's own folder of the storage. */
  folder: string
  /** What it is for: a folder below. */
  purpose: 'avatar' | 'proof' | 'import' | 'question'
  /** Names this one file: sent again, it lands in the same place. */
  key: string
  path: string
  mostBytes: number
  /** Hears how much has arrived, 0 to 1. */
  heard?: (share: number) => void
}

const MEGABYTE = 1024 * 1024
const TRIES = 3

/** errCode of wx.cloud.uploadFile → our code; the numbers are the platform's. */
const TOO_LARGE = -403001
const NOT_ALLOWED = new Set([-501007, -503002])

const failureSchema = v.object({ errCode: v.optional(v.number(), 0) })

const endingOf = (path: string): string => /\.([a-z0-9]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg'

/** Pictures from the album or the camera; none where the person changed their mind. */
export async function choosePictures(count: number): Promise<ChosenPicture[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size }))
  } catch {
    return []
  }
}

/** A file out of a chat; null where the person changed their mind. Phones have no folders of their own to choose from. */
export async function chooseChatFile(endings: readonly string[]): Promise<{ path: string; name: string } | null> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name } : null
  } catch {
    return null
  }
}

const sizeOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => {
        resolve(size)
      },
      fail: () => {
        reject(new CallError('file-not-opened'))
      },
    })
  })

const sendOnce = (cloudPath: string, { path, heard }: Upload): Promise<string> =>
  new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => {
        resolve(fileID)
      },
      fail: reject,
    })
    task.onProgressUpdate(({ progress }) => heard?.(progress / 100))
  })

function failureOf(thrown: unknown, mostBytes: number): CallError {
  const code = v.is(failureSchema, thrown) ? v.parse(failureSchema, thrown).errCode : 0
  if (code === TOO_LARGE) return new CallError('file-too-large', { megabytes: Math.floor(mostBytes / MEGABYTE) })
  return new CallError(NOT_ALLOWED.has(code) ? 'file-not-yours' : 'network-lost')
}

/**
 * The one way a file leaves the phone; a lost network is tried again, twice.
 * @returns the file's id
 * @throws CallError `file-too-large`, `file-not-yours`, `file-not-opened` or `network-lost`
 */
export async function uploadFile(upload: Upload): Promise<string> {
  const { folder, purpose, key, path, mostBytes } = upload
  if ((await sizeOf(path)) > mostBytes)
    throw new CallError('file-too-large', { megabytes: Math.floor(mostBytes / MEGABYTE) })
  for (let tried = 1; ; tried += 1) {
    try {
      return await sendOnce(`${folder}/${purpose}/${key}.${endingOf(path)}`, upload)
    } catch (thrown) {
      const failure = failureOf(thrown, mostBytes)
      if (failure.code !== 'network-lost' || tried === TRIES) throw failure
    }
  }
}

/** Takes back files of the person's own that nothing refers to. Where that fails they stay, unseen by anybody else. */
export async function takeBack(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length > 0) await wx.cloud.deleteFile({ fileList: [...fileIds] }).catch(() => undefined)
}

/** Fetches a workbook made for this person and shows it. Throws CallError `file-not-opened`. */
export async function openWorkbook({ fileId }: DataFile): Promise<void> {
  try {
    const { tempFilePath } = await wx.cloud.downloadFile({ fileID: fileId })
    await wx.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  } catch {
    throw new CallError('file-not-opened')
  }
}
