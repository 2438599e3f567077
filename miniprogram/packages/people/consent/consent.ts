import { definePage } from '../../../lib/define-page'
import { consentModel } from './consent-model'

definePage(consentModel)
