import { join } from 'node:path'
import simulate from 'miniprogram-simulate'
import { simulatedRoot as rootPath } from './simulated-root'

/** Renders one component in jsdom with these properties. */
export function rendered(name: string, properties: Record<string, unknown>) {
  jest.resetModules()
  const id = simulate.load(join(rootPath, 'components', name, name), { rootPath })
  const component = simulate.render(id, properties)
  const parent = document.createElement('div')
  component.attach(parent)
  return { component, parent }
}

type Rendered = ReturnType<typeof rendered>

/** Taps an element and tells what the component then says to its page. */
export async function tapped({ component }: Rendered, selector: string, event: string): Promise<unknown[]> {
  const heard: unknown[] = []
  component.addEventListener(event, ({ detail }: { detail: unknown }) => heard.push(detail))
  component.querySelector(selector)?.dispatchEvent('tap')
  await simulate.sleep(10)
  return heard
}

export const textAt = ({ component }: Rendered, selector: string): string =>
  component.querySelector(selector)?.dom?.textContent ?? ''

export const countOf = ({ component }: Rendered, selector: string): number =>
  component.querySelectorAll(selector).length
