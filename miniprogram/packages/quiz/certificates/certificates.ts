import { definePage } from '../../../lib/define-page'
import { certificatesModel } from './certificates-model'

definePage(certificatesModel)
