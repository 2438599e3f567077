const FONT = '16px "Noto Sans SC Variable"'

/**
 * The Chinese font comes in a hundred parts, each loaded when a character of it is first drawn. A telephone has its font
 * from the beginning, and a mini-program measures its texts: so the parts a text needs are fetched before it is shown.
 */
export async function loadGlyphs(text: string): Promise<void> {
  await document.fonts.load(FONT, text).catch(() => undefined)
}

/** The characters in the mini-program's own code, as the build has noted them. */
export async function loadOwnGlyphs(): Promise<void> {
  const text = await fetch('app/characters.txt')
    .then(response => (response.ok ? response.text() : ''))
    .catch(() => '')
  await loadGlyphs(text)
}
