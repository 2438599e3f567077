import type { Cloud } from '../cloud/start-cloud'

/** What the inspector needs of a cloud. */
export type InspectedCloud = Pick<Cloud, 'clock' | 'counters' | 'log' | 'contents' | 'outbox'>
