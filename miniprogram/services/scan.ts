import * as v from 'valibot'

export interface Scanned {
  /** Where a code of this mini-program leads, with its scene; empty for every other code. */
  path: string
  /** What any other code holds. */
  text: string
}

/** Whatever the typings say: a code of this mini-program may come without `result`, any other without `path`. */
const answerSchema = v.object({ path: v.optional(v.string(), ''), result: v.optional(v.string(), '') })
const leftSchema = v.object({ errMsg: v.pipe(v.string(), v.includes('cancel')) })

/** Opens the phone's scanner, for pictures of the album too. `left` where the person turned back, `failed` where it cannot scan. */
export async function scanCode(): Promise<Scanned | 'left' | 'failed'> {
  try {
    const { path, result } = v.parse(answerSchema, await wx.scanCode({}))
    return { path, text: result }
  } catch (problem) {
    return v.is(leftSchema, problem) ? 'left' : 'failed'
  }
}
