import * as v from 'valibot'
import { keptStore } from '../lib/keep'
import { createStore } from '../lib/store'
import { typeStep } from '../lib/type-step'

const choiceSchema = v.object({
  /** `system` follows the phone. */
  theme: v.picklist(['system', 'light', 'dark']),
  elder: v.boolean(),
})

export type AppearanceChoice = v.InferOutput<typeof choiceSchema>

/** How the person wants the app to look. */
export const appearanceChoice = keptStore('appearance', choiceSchema, { theme: 'system', elder: false })

const systemTheme = createStore<'light' | 'dark'>(wx.getAppBaseInfo().theme ?? 'light')

wx.onThemeChange(({ theme }) => {
  systemTheme.set(theme)
})

/** The classes that dress a page: its tokens live under `.light`, `.dark`, `.elder` and the steps of `.type-…`. */
export function look(): string {
  const { theme, elder } = appearanceChoice.get()
  const shown = theme === 'system' ? systemTheme.get() : theme
  return [shown, ...(elder ? ['elder'] : []), typeStep(wx.getAppBaseInfo().fontSizeScaleFactor)].join(' ')
}

export function listenToLook(listener: () => void): () => void {
  const stops = [appearanceChoice.listen(listener), systemTheme.listen(listener)]
  return () => {
    stops.forEach(stop => {
      stop()
    })
  }
}
