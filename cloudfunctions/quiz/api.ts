/** What other domains may use of this one. */
export { practiceQuestions } from './repository/questions'
export { nameDecided } from './certificate-names'
export { moveRoundInside } from './move-round'
export { openRoundInside } from './open-round'
export { dataOf, forget } from './personal-data'
export type { Question } from './question'
export { rounds } from './repository/rounds'
