import { definePage } from '../../../lib/define-page'
import { unitModel } from './unit-model'

definePage(unitModel)
