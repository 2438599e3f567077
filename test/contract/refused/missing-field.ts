import { quiz } from '../../../miniprogram/contract/quiz'
import { call } from '../../../miniprogram/services/cloud'

// Property 'answers' is missing
void call(quiz.submitAttempt, { ticket: 'a' }, 'key')
