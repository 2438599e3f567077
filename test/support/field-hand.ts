import simulate from 'miniprogram-simulate'
import { rendered } from './simulated'

/** One thing a component said, by the name of the event. */
type Said = readonly [event: string, detail: unknown]

const speaks = (value: unknown): value is { triggerEvent: (event: string, detail: object) => void } =>
  typeof value === 'object' && value !== null && 'triggerEvent' in value

/** A component in a hand that taps and types, and an ear for what it says. Selectors step into children: `.list .choice`. */
export class FieldHand {
  readonly said: Said[] = []
  private readonly shown: ReturnType<typeof rendered>

  constructor(name: string, properties: Record<string, unknown>, events: readonly string[] = ['change', 'leave']) {
    this.shown = rendered(name, { name: 'it', ...properties })
    for (const event of events)
      this.shown.component.addEventListener(event, ({ detail }) => this.said.push([event, detail]))
  }

  /** The nth element with this class; `child >>> class` looks inside the child of that class. */
  private at(selector: string, nth = 0) {
    const [first = '', inner] = selector.split(' >>> ')
    const outer = this.shown.component.querySelectorAll(first)
    const found = inner === undefined ? outer[nth] : outer[0]?.querySelectorAll(inner)[nth]
    if (found === undefined) throw new Error(`nothing is at "${selector}"`)
    return found
  }

  /** A child says something; as on a phone, only its own parent hears it. */
  async happens(event: string, selector: string, detail: Record<string, unknown> = {}): Promise<void> {
    const instance: unknown = this.at(selector).instance
    if (!speaks(instance)) throw new Error(`nothing at "${selector}" can say anything`)
    instance.triggerEvent(event, detail)
    await simulate.sleep(10)
  }

  async tap(selector: string, nth = 0): Promise<void> {
    this.at(selector, nth).dispatchEvent('tap')
    await simulate.sleep(10)
  }

  type(selector: string, value: string): Promise<void> {
    return this.happens('input', selector, { value })
  }

  /** A finger goes down and comes up somewhere else, px from the top. */
  async touches(selector: string, from: number, to: number): Promise<void> {
    const element = this.at(selector)
    element.dispatchEvent('touchstart', { touches: [{ x: 0, y: from }] })
    await simulate.sleep(10)
    element.dispatchEvent('touchend', { changedTouches: [{ x: 0, y: to }] })
    await simulate.sleep(10)
  }

  /** Hands in other properties, as a page does after it has heard. */
  give(properties: Record<string, unknown>): void {
    this.shown.component.setData(properties)
  }

  data(name: string): unknown {
    return this.shown.component.data[name]
  }

  /** The texts of every element of this class anywhere inside, in order. */
  texts(className: string): string[] {
    return [...this.shown.parent.querySelectorAll(`[class$="--${className}"], [class*="--${className} "]`)].map(
      element => element.textContent,
    )
  }
}
