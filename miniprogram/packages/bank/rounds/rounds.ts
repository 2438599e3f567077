import { definePage } from '../../../lib/define-page'
import { roundsModel } from './rounds-model'

definePage(roundsModel)
