import { requiredText } from './options'
import type { Family, Phone } from './phone'

/** The telephone's own clipboard; the computer's is left alone. */
export function clipboardFamily({ asynchronous, toast }: Phone): Family {
  let clipboard = ''
  return {
    setClipboardData: asynchronous.make('setClipboardData', options => {
      clipboard = requiredText(options, 'data')
      toast.show({ title: '内容已复制', icon: 'success', image: '', durationMs: 1500, mask: false })
    }),
    getClipboardData: asynchronous.make('getClipboardData', () => ({ data: clipboard })),
  }
}
