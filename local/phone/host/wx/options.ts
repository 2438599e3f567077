import type { Options } from './asynchronous'
import { WxFailure } from './asynchronous'

/** The text under a name, or the fallback when there is none. */
export function textOf(options: Options, name: string, fallback = ''): string {
  const value = options[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback
}

export function numberOf(options: Options, name: string, fallback: number): number {
  const value = options[name]
  return typeof value === 'number' ? value : fallback
}

/** A text that the platform insists on. */
export function requiredText(options: Options, name: string): string {
  const value = options[name]
  if (typeof value !== 'string')
    throw new WxFailure(`parameter error: parameter.${name} should be String instead of ${typeof value}`)
  return value
}
