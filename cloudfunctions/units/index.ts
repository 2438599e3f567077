import { units } from '../../miniprogram/contract/units'
import { standingOf } from '../people/api'
import { door } from '../platform/door'
import { handlers } from './handlers'

export const main = door(units, handlers, standingOf)
