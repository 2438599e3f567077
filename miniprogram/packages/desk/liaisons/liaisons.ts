import { definePage } from '../../../lib/define-page'
import { liaisonsModel } from './liaisons-model'

definePage(liaisonsModel)
