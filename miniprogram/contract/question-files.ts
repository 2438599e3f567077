import * as v from 'valibot'
import { PICTURE_FAULTS } from './question-pictures'

/** In what questions travel between systems. */
export const FORMATS = ['xlsx', 'gift', 'moodle-xml', 'qti'] as const

export type Format = (typeof FORMATS)[number]

export const formatSchema = v.picklist(FORMATS)

/** More rows than this are refused before they are read. */
export const MOST_ROWS = 5000

/** Bytes of a file that may be sent. */
export const LARGEST_IMPORT = 4 * 1024 * 1024

/** What can be wrong in a file; `what` of a problem quotes it. */
export const PROBLEMS = [
  'file-unreadable',
  'encoding-unknown',
  'entity-refused',
  'too-many-rows',
  'nothing-inside',
  'syntax',
  'brace-open',
  'kind-unsupported',
  'column-missing',
  'merged-cells',
  'value-missing',
  'value-unknown',
  'value-too-long',
  'control-character',
  'picture-inside',
  'picture-unknown',
  ...PICTURE_FAULTS,
  'options-few',
  'options-many',
  'option-twice',
  'key-missing',
  'key-unknown',
  'key-many',
  'number-wrong',
  'day-wrong',
  'id-wrong',
  'id-twice',
  'category-missing',
] as const

export type ProblemKind = (typeof PROBLEMS)[number]

/** One thing that keeps a file out. */
export interface Problem {
  is: ProblemKind
  /** Row of the sheet or line of the text, from 1; 0 for the whole file. */
  at: number
  /** The column, by its heading or its field; empty where it is about the whole row. */
  column: string
  /** What stands there, shortened. */
  what: string
}
