import { definePage } from '../../../lib/define-page'
import { profileModel } from './profile-model'

definePage(profileModel)
