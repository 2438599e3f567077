import type { notices as contract } from '../../miniprogram/contract/notices'
import { chainTo, COUNTRY } from '../../miniprogram/contract/regions'
import type { Handlers } from '../platform/context'
import { templateIdOf } from '../platform/messages'
import { pageOf } from '../platform/paging'
import { forward } from './forward'
import { publish } from './publish'
import { forgetReminder, listReminders, remindMe, remindMyUnit, tellMyScore } from './reminders'
import { noticeOf } from './replies'
import { notices } from './repository/notices'
import { withdraw } from './withdraw'

const PAGE = 20

export const handlers: Handlers<typeof contract> = {
  async list({ region, after }) {
    const found = await notices.announcedIn(chainTo(region ?? COUNTRY), after, PAGE + 1)
    const { items, next } = pageOf(found, PAGE, ({ moment }) => moment)
    return { items: items.map(noticeOf), next }
  },

  publish,
  forward,
  withdraw,

  listTemplates: () => Promise.resolve({ activity: templateIdOf('activity'), liaison: templateIdOf('liaison') }),

  remindMe,
  listReminders,
  forgetReminder,
  remindMyUnit,
  tellMyScore,
}
