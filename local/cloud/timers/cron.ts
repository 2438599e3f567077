/** When a trigger fires, as sets of what each field takes; all in Beijing time. */
export interface Cron {
  seconds: ReadonlySet<number>
  minutes: ReadonlySet<number>
  hours: ReadonlySet<number>
  years: ReadonlySet<number>
  isDay(month: number, day: number, weekday: number): boolean
}

const MONTHS = ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Range {
  least: number
  most: number
  names?: readonly string[]
}

const RANGES: readonly Range[] = [
  { least: 0, most: 59 },
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 6, names: WEEKDAYS },
  { least: 1970, most: 2099 },
]

/**
 * Reads a trigger's seven fields: second, minute, hour, day, month, weekday (0 is Sunday), year.
 * @throws Error that names the field it cannot read
 */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== RANGES.length) throw new Error(`"${text}" has ${fields.length} fields instead of seven`)
  const sets = RANGES.map((range, at) => parseField(fields[at] ?? '', range))
  const set = (at: number): ReadonlySet<number> => sets[at] ?? new Set()
  const [days, months, weekdays] = [set(3), set(4), set(5)]
  // Day and weekday are alternatives when both are given.
  const isEither = fields[3] !== '*' && fields[5] !== '*'
  return {
    seconds: set(0),
    minutes: set(1),
    hours: set(2),
    years: set(6),
    isDay: (month, day, weekday) =>
      months.has(month) && (isEither ? days.has(day) || weekdays.has(weekday) : days.has(day) && weekdays.has(weekday)),
  }
}

function parseField(field: string, range: Range): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const part of field.split(',')) {
    const [span = '', step] = part.split('/')
    const { from, to } = parseSpan(span, range, step !== undefined)
    const stride = step === undefined ? 1 : Number(step)
    if (!Number.isInteger(stride) || stride < 1 || from > to) throw unreadable(field)
    for (let value = from; value <= to; value += stride) taken.add(value)
  }
  return taken
}

/** `5/15` goes on to the field's end, `5` alone does not. */
function parseSpan(span: string, range: Range, hasStep: boolean): { from: number; to: number } {
  if (span === '*') return { from: range.least, to: range.most }
  const [first = '', last] = span.split('-')
  const from = parseValue(first, range)
  if (last !== undefined) return { from, to: parseValue(last, range) }
  return { from, to: hasStep ? range.most : from }
}

function parseValue(text: string, { least, most, names }: Range): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 && text !== '' ? named : /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw unreadable(text)
  return value
}

const unreadable = (text: string): Error => new Error(`"${text}" cannot be read in a trigger's time`)
