import { definePage } from '../../../lib/define-page'
import { myDataModel } from './my-data-model'

definePage(myDataModel)
