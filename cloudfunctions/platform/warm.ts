import type { Instant } from '../../miniprogram/contract/time'

interface WarmRules<Value> {
  /** Milliseconds within which a change reaches every function instance. */
  lifetime: number
  load: (now: Instant) => Promise<Value>
  /** Whether a kept value still holds at this instant; it always does by default. */
  holds?: (value: Value, now: Instant) => boolean
}

/**
 * Keeps what rarely changes in the memory of a function instance, so that warm calls read nothing.
 * A jump of the clock in either direction reloads.
 */
export function warm<Value>({ lifetime, load, holds = () => true }: WarmRules<Value>) {
  let kept: { value: Value; at: Instant } | undefined
  return async (now: Instant): Promise<Value> => {
    if (kept && Math.abs(now - kept.at) < lifetime && holds(kept.value, now)) return kept.value
    const value = await load(now)
    kept = { value, at: now }
    return value
  }
}
