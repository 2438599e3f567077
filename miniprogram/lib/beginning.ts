/** The first letters of a text in one line, with a sign that it goes on; no surrogate pair is torn. */
export function beginning(text: string, letters: number): string {
  const all = Array.from(text.replace(/\s+/g, ' ').trim())
  return all.length > letters ? `${all.slice(0, letters).join('')}…` : all.join('')
}
