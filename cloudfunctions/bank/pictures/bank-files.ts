import { createHash } from 'node:crypto'
import { storeFile } from '../../platform/files'
import type { PictureFacts } from './picture-rules'

/** The folder that every phone may read and no person's deletion touches. */
const FOLDER = 'bank'
const NAME_LENGTH = 20

/** A name by the content: it tells no answer, and the same picture lies there once, for all versions that show it. */
export const placeOf = (bytes: Buffer, { ending }: PictureFacts): string =>
  `${FOLDER}/${createHash('sha256').update(bytes).digest('hex').slice(0, NAME_LENGTH)}.${ending}`

const BANK_FILE = /^cloud:\/\/[^/]+\/(bank\/[0-9a-f]{20}\.(?:jpg|png|webp))$/

/** Where a file of the bank lies in the storage; null for any other file. */
export const placeIn = (fileId: string): string | null => BANK_FILE.exec(fileId)?.[1] ?? null

/** @returns the file's id */
export const keepInBank = (bytes: Buffer, facts: PictureFacts): Promise<string> =>
  storeFile(placeOf(bytes, facts), bytes)
