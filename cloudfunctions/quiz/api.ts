/** What other domains may use of this one. */
export { rounds } from './repository/rounds'
