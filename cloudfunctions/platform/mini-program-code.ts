import * as v from 'valibot'
import { askWeChat } from './cloud'

const pictureSchema = v.object({ buffer: v.instance(Buffer) })

/**
 * A picture of the code that opens a page with a scene, PNG or JPEG as WeChat draws it.
 * @param scene 1 to 32 characters; the page gets it as its parameter `scene`
 */
export async function drawCode({ page, scene }: { page: string; scene: string }): Promise<Buffer> {
  // Unchecked, because WeChat knows a page only once it is released.
  return v.parse(pictureSchema, await askWeChat('wxacode', 'getUnlimited', { page, scene, check_path: false })).buffer
}
