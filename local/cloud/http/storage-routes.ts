import * as v from 'valibot'
import type { PhoneCalls } from '../phone-calls'
import { type PhoneFiles, STORAGE_REFUSALS, type StorageRefusal } from '../storage/phone-files'
import { answerJson } from './answer'
import { readJson } from './body'
import { openIdOf } from './caller'
import { HttpRefusal } from './refusal'
import type { Exchange, Handler, Route } from './route'

const MOST_FILES = 50
const MOST_BYTES = 100 * 1024
const DEFAULT_SECONDS = 86_400

const Named = v.pipe(
  v.string(),
  v.transform(fileID => ({ fileID, maxAge: DEFAULT_SECONDS })),
)
const Described = v.object({
  fileID: v.string(),
  maxAge: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), DEFAULT_SECONDS),
})
const Wanted = v.union([Named, Described])
const FileList = v.object({ fileList: v.pipe(v.array(Wanted), v.minLength(1), v.maxLength(MOST_FILES)) })

interface StorageParts {
  calls: PhoneCalls
  files: PhoneFiles
}

type Item = (openId: string | undefined, wanted: { fileID: string; maxAge: number }, origin: string) => object

/** What the browser phone's `wx.cloud.getTempFileURL`, `downloadFile` and `deleteFile` reach, each with a list of files. */
export function storageRoutes({ calls, files }: StorageParts): Record<string, Route> {
  const temporary: Item = (openId, { fileID, maxAge }, origin) => {
    const found = files.temporaryUrl(openId, fileID, { origin, seconds: maxAge })
    if (typeof found === 'string') return { fileID, tempFileURL: '', ...refused(found) }
    return { fileID, tempFileURL: found.url, maxAge, status: 0, errMsg: 'ok' }
  }
  const remove: Item = (openId, { fileID }) => {
    const refusal = files.remove(openId, fileID)
    return { fileID, ...(refusal ? refused(refusal) : { status: 0, errMsg: 'ok' }) }
  }
  return {
    '/storage/urls': { POST: forEachFile(calls, 'cloud.getTempFileURL', temporary) },
    '/storage/delete': { POST: forEachFile(calls, 'cloud.deleteFile', remove) },
  }
}

function refused(refusal: StorageRefusal): { status: number; errMsg: string } {
  const [status, errMsg] = STORAGE_REFUSALS[refusal]
  return { status, errMsg }
}

const forEachFile =
  (calls: PhoneCalls, name: string, item: Item): Handler =>
  async ({ request, response, url }: Exchange) => {
    const parsed = v.safeParse(FileList, await readJson(request, MOST_BYTES))
    if (!parsed.success) throw new HttpRefusal(400, `fileList has to name 1 to ${MOST_FILES} files`)
    const openId = openIdOf(request, calls)
    const fileList = parsed.output.fileList.map(file => item(openId, file, url.origin))
    answerJson(response, { fileList, errMsg: `${name}:ok` })
  }
