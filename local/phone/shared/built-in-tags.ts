/** The tags of the platform that the local phone renders. */
export const BUILT_IN_TAGS = [
  'view',
  'text',
  'image',
  'button',
  'scroll-view',
  'input',
  'textarea',
  'switch',
  'label',
  'navigator',
  'page-meta',
  'canvas',
  'form',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'slider',
  'picker',
  'picker-view',
  'picker-view-column',
  'progress',
  'rich-text',
  'root-portal',
  'swiper',
  'swiper-item',
  'video',
] as const

/** Tags that the template compiler consumes: they never become elements. */
export const TEMPLATE_TAGS = ['block', 'template', 'slot', 'import', 'include', 'wxs'] as const

const builtIn: ReadonlySet<string> = new Set([...BUILT_IN_TAGS, 'page'])

export const isBuiltInTag = (tag: string) => builtIn.has(tag)

/** `view` is `wx-view` in the document, so that it never meets the browser's own style for a tag of the same name. */
export function elementName(tag: string): string {
  return isBuiltInTag(tag) || !tag.includes('-') ? `wx-${tag}` : tag
}
