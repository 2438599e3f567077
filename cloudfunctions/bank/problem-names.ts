import type { Problem } from '../../miniprogram/contract/question-files'
import { HEADINGS } from './words'

const NAMES: Readonly<Record<string, string>> = HEADINGS

/** The same problem with its column called as in the sheet. */
export const named = (problem: Problem): Problem => ({ ...problem, column: NAMES[problem.column] ?? problem.column })
