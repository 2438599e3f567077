import { definePage } from '../../../lib/define-page'
import { unitsModel } from './units-model'

definePage(unitsModel)
