import { decodeEntities, encodeEntities } from './entities'
import { textOfHtml } from './html-text'

/** Where Moodle's pages look for files of a question. */
const OWN_FILE = '@@PLUGINFILE@@/'

const IMAGE = /<img\b[^<>]*>/gi
const OTHER = /<(?:video|audio|object|svg|iframe)\b/i

const attribute = (tag: string, name: string): string => {
  const [, double, single] = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? []
  return decodeEntities(double ?? single ?? '')
}

function fileNamed(src: string): string {
  try {
    return decodeURIComponent(src.slice(OWN_FILE.length))
  } catch {
    return ''
  }
}

/** The one picture of a page that comes with a file; null where there is another sight, or more than one. */
export function onePictureIn(html: string): { name: string; alt: string } | null {
  const [tag, ...more] = html.match(IMAGE) ?? []
  if (tag === undefined || more.length > 0 || OTHER.test(html)) return null
  const src = attribute(tag, 'src')
  return src.startsWith(OWN_FILE) ? { name: fileNamed(src), alt: attribute(tag, 'alt').trim() } : null
}

/** Single spaces stand as they are; readers of pages fold everything else that is blank. */
const blanks = (text: string): string => text.replace(/(?<=\s) |[^\S ]/g, sign => `&#${sign.codePointAt(0) ?? 32};`)

/** A text with a picture below it as a page; null where no reader of pages would give the text back as it is. */
export function pageWithPicture(text: string, { name, alt }: { name: string; alt: string }): string | null {
  const lines = text.split('\n').map(line => blanks(encodeEntities(line)))
  const page = `<p>${lines.join('<br/>')}</p><p><img src="${OWN_FILE}${name}" alt="${blanks(encodeEntities(alt))}"/></p>`
  return textOfHtml(page) === text ? page : null
}
