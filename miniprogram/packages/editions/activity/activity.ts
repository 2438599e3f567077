import { definePage } from '../../../lib/define-page'
import { activityModel } from './activity-model'

definePage(activityModel)
