import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { lineAt, type Problems } from './problems'

function parse(file: string, problems: Problems): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)?.[1]
    problems.error({ file, line: lineAt(text, Number(position ?? text.length)) }, message)
    return undefined
  }
}

/** The file's content by its schema, or `fallback` when it is missing or (with an error noted) wrong. */
export function readJsonFile<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  fallback: v.InferOutput<Schema>,
  problems: Problems,
): v.InferOutput<Schema> {
  if (!existsSync(file)) return fallback
  const value = parse(file, problems)
  if (value === undefined) return fallback
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  for (const issue of result.issues) problems.error({ file }, `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim())
  return fallback
}
