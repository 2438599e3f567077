import { definePage } from '../../../lib/define-page'
import { textsModel } from './texts-model'

definePage(textsModel)
