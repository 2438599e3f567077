import { quiz } from '../../../miniprogram/contract/quiz'
import { call } from '../../../miniprogram/services/cloud'

// is not assignable to type '"read"'
void call(quiz.startAttempt, { first: true })
