/** What other domains may use of this one. */
export { flagsAfter, statisticsOf } from './items-by-version'
export { dataOf, forget } from './personal-data'
export { ruledInside } from './items/ruled'
export { hideName } from './visibility'
