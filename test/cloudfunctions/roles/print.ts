import { matrixText } from './matrix-text'

/** `npm run roles`. The test beside this file asks every one of these cells through the functions. */
console.log(matrixText())
