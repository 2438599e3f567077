import type { AnimationStep } from '../built-ins/animation'
import { isRecord } from '../engine/instance'
import type { Options } from './asynchronous'
import { numberOf, textOf } from './options'
import type { Family, Phone } from './phone'
import { provideNames } from './provide-names'

const DURATION_MS = 400

const px = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))

/** The chain that wx.createAnimation answers, with the steps that the components in use take. */
function createAnimation(phone: Phone, base: Options): object {
  let style: Record<string, string> = {}
  let actions: AnimationStep[] = []
  const change = (name: string) => (value: unknown) => {
    style[name] = px(value)
    return chain
  }
  const provided = {
    translateX(value: unknown) {
      style.transform = `translateX(${px(value)})`
      return chain
    },
    height: change('height'),
    top: change('top'),
    step(own: unknown) {
      const options = { ...base, ...(isRecord(own) ? own : {}) }
      const durationMs = numberOf(options, 'duration', DURATION_MS)
      const delayMs = numberOf(options, 'delay', 0)
      actions.push({ style: { ...style }, durationMs, delayMs, timing: textOf(options, 'timingFunction', 'linear') })
      return chain
    },
    /** answers the steps so far and forgets them */
    export() {
      const exported = { actions }
      actions = []
      style = {}
      return exported
    },
  }
  const chain = provideNames('animation', provided, phone.errors)
  return chain
}

export function animationFamily(phone: Phone): Family {
  return { createAnimation: (options: unknown) => createAnimation(phone, isRecord(options) ? options : {}) }
}
