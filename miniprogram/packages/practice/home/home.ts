import { definePage } from '../../../lib/define-page'
import { homeModel } from './home-model'

definePage(homeModel)
