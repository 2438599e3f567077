import { definePage } from '../../../lib/define-page'
import { favouritesModel } from './favourites-model'

definePage(favouritesModel)
