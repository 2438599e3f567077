import { newIdempotencyKey } from '../services/idempotency-key'

/** Something that somebody wants done once: asked for again after a lost answer, it goes out with the same key. */
export interface Intention {
  key: () => string
  /** It is done, or was refused for good: wanting it again is another intention. */
  over: () => void
}

export function intention(): Intention {
  let key = ''
  return {
    key: () => (key ||= newIdempotencyKey()),
    over() {
      key = ''
    },
  }
}
