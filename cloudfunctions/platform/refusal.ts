import type { Detail, ErrorCode } from '../../miniprogram/contract/errors'

/** A refusal on its way to the door. Domain code throws it; only the door catches. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: Detail,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
