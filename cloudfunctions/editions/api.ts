/** What other domains may use of this one. */
export { editions } from './repository/editions'
