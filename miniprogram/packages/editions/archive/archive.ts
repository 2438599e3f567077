import { definePage } from '../../../lib/define-page'
import { archiveModel } from './archive-model'

definePage(archiveModel)
