import * as v from 'valibot'
import { regionSchema } from './regions'

/** A page of a list, and where the next one begins; null at the end. */
export interface Paged<Item> {
  items: Item[]
  next: string | null
}

export const cursorSchema = v.nullable(v.pipe(v.string(), v.maxLength(200)))

/** Asks for a page of what a region and those below it have. */
export const regionPageSchema = v.strictObject({ region: regionSchema, after: cursorSchema })
