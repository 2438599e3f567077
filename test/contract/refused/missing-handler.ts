import { editions } from '../../../miniprogram/contract/editions'
import { door } from '../../../cloudfunctions/platform/door'

const { home } = editions

// Property 'home' is missing
export const main = door({ home }, {})
