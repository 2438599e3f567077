/** What a row of a long list shows; `id` is what it tells when it is pressed. */
export interface RowItem {
  id: string
  icon: string
  /** `green` where none is named. */
  accent?: string
  title: string
  note: string
  badge: string
  tone?: string
  /** Says something and leads nowhere. */
  still?: boolean
}
