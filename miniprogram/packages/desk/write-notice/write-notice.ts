import { definePage } from '../../../lib/define-page'
import { writeNoticeModel } from './write-notice-model'

definePage(writeNoticeModel)
