import { quiz } from '../../../miniprogram/contract/quiz'
import { call } from '../../../miniprogram/services/cloud'

// Object literal may only specify known properties
void call(quiz.submitAttempt, { ticket: 'a', answers: [[0]], score: 100 }, 'key')
