import * as v from 'valibot'

/** A file of the person's own, as the storage names it. */
export const fileSchema = v.pipe(v.string(), v.startsWith('cloud://'), v.maxLength(500))

export interface DataFile {
  /** Address of an .xlsx file, good for ten minutes. */
  url: string
  fileId: string
}
