import { definePage } from '../../../lib/define-page'
import { resultModel } from './result-model'

definePage(resultModel)
