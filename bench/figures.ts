/** The middle one. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** How long the work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A line of a table: a name and its figures, one under the other. */
export function printRow(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(34) + cells.map(cell => cell.padStart(14)).join(''))
}

export const milliseconds = (time: number): string => `${time.toFixed(2)} ms`
export const ratio = (over: number, under: number): string => (over / under).toFixed(2)
