import { definePage } from '../../../lib/define-page'
import { editQuestionModel } from './edit-question-model'

definePage(editQuestionModel)
