/** Tells when the mini-program was built again, or could not be. */
export class BuildNews {
  private builtAt: unknown
  private fault = ''

  constructor(
    private readonly onBuilt: () => void,
    private readonly onFault: (fault: string) => void,
  ) {}

  async ask(): Promise<void> {
    const answer: unknown = await fetch('/phone/build.json')
      .then(response => (response.ok ? response.json() : undefined))
      .catch(() => undefined)
    if (typeof answer !== 'object' || answer === null || !('builtAt' in answer)) return
    const fault = 'fault' in answer && typeof answer.fault === 'string' ? answer.fault : ''
    if (fault !== this.fault) this.onFault(fault)
    if (this.builtAt !== undefined && this.builtAt !== answer.builtAt && fault === '') this.onBuilt()
    this.fault = fault
    this.builtAt = answer.builtAt
  }
}
