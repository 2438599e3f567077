import { definePage } from '../../../lib/define-page'
import { applyModel } from './apply-model'

definePage(applyModel)
