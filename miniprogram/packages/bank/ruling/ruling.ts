import { definePage } from '../../../lib/define-page'
import { rulingModel } from './ruling-model'

definePage(rulingModel)
