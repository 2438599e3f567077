import { HttpRefusal } from './refusal'

/**
 * Takes apart a `multipart/form-data` body as the SDK makes it: named fields, the bytes of each as they are.
 * @throws HttpRefusal 400 when it is none
 */
export function readForm(contentType: string, body: Buffer): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw new HttpRefusal(400, 'the form has no boundary')
  const fields = new Map<string, Buffer>()
  // In Latin-1 every byte is one character, so that cutting text cuts bytes.
  for (const part of `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1)) {
    const [head, content] = splitOnce(part, '\r\n\r\n')
    const name = /; *name="([^"]*)"/.exec(head)?.[1]
    if (name === undefined || content === undefined) throw new HttpRefusal(400, 'the form cannot be read')
    fields.set(name, Buffer.from(content, 'latin1'))
  }
  return fields
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)]
}
