import type { KeptThing } from '../../phone-api'

/** What the mini-program handed to the telephone: pictures, documents, dates, calls. The desk shows it. */
export class Kept {
  readonly things: KeptThing[] = []

  add(thing: KeptThing): void {
    this.things.push(thing)
  }
}
