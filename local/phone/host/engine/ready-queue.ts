import type { Element, GeneralComponent } from 'glass-easel'
import { Element as EngineElement } from 'glass-easel'
import { nextFrame } from '../next-frame'

function depthOf(node: Element): number {
  let depth = 0
  for (let owner = node.ownerShadowRoot; owner; owner = owner.getHostNode().ownerShadowRoot) depth += 1
  return depth
}

/** The engine never calls `ready`: components are noted when attached and called, children first, once they are drawn. */
export class ReadyQueue {
  private waiting: GeneralComponent[] = []
  private after: (() => void)[] = []

  add(node: GeneralComponent): void {
    if (this.waiting.length === 0 && this.after.length === 0) this.schedule()
    this.waiting.push(node)
  }

  /** Called after everything attached so far has been told. */
  then(work: () => void): void {
    if (this.waiting.length === 0 && this.after.length === 0) this.schedule()
    this.after.push(work)
  }

  private schedule(): void {
    nextFrame(() => {
      const ready = this.waiting.map(node => ({ node, depth: depthOf(node) })).sort((a, b) => b.depth - a.depth)
      const after = this.after
      this.waiting = []
      this.after = []
      for (const { node } of ready) {
        if (EngineElement.isAttached(node)) node.triggerLifetime('ready', [])
      }
      for (const work of after) work()
    })
  }
}
