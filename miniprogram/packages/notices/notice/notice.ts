import { definePage } from '../../../lib/define-page'
import { noticeModel } from './notice-model'

definePage(noticeModel)
