import * as v from 'valibot'
import { keptStore } from '../lib/keep'
import { hasOwnFile, keepCopy, pathOf, removeOwnFile } from '../services/own-files'
import { online } from '../services/network'
import { picturesInPack } from './practice-pack'

/** So many pictures, and so many bytes of them, are kept on a phone at most; whatever is beyond needs a network then. */
const MOST = 60
const MOST_BYTES = 8 * 1024 * 1024

const keptSchema = v.array(
  v.object({
    /** Address in the cloud's storage. */
    file: v.string(),
    /** Name in the person's own folder on this phone. */
    name: v.string(),
    bytes: v.number(),
  }),
)

/** Pictures of the pack's questions that lie on this phone. */
const kept = keptStore('practice-pictures', keptSchema, [])

const OPAQUE = /\/([0-9a-f]{20}\.(?:jpg|png|webp))$/

/** Only what the bank itself has named, so that no address leads out of the folder. */
const nameOf = (file: string): string | null => {
  const name = OPAQUE.exec(file)?.[1]
  return name === undefined ? null : `practice-${name}`
}

/** Removes what no question of the pack shows any more. */
function clearAway(wanted: ReadonlySet<string>): void {
  const over = kept.get().filter(({ file }) => !wanted.has(file))
  if (over.length === 0) return
  kept.set(kept.get().filter(one => !over.includes(one)))
  for (const { name } of over) removeOwnFile(name)
}

const roomLeft = (): number => MOST_BYTES - kept.get().reduce((sum, { bytes }) => sum + bytes, 0)

async function fetchMissing(wanted: ReadonlySet<string>): Promise<void> {
  for (const file of wanted) {
    const name = nameOf(file)
    if (name === null || kept.get().some(one => one.file === file)) continue
    const bytes = await keepCopy(file, name, roomLeft())
    // Without room, or network, the others would not be kept either.
    if (bytes === 'full' || !online.get()) return
    if (bytes !== 'away') kept.set([...kept.get(), { file, name, bytes }])
  }
}

let working: Promise<void> | null = null

/** Brings the pictures of the pack to this phone, one after the other, as far as network and room reach. Never throws. */
export function keepPictures(): Promise<void> {
  const wanted = new Set(picturesInPack().slice(0, MOST))
  clearAway(wanted)
  working ??= fetchMissing(wanted).finally(() => {
    working = null
  })
  return working
}

/** Where a picture is shown from: this phone where it lies here, else the cloud. */
export function pictureAddress(file: string): string {
  const known = kept.get().find(one => one.file === file)
  return known && hasOwnFile(known.name) ? pathOf(known.name) : file
}
