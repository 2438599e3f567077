import { definePage } from '../../../lib/define-page'
import { liaisonModel } from './liaison-model'

definePage(liaisonModel)
