import { definePage } from '../../../lib/define-page'
import { questionsModel } from './questions-model'

definePage(questionsModel)
