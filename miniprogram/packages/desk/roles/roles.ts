import { definePage } from '../../../lib/define-page'
import { rolesModel } from './roles-model'

definePage(rolesModel)
