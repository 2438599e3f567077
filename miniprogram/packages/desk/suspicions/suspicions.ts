import { definePage } from '../../../lib/define-page'
import { suspicionsModel } from './suspicions-model'

definePage(suspicionsModel)
