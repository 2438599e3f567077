/**
 * What has to travel to the renderer for a value that changed: of a list that grew or of which some rows changed, only those
 * rows; else all of it. Paths as setData takes them.
 */
export function updateOf(name: string, before: unknown, after: unknown): Record<string, unknown> {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length < before.length) return { [name]: after }
  const rows: readonly unknown[] = after
  const changed = rows.flatMap((row, at) => (row === before[at] ? [] : [[`${name}[${at}]`, row] as const]))
  return changed.length < rows.length ? Object.fromEntries(changed) : { [name]: after }
}
