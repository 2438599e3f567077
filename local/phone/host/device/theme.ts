import type { Manifest } from '../../shared/manifest'
import type { Theme } from '../../phone-api'
import { Listeners } from './listeners'

/** The system's theme, and what it makes of the names in theme.json. */
export class ThemeSwitch {
  readonly onChange = new Listeners<[theme: Theme]>()

  constructor(
    private readonly manifest: Manifest,
    private system: Theme,
  ) {
    this.apply()
  }

  /** What the mini-program sees: a mini-program without `darkmode` is always light. */
  get current(): Theme {
    return this.manifest.darkmode ? this.system : 'light'
  }

  set(theme: Theme): void {
    const before = this.current
    this.system = theme
    this.apply()
    if (this.current !== before) this.onChange.tell(this.current)
  }

  /** `@name` as theme.json has it for the current theme; other values as they are. */
  resolve(value: string): string
  resolve(value: string | undefined): string | undefined
  resolve(value: string | undefined): string | undefined {
    return value?.startsWith('@') === true ? (this.manifest.theme[this.current][value.slice(1)] ?? '') : value
  }

  private apply(): void {
    document.documentElement.dataset.theme = this.current
    document.documentElement.style.colorScheme = this.current
  }
}
