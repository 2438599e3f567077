import { definePage } from '../../../lib/define-page'
import { playModel } from './play-model'

definePage(playModel)
