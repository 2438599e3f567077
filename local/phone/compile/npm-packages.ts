import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import * as v from 'valibot'

const packageSchema = v.object({ miniprogram: v.optional(v.string(), 'miniprogram_dist') })

/** `@vant/weapp/popup/index` is package `@vant/weapp` and `popup/index` inside it. */
function splitRequest(request: string): [name: string, inside: string] {
  const parts = request.split('/')
  const length = request.startsWith('@') ? 2 : 1
  return [parts.slice(0, length).join('/'), parts.slice(length).join('/')]
}

/** Finds packages made for mini-programs in node_modules, where the tools of the platform would copy them to miniprogram_npm. */
export class NpmPackages {
  private readonly folders = new Map<string, string | undefined>()

  constructor(private readonly nodeModulesRoot: string) {}

  /** Absolute path without suffix, or undefined when there is no such package or it is not made for mini-programs. */
  resolve(request: string): string | undefined {
    const [name, inside] = splitRequest(request)
    const folder = this.folderOf(name)
    return folder === undefined ? undefined : join(folder, inside)
  }

  /** The path a component of a package has in the mini-program: `miniprogram_npm/@vant/weapp/popup/index`. */
  pathOf(file: string): string | undefined {
    for (const [name, folder] of this.folders) {
      if (folder !== undefined && file.startsWith(folder + sep)) {
        return `miniprogram_npm/${name}/${relative(folder, file).split(sep).join('/')}`
      }
    }
    return undefined
  }

  private folderOf(name: string): string | undefined {
    if (!this.folders.has(name)) this.folders.set(name, this.find(name))
    return this.folders.get(name)
  }

  private find(name: string): string | undefined {
    const file = join(this.nodeModulesRoot, name, 'package.json')
    if (!existsSync(file)) return undefined
    const parsed = v.safeParse(packageSchema, JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) return undefined
    const folder = join(this.nodeModulesRoot, name, parsed.output.miniprogram)
    return existsSync(folder) ? folder : undefined
  }
}
