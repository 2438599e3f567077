import { definePage } from '../../../lib/define-page'
import { sessionModel } from './session-model'

definePage(sessionModel)
