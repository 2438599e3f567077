/** A request that is refused before any service sees it. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'HttpRefusal'
  }
}

/** Ends the connection without a word, as a broken network does. */
export class LostConnection extends Error {
  constructor() {
    super('the connection was cut')
    this.name = 'LostConnection'
  }
}
