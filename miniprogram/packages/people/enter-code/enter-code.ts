import { definePage } from '../../../lib/define-page'
import { enterCodeModel } from './enter-code-model'

definePage(enterCodeModel)
