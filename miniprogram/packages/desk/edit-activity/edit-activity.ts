import { definePage } from '../../../lib/define-page'
import { editActivityModel } from './edit-activity-model'

definePage(editActivityModel)
