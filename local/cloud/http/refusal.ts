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
