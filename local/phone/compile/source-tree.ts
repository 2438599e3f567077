import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { GuestPackage } from './guest-package'
import type { NpmPackages } from './npm-packages'

const SCRIPT_SUFFIXES = ['.ts', '.js'] as const

const slashed = (from: string, file: string): string => relative(from, file).split(sep).join('/')

/** Where files of the mini-program are, as its own code names them: relative, absolute from its root, or from npm. */
export class SourceTree {
  constructor(
    readonly root: string,
    readonly npm: NpmPackages,
    private readonly packageRoots: string[],
    private readonly guest?: GuestPackage,
  ) {}

  /** Where the file of a path inside the mini-program stands. */
  fileOf(path: string): string {
    const { guest } = this
    return guest && path.startsWith(`${guest.root}/`)
      ? join(guest.folder, path.slice(guest.root.length))
      : join(this.root, path)
  }

  /** `/components/x` and `../x` to an absolute file name; the suffix is left as it is. */
  resolve(request: string, fromFile: string): string {
    return request.startsWith('/') ? this.fileOf(request.slice(1)) : join(dirname(fromFile), request)
  }

  /** As `resolve`, and after that in npm; undefined when no file has any of the suffixes. */
  find(request: string, fromFile: string, suffixes: readonly string[]): string | undefined {
    const exists = (base: string) => suffixes.some(suffix => existsSync(base + suffix))
    const local = this.resolve(request, fromFile)
    if (exists(local)) return local
    const packaged = /^[./]/.test(request) ? undefined : this.npm.resolve(request)
    return packaged !== undefined && exists(packaged) ? packaged : undefined
  }

  /** The name of a file inside the mini-program, with slashes and without a leading one. */
  pathOf(file: string): string {
    const { guest } = this
    if (guest && file.startsWith(guest.folder + sep)) return `${guest.root}/${slashed(guest.folder, file)}`
    return this.npm.pathOf(file) ?? slashed(this.root, file)
  }

  isInside(file: string): boolean {
    return file.startsWith(this.root + sep) || (this.guest !== undefined && file.startsWith(this.guest.folder + sep))
  }

  /** Root of the package that carries a path: `''` is the main package. */
  packageOf(path: string): string {
    return this.packageRoots.find(root => root !== '' && path.startsWith(`${root}/`)) ?? ''
  }

  /** Code of one sub-package is not there for another package. */
  mayUse(fromPath: string, path: string): boolean {
    const target = this.packageOf(path)
    return target === '' || target === this.packageOf(fromPath)
  }
}

export function scriptOf(base: string): string | undefined {
  return SCRIPT_SUFFIXES.map(suffix => base + suffix).find(file => existsSync(file))
}
