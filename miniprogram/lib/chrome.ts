import { appearanceChoice, look } from '../stores/appearance'

/** The parts of the screen that WXSS cannot reach; theme.json colours them while the app follows the system. */
const CHROME = {
  light: { front: '#000000', page: '#F7F6F1', bar: '#FDFDFB', text: '#5B6F68', chosen: '#0E7A4F', border: 'black' },
  dark: { front: '#ffffff', page: '#0F1713', bar: '#18231D', text: '#93A79E', chosen: '#35B57E', border: 'white' },
} as const

let dressed = 'system'

/** Dresses navigation bar and tab bar like the page, when the person chose against the system's theme. */
export function dressChrome(): void {
  const choice = appearanceChoice.get().theme
  if (choice === 'system' && dressed === 'system') return
  dressed = choice
  const { front, page, bar, text, chosen, border } = CHROME[look().startsWith('dark') ? 'dark' : 'light']
  const ignore = () => undefined // a page without a tab bar refuses; its bar is dressed when it shows
  wx.setNavigationBarColor({ frontColor: front, backgroundColor: page, fail: ignore })
  wx.setBackgroundColor({ backgroundColor: page, fail: ignore })
  wx.setTabBarStyle({ color: text, selectedColor: chosen, backgroundColor: bar, borderStyle: border, fail: ignore })
}
