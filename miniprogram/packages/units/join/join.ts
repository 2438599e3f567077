import { definePage } from '../../../lib/define-page'
import { joinModel } from './join-model'

definePage(joinModel)
