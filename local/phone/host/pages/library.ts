import { type Manifest, packageScript } from '../../shared/manifest'

/** The mini-program's code as it arrives: packages are loaded on first use, files run on first use. */
export class Library {
  private readonly scripts = new Map<string, () => unknown>()
  private readonly loaded = new Map<string, Promise<unknown>>([['', Promise.resolve()]])
  private readonly done = new Set<string>()

  constructor(private readonly manifest: Manifest) {}

  addScript(path: string, run: () => unknown): void {
    this.scripts.set(path, run)
  }

  /** Loads and runs everything a page needs. @throws when the page's own files throw */
  async prepare(path: string): Promise<void> {
    const [root] = Object.entries(this.manifest.packages).find(([, pages]) => pages.includes(path)) ?? ['']
    const loading = this.loaded.get(root) ?? import(new URL(`app/${packageScript(root)}`, document.baseURI).href)
    this.loaded.set(root, loading)
    await loading
    this.run(path)
  }

  private run(path: string): void {
    const entry = this.manifest.components[path]
    if (entry === undefined || this.done.has(path)) return
    this.done.add(path)
    const generics = Object.values(entry.componentGenerics).map(generic =>
      generic === true ? undefined : generic.default,
    )
    for (const used of [...Object.values(entry.usingComponents), ...generics]) {
      if (used !== undefined) this.run(used.replace(/^\//, ''))
    }
    this.scripts.get(path)?.()
  }
}
