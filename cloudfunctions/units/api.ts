/** What other domains may use of this one. */
export { confirmedInside } from './confirmed'
export { dataOf, forget } from './personal-data'
