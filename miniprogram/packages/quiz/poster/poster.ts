import { definePage } from '../../../lib/define-page'
import { posterModel } from './poster-model'

definePage(posterModel)
