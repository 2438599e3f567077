import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A sub-package that only the local phone has: its files stand outside the mini-program's folder. */
export interface GuestPackage {
  /** where its pages seem to be, such as `packages/catalogue` */
  root: string
  /** where they are: `<name>/<name>.wxml` each */
  folder: string
}

export const pagesOf = ({ root, folder }: GuestPackage): string[] =>
  readdirSync(folder)
    .filter(name => existsSync(join(folder, name, `${name}.wxml`)))
    .map(name => `${root}/${name}/${name}`)
