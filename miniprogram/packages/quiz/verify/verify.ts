import { definePage } from '../../../lib/define-page'
import { verifyModel } from './verify-model'

definePage(verifyModel)
