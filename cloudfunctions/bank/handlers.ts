import type { bank } from '../../miniprogram/contract/bank'
import type { Handlers } from '../platform/context'
import { reportHandlers } from './reports/handlers'

export const handlers: Handlers<typeof bank> = { ...reportHandlers }
