import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { icons as lucide } from '@iconify-json/lucide'
import { Resvg } from '@resvg/resvg-js'
import { ICON_NAMES, type IconName } from '../miniprogram/components/icon/icon-names'
import { paths } from './paths'

const STROKE_WIDTH = 1.75
const TAB_SIZE = 81

/** Tab bar pictures cannot take a colour from WXSS, so each colour is drawn once. They follow miniprogram/theme.json. */
const TAB_ICONS = {
  home: 'house',
  quiz: 'sparkles',
  schedule: 'calendar-days',
  me: 'user-round',
} as const satisfies Record<string, IconName>
const TAB_COLOURS = { '': '#5B6F68', '-selected': '#0E7A4F', '-dark': '#93A79E', '-dark-selected': '#35B57E' }

function svgOf(name: IconName, attributes: string): string {
  const icon = lucide.icons[lucide.aliases?.[name]?.parent ?? name]
  if (!icon) throw new Error(`lucide has no icon "${name}"`)
  const body = icon.body.replaceAll('stroke-width="2"', `stroke-width="${STROKE_WIDTH}"`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${attributes}>${body}</svg>`
}

/** A mask lets the icon take the colour of the text around it, in every mode. */
const maskRule = (name: IconName): string => {
  const uri = `data:image/svg+xml,${encodeURIComponent(svgOf(name, ''))}`
  return `.icon-${name}{-webkit-mask-image:url("${uri}");mask-image:url("${uri}")}`
}

/** Draws what the mini-program needs of lucide: one style sheet of masks, and the tab bar's PNGs. */
export async function buildIcons(): Promise<void> {
  const folder = join(paths.miniprogram, 'generated')
  await mkdir(join(folder, 'tab'), { recursive: true })
  await writeFile(join(folder, 'icons.wxss'), `${ICON_NAMES.map(maskRule).join('\n')}\n`)
  for (const [tab, icon] of Object.entries(TAB_ICONS)) {
    for (const [suffix, colour] of Object.entries(TAB_COLOURS)) {
      // A margin of its own: the client draws the picture edge to edge.
      const svg = svgOf(icon, `width="${TAB_SIZE}" height="${TAB_SIZE}" color="${colour}"`).replace(
        '0 0 24 24',
        '-2 -2 28 28',
      )
      await writeFile(join(folder, 'tab', `${tab}${suffix}.png`), new Resvg(svg).render().asPng())
    }
  }
}
