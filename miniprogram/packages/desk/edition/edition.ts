import { definePage } from '../../../lib/define-page'
import { editionModel } from './edition-model'

definePage(editionModel)
