/** A list of functions to tell something to. */
export class Listeners<Args extends unknown[]> {
  private list: ((...args: Args) => void)[] = []

  add(listener: (...args: Args) => void): void {
    this.list = [...this.list, listener]
  }

  /** Without a listener all are removed, as the off… functions of `wx` do. */
  remove(listener?: (...args: Args) => void): void {
    this.list = listener === undefined ? [] : this.list.filter(other => other !== listener)
  }

  tell(...args: Args): void {
    for (const listener of this.list) listener(...args)
  }
}
