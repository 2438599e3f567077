import type { Collection, StoredDocument } from '../collection'
import type { Change } from '../documents'
import { claimsOf, idKey } from './claims'

/** A document as it was before the version; `stored` is undefined when it did not exist. */
interface Image {
  version: number
  stored: StoredDocument | undefined
}

/**
 * What documents were when the open snapshots were taken. Only changes made while a snapshot is open are kept, of each
 * document at most one image for each snapshot, and nothing once the last snapshot is closed.
 */
export class History {
  #version = 0
  readonly #snapshots = new Map<object, number>()
  readonly #images = new Map<Collection, Map<string, Image[]>>()
  readonly #changed = new Map<string, number>()

  /** Takes a snapshot of what is committed now. */
  open(owner: object): number {
    this.#snapshots.set(owner, this.#version)
    return this.#version
  }

  close(owner: object): void {
    const closed = this.#snapshots.get(owner)
    this.#snapshots.delete(owner)
    const oldest = Math.min(...this.#snapshots.values())
    if (closed !== undefined && closed < oldest) this.#forget(oldest)
  }

  /** To be told of every batch of changes that is committed together. */
  record(changes: readonly Change[]): void {
    if (this.#snapshots.size === 0) return
    const newest = Math.max(...this.#snapshots.values())
    this.#version++
    for (const change of changes) {
      this.#keepImage(change, newest)
      for (const claim of claimsOf(change)) this.#changed.set(claim, this.#version)
    }
  }

  hasChanged(claim: string, snapshot: number): boolean {
    return (this.#changed.get(claim) ?? 0) > snapshot
  }

  /** The document as the snapshot saw it, if it has changed since. */
  image(collection: Collection, key: string, snapshot: number): Image | undefined {
    return this.#images
      .get(collection)
      ?.get(key)
      ?.find(({ version }) => version > snapshot)
  }

  /** The documents of a collection that have changed since, as the snapshot saw them. */
  images(collection: Collection, snapshot: number): [key: string, stored: StoredDocument | undefined][] {
    const keys = [...(this.#images.get(collection)?.keys() ?? [])]
    return keys.flatMap(key => {
      const image = this.image(collection, key, snapshot)
      return image ? [[key, image.stored]] : []
    })
  }

  get size(): number {
    return [...this.#images.values()].flatMap(byKey => [...byKey.values()]).flat().length
  }

  /** A second change since the newest snapshot adds nothing that any snapshot could ask for. */
  #keepImage({ collection, before, after }: Change, newest: number): void {
    const byKey = this.#images.get(collection) ?? new Map<string, Image[]>()
    this.#images.set(collection, byKey)
    const key = idKey((after ?? before?.document)?.['_id'])
    const images = byKey.get(key) ?? []
    if ((images.at(-1)?.version ?? 0) > newest) return
    byKey.set(key, [...images, { version: this.#version, stored: before }])
  }

  #forget(oldest: number): void {
    for (const [claim, version] of this.#changed) if (version <= oldest) this.#changed.delete(claim)
    for (const byKey of this.#images.values())
      for (const [key, images] of byKey) {
        const kept = images.filter(({ version }) => version > oldest)
        if (kept.length === 0) byKey.delete(key)
        else byKey.set(key, kept)
      }
  }
}
