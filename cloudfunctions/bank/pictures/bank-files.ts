import { storeFile } from '../../platform/files'
import { type PictureFacts, placeOf } from './picture-rules'

/** @returns the file's id */
export const keepInBank = (bytes: Buffer, facts: PictureFacts): Promise<string> =>
  storeFile(placeOf(bytes, facts), bytes)
