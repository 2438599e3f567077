import { definePage } from '../../../lib/define-page'
import { inviteModel } from './invite-model'

definePage(inviteModel)
