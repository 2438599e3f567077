import { definePage } from '../../../lib/define-page'
import { rankingModel } from './ranking-model'

definePage(rankingModel)
