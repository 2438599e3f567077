import { editions } from '../../../miniprogram/contract/editions'
import { door } from '../../../cloudfunctions/platform/door'

// Property 'home' is missing
export const main = door(editions, {})
