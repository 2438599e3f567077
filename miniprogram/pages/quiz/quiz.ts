import { definePage } from '../../lib/define-page'
import { quizModel } from './quiz-model'

definePage(quizModel)
