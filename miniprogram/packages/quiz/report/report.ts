import { definePage } from '../../../lib/define-page'
import { reportModel } from './report-model'

definePage(reportModel)
