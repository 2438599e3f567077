import { decodeEntities } from './entities'

const BREAK = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi
const TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi
const PICTURE = /<(?:img|video|audio|object|svg|iframe)\b/i

/** Whether there is something in it that no text can say. */
export const hasPicture = (html: string): boolean => PICTURE.test(html)

/** What a reader of the page would read: tags gone, paragraphs as lines. */
export const textOfHtml = (html: string): string =>
  decodeEntities(html.replace(/\s+/g, ' ').replace(BREAK, '\n').replace(TAG, ''))
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Systems that guess the format take what looks like a tag for one. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|b|i|u|em|strong|span|div|ul|ol|li|sub|sup|img|a|table)\b[^<>]*>/i.test(text)
