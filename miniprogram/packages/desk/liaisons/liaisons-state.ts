import type { RowItem } from '../../../components/list-row/row-item'
import type { RegionCode } from '../../../contract/regions'
import type { Liaison, Reminded } from '../../../contract/liaisons'
import type { Busy } from '../../../lib/busy'
import { type Listing, noListing } from '../../../lib/listing'

/** What is asked for in a sheet: the reason to open a contact or to export, or whether to remind. */
export type Asking = '' | 'open' | 'export' | 'remind'

export interface LiaisonsState extends Listing<RowItem>, Busy {
  region: RegionCode
  place: string
  show: 'missing' | 'named'
  empty: string
  share: number
  shareText: string
  line: string
  missing: number
  asking: Asking
  /** The unit whose contact is asked for. */
  unit: string
  /** Why what was asked for did not work. */
  refused: string
  contact: Liaison | null
  reminded: (Reminded & { text: string; names: string[] }) | null
}

export const initialState: LiaisonsState = {
  ...noListing<RowItem>(),
  region: '',
  place: '',
  show: 'missing',
  empty: '',
  share: 0,
  shareText: '',
  line: '',
  missing: 0,
  asking: '',
  unit: '',
  refused: '',
  contact: null,
  reminded: null,
  busy: false,
}
