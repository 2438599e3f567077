import * as v from 'valibot'
import type { PageEvent } from './define-page'

const found = (values: unknown, name: string): unknown =>
  v.is(v.record(v.string(), v.unknown()), values) ? values[name] : undefined

const valueOf = (event: PageEvent, name: string): unknown => found(event.detail, name) ?? event.data[name]

/** A text that an event carries, from its detail or from the data-* values of its element; empty where it carries none. */
export function textOf(event: PageEvent, name: string): string {
  const value = valueOf(event, name)
  return typeof value === 'string' ? value : ''
}

/** A number likewise; -1 where there is none. */
export function numberOf(event: PageEvent, name: string): number {
  const value = valueOf(event, name)
  return typeof value === 'number' ? value : -1
}
