import { definePage } from '../../lib/define-page'
import { meModel } from './me-model'

definePage(meModel)
