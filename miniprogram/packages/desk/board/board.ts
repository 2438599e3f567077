import { definePage } from '../../../lib/define-page'
import { boardModel } from './board-model'

definePage(boardModel)
