import { definePage } from '../../../lib/define-page'
import { suspicionModel } from './suspicion-model'

definePage(suspicionModel)
