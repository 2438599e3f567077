import * as v from 'valibot'
import { storage } from './cloud'

/** Seconds for which an address of a file holds. */
const LIFETIME = 10 * 60
/** The platform takes no more at once. */
const MOST_AT_ONCE = 50

const storedSchema = v.object({ fileID: v.pipe(v.string(), v.minLength(1)) })
const addressesSchema = v.object({ fileList: v.array(v.object({ fileID: v.string(), tempFileURL: v.string() })) })

function* portions(fileIds: readonly string[]): Generator<string[]> {
  for (let from = 0; from < fileIds.length; from += MOST_AT_ONCE) yield fileIds.slice(from, from + MOST_AT_ONCE)
}

/** Puts a file there, in the place of one that was. */
export async function storeFile(path: string, bytes: Buffer): Promise<string> {
  return v.parse(storedSchema, await storage.upload(path, bytes)).fileID
}

const contentSchema = v.object({ fileContent: v.instance(Buffer) })

/** The bytes of a file. */
export const contentOf = async (fileId: string): Promise<Buffer> =>
  v.parse(contentSchema, await storage.download(fileId)).fileContent

/** Addresses good for ten minutes, in the order of the ids; empty for a file that is not there. */
export async function addressesOf(fileIds: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>()
  for (const some of portions(fileIds)) {
    const { fileList } = v.parse(addressesSchema, await storage.addresses(some, LIFETIME))
    for (const { fileID, tempFileURL } of fileList) found.set(fileID, tempFileURL)
  }
  return fileIds.map(fileId => found.get(fileId) ?? '')
}

/** The folder that a person's phone may write to; the storage's rules keep everybody else out. */
export const folderOf = (person: string): string => person

const OWN_PATH = /^cloud:\/\/[^/]+\/([^/]+)\/(?!.*\.\.)[^?#]+$/

export const isOwnFile = (fileId: string, person: string): boolean => OWN_PATH.exec(fileId)?.[1] === folderOf(person)

/** Files that are not there are no error: asked again, it is done. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (const some of portions(fileIds)) await storage.remove(some)
}
