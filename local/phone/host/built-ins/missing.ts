import type { BuiltIn } from './built-in'

/** Stands where a tag is that the local phone does not know: seen by people, counted by tests. */
export function createMissing(tag: string, report: (name: string) => void): BuiltIn {
  return {
    setup(self) {
      self.element.classList.add('is-missing')
      self.element.dataset.missing = `<${tag}> 本地手机未提供`
      report(`<${tag}>`)
    },
  }
}
