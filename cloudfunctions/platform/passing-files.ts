import * as v from 'valibot'
import { type Instant, instantSchema, MINUTE } from '../../miniprogram/contract/time'
import { defineCollection } from './collection-spec'
import { atMost, oneOf } from './conditions'
import { collection } from './database'
import { addressesOf, removeFiles, storeFile } from './files'

/** As long as the address that is handed out. */
const LIFETIME = 10 * MINUTE
const MOST_A_RUN = 500
/** As many as the storage removes at once. */
const AT_ONCE = 50

export const passingFilesSpec = defineCollection({
  name: 'passing_files',
  purpose: 'A file made for one download, and when it goes.',
  schema: v.object({
    /** The file's id. */
    _id: v.string(),
    /** Its path in the storage. */
    place: v.string(),
    expiresAt: instantSchema,
  }),
  indexes: [{ name: 'expiry', fields: [['expiresAt', 1]], unique: false }],
  personal: ['_id', 'place'],
  retention: 'Ten minutes; the next run of the timer removes it with its file.',
})

const passingFiles = collection(passingFilesSpec)

/**
 * Stores a file for one download. It is written down before its contents are there, so that a call that is cut off
 * leaves nothing that nobody removes. One write.
 * @returns its id and an address good for ten minutes
 */
export async function passOn(place: string, bytes: Buffer, now: Instant): Promise<{ url: string; fileId: string }> {
  // Only storing tells the id.
  const fileId = await storeFile(place, Buffer.from(' '))
  await passingFiles.replace({ _id: fileId, place, expiresAt: now + LIFETIME })
  await storeFile(place, bytes)
  const [url = ''] = await addressesOf([fileId])
  return { url, fileId }
}

/** Removes the file that lies there, or may, with its record. One write. */
export async function removePassing(place: string): Promise<void> {
  const fileId = await storeFile(place, Buffer.from(' '))
  await removeFiles([fileId])
  await passingFiles.remove({ _id: fileId })
}

/**
 * Removes what is over, oldest first, and answers how many. The record goes after its file: a run that was cut off is
 * taken up by the next one, which also goes on where many are over.
 */
export async function removeExpired(now: Instant): Promise<number> {
  let removed = 0
  while (removed < MOST_A_RUN) {
    const over = await passingFiles.find({ expiresAt: atMost(now) }, { orderBy: ['expiresAt', 1], limit: AT_ONCE })
    if (over.length === 0) break
    await removeFiles(over.map(({ _id }) => _id))
    // One that was made anew meanwhile has a later end.
    await passingFiles.remove({ _id: oneOf(over.map(({ _id }) => _id)), expiresAt: atMost(now) })
    removed += over.length
  }
  return removed
}
