import { people } from '../../miniprogram/contract/people'
import { door } from '../platform/door'
import { standingOf } from './api'
import { handlers } from './handlers'

export const main = door(people, handlers, standingOf)
