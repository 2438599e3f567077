import * as v from 'valibot'
import { askWeChat } from './cloud'
import type { Refusal } from './refusal'

interface CheckedPicture {
  bytes: Buffer
  /** Such as `image/png`. */
  type: string
}

interface Checking {
  readonly refusal: (code: 'picture-refused' | 'busy') => Refusal
}

const RISKY = v.object({ errCode: v.literal(87_014) })

/** No verdict was to be had: the platform is busy, or over its quota. */
const WITHOUT_VERDICT = v.object({ errCode: v.picklist([-1, 45_009, 45_011]) })

/**
 * Lets WeChat judge a picture before others see it. Its older check answers at once, so that nothing is stored that still
 * waits for a verdict; who may call this is an organiser with a name, who answers for what they publish.
 */
export async function checkPicture({ refusal }: Checking, { bytes, type }: CheckedPicture): Promise<void> {
  try {
    await askWeChat('security', 'imgSecCheck', { media: { contentType: type, value: bytes } })
  } catch (error) {
    if (v.is(RISKY, error)) throw refusal('picture-refused')
    if (v.is(WITHOUT_VERDICT, error)) throw refusal('busy')
    throw error
  }
}
