import { CATEGORIES, type Category } from '../../../miniprogram/contract/questions'
import { CATEGORY_TEXTS } from '../words'

/** By our own key, or by its name in Chinese, of the last step of a path such as `$course$/top/大气`. */
export function categoryOf(path: string): Category | undefined {
  const last = path.split('/').at(-1)?.trim() ?? ''
  return CATEGORIES.find(category => category === last.toLowerCase() || CATEGORY_TEXTS[category].includes(last))
}
