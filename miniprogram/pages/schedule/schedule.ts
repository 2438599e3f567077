import { definePage } from '../../lib/define-page'
import { scheduleModel } from './schedule-model'

definePage(scheduleModel)
