import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../../scripts/paths'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node', 'miniprogram-api-typings'],
  rootDir: root,
}

/** Compiles the files as `npm run check` does, with some of them read as if they said something else. */
export function complaintsAbout(files: readonly string[], changed: Readonly<Record<string, string>> = {}) {
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.readFile.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.readFile = name => changed[name] ?? read(name)
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const text = changed[name]
    return text === undefined
      ? getSourceFile(name, languageVersion, ...rest)
      : ts.createSourceFile(name, text, languageVersion)
  }
  const rootNames = [...files, join(root, 'typings', 'wx-server-sdk.d.ts')]
  const program = ts.createProgram({ rootNames, options: OPTIONS, host })
  return ts.getPreEmitDiagnostics(program).map(diagnostic => ({
    file: diagnostic.file?.fileName ?? '',
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  }))
}

/** What a file says it will be refused for: its comment lines. */
export const expectedComplaints = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map(line => /^\s*\/\/ (.*)$/.exec(line)?.[1] ?? '')
    .filter(text => text !== '')
