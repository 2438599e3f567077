import { definePage } from '../../../lib/define-page'
import { remindersModel } from './reminders-model'

definePage(remindersModel)
