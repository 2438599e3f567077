/** What other domains may use of this one. */
export { moveRoundInside } from './move-round'
export { openRoundInside } from './open-round'
export { dataOf, forget } from './personal-data'
export { rounds } from './repository/rounds'
