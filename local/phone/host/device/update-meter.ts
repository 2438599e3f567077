import { component } from 'glass-easel-miniprogram-adapter'
import type { DataUpdate } from '../../phone-api'
import { jsonOf } from '../json'
import { type Instance, isInstance, rootOf } from '../engine/instance'

const utf8 = new TextEncoder()

/** Counts what every setData carries: on a phone that is what goes from one thread to the other. */
export class UpdateMeter {
  readonly updates: DataUpdate[] = []

  attach(): void {
    const note = (instance: unknown, data: unknown) => {
      if (isInstance(instance)) this.note(instance, data)
    }
    const prototype = component.ComponentCaller.prototype
    const setData = Reflect.get(prototype, 'setData')
    prototype.setData = function (data: Record<string, unknown>, done?: () => void) {
      note(this, data)
      Reflect.apply(setData, this, [data, done])
    }
  }

  largest(): DataUpdate | undefined {
    return this.updates.reduce<DataUpdate | undefined>(
      (largest, update) => (largest === undefined || update.bytes > largest.bytes ? update : largest),
      undefined,
    )
  }

  private note(instance: Instance, data: unknown): void {
    const bytes = utf8.encode(jsonOf(data) ?? '').length
    this.updates.push({ bytes, page: rootOf(instance._$)?.is ?? '', component: instance.is })
  }
}
