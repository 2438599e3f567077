import { look } from '../stores/appearance'

/** The parts of the screen that WXSS cannot reach: the same colours as theme.json, but of the look that was chosen. */
const CHROME = {
  light: { front: '#000000', page: '#F7F6F1', bar: '#FDFDFB', text: '#5B6F68', chosen: '#0E7A4F', border: 'black' },
  dark: { front: '#ffffff', page: '#0F1713', bar: '#18231D', text: '#93A79E', chosen: '#35B57E', border: 'white' },
} as const

const ignore = () => undefined // a page without a tab bar refuses; the bar is dressed when one shows

/** Dresses the navigation bar of the page that is shown, and the tab bar, like the page itself. */
export function dressChrome(): void {
  const { front, page, bar, text, chosen, border } = CHROME[look().startsWith('dark') ? 'dark' : 'light']
  wx.setNavigationBarColor({ frontColor: front, backgroundColor: page, fail: ignore })
  wx.setBackgroundColor({ backgroundColor: page, fail: ignore })
  wx.setTabBarStyle({ color: text, selectedColor: chosen, backgroundColor: bar, borderStyle: border, fail: ignore })
}
