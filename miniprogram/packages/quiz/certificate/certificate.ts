import { definePage } from '../../../lib/define-page'
import { certificateModel } from './certificate-model'

definePage(certificateModel)
