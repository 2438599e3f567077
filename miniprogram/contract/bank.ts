import { questionReports } from './question-reports'
import { domain } from './rpc'

/** The organisers' side of the quiz. */
export const bank = domain('bank', { ...questionReports })
