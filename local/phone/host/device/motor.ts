/** What makes a telephone shake: here it is only counted. */
export class Motor {
  count = 0
}
