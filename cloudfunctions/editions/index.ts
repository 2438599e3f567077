import { editions } from '../../miniprogram/contract/editions'
import { standingOf } from '../people/api'
import { door } from '../platform/door'
import { handlers } from './handlers'

export const main = door(editions, handlers, standingOf)
