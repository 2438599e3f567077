import { setAnimationStyle } from '../engine/border'
import { isRecord } from '../engine/instance'
import type { BuiltInNode } from './built-in'

/** One step of what wx.createAnimation exports; times in ms. */
export interface AnimationStep {
  style: Record<string, string>
  durationMs: number
  delayMs: number
  timing: string
}

const playing = new WeakMap<BuiltInNode, ReturnType<typeof setTimeout>>()

const isStep = (value: unknown): value is AnimationStep => isRecord(value) && isRecord(value.style)

function styleText({ style, durationMs, delayMs, timing }: AnimationStep): string {
  const values = Object.entries(style).map(([name, value]) => `${name}: ${value}`)
  return [`transition: all ${durationMs}ms ${timing} ${delayMs}ms`, ...values].join('; ')
}

function play(self: BuiltInNode, [step, ...rest]: AnimationStep[]): void {
  if (step === undefined) return
  setAnimationStyle(self.node, styleText(step))
  const timer = setTimeout(() => {
    play(self, rest)
  }, step.durationMs + step.delayMs)
  playing.set(self, timer)
}

/** Plays the `animation` property step by step; a new one takes the place of what is playing. */
export function playAnimation(self: BuiltInNode): void {
  const animation = self.get('animation')
  const actions: unknown[] = isRecord(animation) && Array.isArray(animation.actions) ? animation.actions : []
  clearTimeout(playing.get(self))
  play(self, actions.filter(isStep))
}
