import { definePage } from '../../../lib/define-page'
import { noticesModel } from './notices-model'

definePage(noticesModel)
