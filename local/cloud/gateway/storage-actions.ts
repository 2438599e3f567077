import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { fileIdOf, type FileStore, pathOfFileId, refuseOddPath } from '../storage/file-store'
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
export function storageActions(files: FileStore): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (body, { now, origin }) => {
      const path = refuseOddPath(parseBody(Upload, body).path)
      const until = Math.floor(now / 1000) + UPLOAD_SECONDS
      return {
        data: {
          url: `${origin}/cos/${path.split('/').map(encodeURIComponent).join('/')}`,
          token: String(until),
          authorization: files.sign('put', path, until),
          fileId: fileIdOf(path),
          cosFileId: createHash('sha1').update(path).digest('base64'),
        },
      }
    },
    'storage.batchGetDownloadUrl': (body, { now, origin }) => ({
      data: {
        download_list: parseBody(Download, body).file_list.map(({ fileid, max_age: maxAge = DOWNLOAD_SECONDS }) => {
          const path = pathOfFileId(fileid)
          if (path === undefined || !files.find(path))
            return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
          const until = Math.floor(now / 1000) + maxAge
          const tempFileURL = `${origin}/cos/${path}?sign=${files.sign('get', path, until)}&t=${until}`
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
