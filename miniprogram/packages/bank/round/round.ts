import { definePage } from '../../../lib/define-page'
import { roundModel } from './round-model'

definePage(roundModel)
