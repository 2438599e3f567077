import { existsSync, readFileSync } from 'node:fs'
import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss'
import type { Problems } from './problems'
import type { SourceTree } from './source-tree'

/** Reads WXSS with its imports in place; each file is read and parsed once. */
export class StyleSheets {
  private readonly parsed = new Map<string, Root>()

  constructor(
    private readonly tree: SourceTree,
    private readonly problems: Problems,
  ) {}

  /** A fresh copy that the caller may change; empty when there is no such file. */
  read(file: string): Root {
    return existsSync(file) ? this.inline(file, []) : postcss.root()
  }

  private inline(file: string, importers: string[]): Root {
    const root = this.parse(file).clone()
    root.walkAtRules('import', rule => {
      const request = /^(?:url\()?\s*(['"])(.+?)\1/.exec(rule.params)?.[2] ?? rule.params
      const target = this.tree.find(request, file, [''])
      if (target === undefined) this.problems.error(placeOf(rule, file), `@import: no file at "${request}"`)
      const isNew = target !== undefined && target !== file && !importers.includes(target)
      rule.replaceWith(isNew ? this.inline(target, [...importers, file]).nodes : [])
    })
    return root
  }

  private parse(file: string): Root {
    let root = this.parsed.get(file)
    if (root === undefined) {
      root = this.parseText(file)
      this.parsed.set(file, root)
    }
    return root
  }

  private parseText(file: string): Root {
    try {
      return postcss.parse(readFileSync(file, 'utf8'), { from: file })
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error
      this.problems.error({ file, line: error.line ?? 1 }, error.reason)
      return postcss.root()
    }
  }
}

export function placeOf(node: AtRule | postcss.Node, fallback: string): { file: string; line: number } {
  return { file: node.source?.input.file ?? fallback, line: node.source?.start?.line ?? 1 }
}
