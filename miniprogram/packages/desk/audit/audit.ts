import { definePage } from '../../../lib/define-page'
import { auditModel } from './audit-model'

definePage(auditModel)
