import { definePage } from '../../../lib/define-page'
import { membersModel } from './members-model'

definePage(membersModel)
