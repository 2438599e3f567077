import { definePage } from '../../../lib/define-page'
import { mistakesModel } from './mistakes-model'

definePage(mistakesModel)
