import { practice } from '../../miniprogram/contract/practice'
import { standingOf } from '../people/api'
import { door } from '../platform/door'
import { handlers } from './handlers'

export const main = door(practice, handlers, standingOf)
