/** One of several that can be chosen, as a page hands it in. */
export interface Choice {
  value: string
  text: string
  /** A second, quieter line. */
  note?: string
  disabled?: boolean
}
