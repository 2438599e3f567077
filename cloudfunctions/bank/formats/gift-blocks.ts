import type { Problem } from '../../../miniprogram/contract/question-files'
import { findSign } from './gift-answers'
import { problem } from './raw-question'

/** The lines of one question, with the comments that belong to it. */
export interface Block {
  /** Line of the first one, from 1. */
  at: number
  text: string
  comments: string[]
  /** What the nearest `$CATEGORY:` above it says; empty without one. */
  category: string
}

const COMMENT = /^\s*\/\/(.*)$/
const CATEGORY = /^\s*\$CATEGORY:(.*)$/
const BEGINS_NEXT = /^\s*(?:::|\$CATEGORY:)/

/** How deep in braces a line leaves us. */
function depthAfter(line: string, depth: number): number {
  let now = depth
  for (let at = findSign(line, '{}'); at !== -1; at = findSign(line, '{}', at + 1))
    now = line[at] === '{' ? now + 1 : Math.max(0, now - 1)
  return now
}

type Line = { is: 'comment' | 'category' | 'text'; text: string } | { is: 'empty' }

function lineOf(line: string, inside: boolean): Line {
  const comment = COMMENT.exec(line)?.[1]
  if (comment !== undefined) return { is: 'comment', text: comment.trim() }
  const category = inside ? undefined : CATEGORY.exec(line)?.[1]
  if (category !== undefined) return { is: 'category', text: category.trim() }
  return line.trim() === '' ? { is: 'empty' } : { is: 'text', text: line }
}

/** Gathers lines into blocks. */
class Cutter {
  readonly blocks: Block[] = []
  readonly problems: Problem[] = []
  private open: Block | null = null
  private depth = 0
  private comments: string[] = []
  private category = ''
  private emptyBefore = true

  take(text: string, at: number): void {
    if (this.depth > 0 && this.emptyBefore && BEGINS_NEXT.test(text)) this.close()
    const line = lineOf(text, this.open !== null)
    if (line.is === 'empty') this.takeEmpty()
    else if (line.is === 'comment') this.takeComment(line.text)
    else if (line.is === 'category') this.category = line.text
    else this.takeText(text, at)
    this.emptyBefore = line.is === 'empty'
  }

  close(): void {
    if (this.open && this.depth > 0) this.problems.push(problem('brace-open', this.open.at, this.open.text.trim()))
    else if (this.open) this.blocks.push({ ...this.open, text: this.open.text.trimEnd() })
    this.open = null
    this.depth = 0
  }

  private takeEmpty(): void {
    if (this.depth === 0) this.close()
    else if (this.open) this.open.text += '\n'
  }

  private takeComment(comment: string): void {
    if (this.open) this.open.comments.push(comment)
    else this.comments.push(comment)
  }

  private takeText(text: string, at: number): void {
    if (this.open) this.open.text += `\n${text}`
    else {
      this.open = { at, text, comments: this.comments, category: this.category }
      this.comments = []
    }
    this.depth = depthAfter(text, this.depth)
  }
}

/**
 * Cuts a GIFT text into questions: at empty lines, except inside braces, where people do leave some. A brace that is
 * still open where the next title begins is a problem of its own, and reading goes on there.
 */
export function giftBlocks(text: string): Pick<Cutter, 'blocks' | 'problems'> {
  const cutter = new Cutter()
  text.split('\n').forEach((line, index) => {
    cutter.take(line, index + 1)
  })
  cutter.close()
  return cutter
}
