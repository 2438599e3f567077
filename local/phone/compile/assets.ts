import { cpSync, rmSync } from 'node:fs'
import { basename, extname } from 'node:path'

const NOT_ASSETS = new Set(['.ts', '.js', '.json', '.wxml', '.wxss', '.wxs', '.md'])

/** Copies pictures and other files that code may name at run time; code itself is in the bundles. */
export function copyAssets(root: string, outDir: string): void {
  rmSync(outDir, { recursive: true, force: true })
  cpSync(root, outDir, {
    recursive: true,
    filter: file => basename(file) !== 'miniprogram_npm' && !NOT_ASSETS.has(extname(file)),
  })
}
