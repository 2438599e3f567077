const REFUSED_MS = 10_000

/** Whether the person has agreed to the platform's privacy notice; kept over reloads. */
export class Consent {
  private refusedAt = -Infinity

  constructor(
    private readonly persona: string,
    private readonly box: Storage,
  ) {}

  get isGiven(): boolean {
    return this.box.getItem(this.key) === 'given'
  }

  /** For a while after a refusal the platform does not ask again. */
  get isResting(): boolean {
    return Date.now() - this.refusedAt < REFUSED_MS
  }

  give(): void {
    this.box.setItem(this.key, 'given')
  }

  refuse(): void {
    this.refusedAt = Date.now()
  }

  private get key(): string {
    return `phone-privacy:${this.persona}`
  }
}
