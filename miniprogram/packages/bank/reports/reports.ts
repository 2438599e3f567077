import { definePage } from '../../../lib/define-page'
import { reportsModel } from './reports-model'

definePage(reportsModel)
