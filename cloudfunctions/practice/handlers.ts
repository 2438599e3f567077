import type { practice } from '../../miniprogram/contract/practice'
import type { Handlers } from '../platform/context'
import { chaptersToday } from './chapters-today'
import { replyFor } from './chapters'
import { syncCards } from './sync-cards'

export const handlers: Handlers<typeof practice> = {
  async getPack({ known }, { now }) {
    const { chapters } = await chaptersToday(now)
    return { now, chapters: replyFor(chapters, known) }
  },

  syncCards,
}
