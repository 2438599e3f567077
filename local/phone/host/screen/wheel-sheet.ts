import { button, h } from '../../shared/dom'
import type { Overlays } from './overlay'
import { Wheel } from './wheel'

/** What wheels stand side by side; later ones may depend on what earlier ones show. */
export interface WheelPlan {
  title: string
  /** texts of every column, while these are chosen */
  columns(chosen: readonly number[]): readonly (readonly string[])[]
  start: readonly number[]
  /** a wheel has come to rest */
  turned?(column: number, index: number): void
}

export interface WheelSheet {
  /** the chosen indexes, or undefined when it was left */
  answer: Promise<number[] | undefined>
  /** draws again what has changed below it */
  refresh(start?: readonly number[]): void
}

const differs = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.length !== b.length || a.some((text, index) => text !== b[index])

class Wheels {
  readonly element = h('div', { class: 'wheels' })
  private wheels: Wheel[] = []
  private shown: readonly (readonly string[])[] = []

  constructor(private readonly plan: WheelPlan) {}

  get chosen(): number[] {
    return this.wheels.map(wheel => wheel.index)
  }

  draw(wished: readonly number[]): void {
    const columns = this.plan.columns(wished)
    while (this.wheels.length < columns.length) this.addWheel()
    for (const wheel of this.wheels.splice(columns.length)) wheel.element.remove()
    for (const [at, texts] of columns.entries()) {
      const wheel = this.wheels[at]
      if (wheel !== undefined && (differs(this.shown[at], texts) || wheel.index !== wished[at]))
        wheel.show(texts, wished[at] ?? 0)
    }
    this.shown = columns
  }

  private addWheel(): void {
    const column = this.wheels.length
    const wheel = new Wheel(`第 ${column + 1} 列`, index => {
      this.draw(this.chosen)
      this.plan.turned?.(column, index)
    })
    this.wheels.push(wheel)
    this.element.append(wheel.element)
  }
}

/** Slides up wheels with a way to agree and a way to leave. */
export function openWheels(overlays: Overlays, plan: WheelPlan): WheelSheet {
  const wheels = new Wheels(plan)
  const answer = new Promise<number[] | undefined>(resolve => {
    const finish = (result: () => number[] | undefined) => () => {
      resolve(result())
      remove()
    }
    const leave = finish(() => undefined)
    const head = h(
      'div',
      { class: 'wheel-head' },
      button({ class: 'wheel-leave' }, '取消', leave),
      h('span', {}, plan.title),
      button(
        { class: 'wheel-agree' },
        '确定',
        finish(() => wheels.chosen),
      ),
    )
    const label = plan.title === '' ? '请选择' : plan.title
    const sheet = h('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': label })
    sheet.append(head, wheels.element)
    const backdrop = h('div', { class: 'sheet-backdrop' })
    backdrop.addEventListener('click', leave)
    const remove = overlays.show(h('div', { class: 'sheet-layer' }, backdrop, sheet), true)
    wheels.draw(plan.start)
  })
  return {
    answer,
    refresh: start => {
      wheels.draw(start ?? wheels.chosen)
    },
  }
}
