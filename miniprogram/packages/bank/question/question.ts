import { definePage } from '../../../lib/define-page'
import { questionModel } from './question-model'

definePage(questionModel)
