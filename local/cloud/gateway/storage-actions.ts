import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { FileAddresses } from '../storage/file-addresses'
import { fileIdOf, type FileStore, pathOfFileId } from '../storage/file-store'
import { type Action, parseBody } from './action'

const Upload = v.object({ path: v.string(), method: v.optional(v.literal('put'), 'put') })
const MOST_FILES = 50
const Download = v.object({
  file_list: v.pipe(
    v.array(v.object({ fileid: v.string(), max_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) })),
    v.maxLength(MOST_FILES),
  ),
})
const Delete = v.object({ fileid_list: v.pipe(v.array(v.string()), v.maxLength(MOST_FILES)) })

const UPLOAD_SECONDS = 900
const DOWNLOAD_SECONDS = 7200

/** Storage as the SDK uses it: permissions are handed out here, bytes go to the file addresses themselves. */
export function storageActions(files: FileStore, addresses: FileAddresses): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (body, { origin }) => {
      const { path } = parseBody(Upload, body)
      const { url, until, signature } = addresses.forUpload(origin, path, UPLOAD_SECONDS)
      return {
        data: {
          url,
          token: String(until),
          authorization: signature,
          fileId: fileIdOf(path),
          cosFileId: createHash('sha1').update(path).digest('base64'),
        },
      }
    },
    'storage.batchGetDownloadUrl': (body, { origin }) => ({
      data: {
        download_list: parseBody(Download, body).file_list.map(({ fileid, max_age: maxAge = DOWNLOAD_SECONDS }) => {
          const path = pathOfFileId(fileid)
          if (path === undefined || !files.find(path))
            return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
          const tempFileURL = addresses.forDownload(origin, path, maxAge)
          return { code: 'SUCCESS', fileID: fileid, tempFileURL, maxAge }
        }),
      },
    }),
    'storage.batchDeleteFile': body => ({
      data: {
        delete_list: parseBody(Delete, body).fileid_list.map(fileID => ({
          fileID,
          code: files.remove(pathOfFileId(fileID) ?? '') ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        })),
      },
    }),
  }
}
