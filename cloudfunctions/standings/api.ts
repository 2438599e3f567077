/** What other domains may use of this one. */
export { dataOf, forget } from './personal-data'
