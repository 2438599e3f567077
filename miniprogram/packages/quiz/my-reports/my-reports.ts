import { definePage } from '../../../lib/define-page'
import { myReportsModel } from './my-reports-model'

definePage(myReportsModel)
