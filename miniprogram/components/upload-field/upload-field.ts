import { FILE_STATES, type FileState, fieldWords, filesCount, percent } from '../../copy/forms'
import { fieldBehavior } from '../field-frame/field-behavior'

/** A file as a page hands it in. */
interface SentFile {
  id: string
  name: string
  state: FileState
  /** How much of it is there, 0 to 1. */
  share?: number
  /** A picture of it, as a path or an address. */
  thumb?: string
  video?: boolean
  /** Why it is not there, where its state is `failed`. */
  problem?: string
}

const line = ({ state, share = 0, problem = '' }: SentFile): string => {
  if (state === 'failed' && problem !== '') return problem
  return state === 'sending' ? `${FILE_STATES.sending} ${percent(share)}` : FILE_STATES[state]
}

/**
 * Files to hand in, as tiles. It only shows them and tells what the person wants; the page does the work. Events `choose`
 * `{name}`, and each with `{name, id}`: `open`, `retry`, `remove`; `move` `{name, id, to}` with the new position.
 */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** `{id, name, state, share?, thumb?, video?, problem?}` each; state is waiting, sending, done or failed. */
    files: { type: Array, value: [] },
    limit: { type: Number, value: 9 },
    /** What can be added, such as the kinds of files and their size. */
    addText: { type: String, value: fieldWords.add },
    /** Whether their order matters. */
    ordered: Boolean,
  },
  data: { words: fieldWords, count: '', lines: [''], widths: [''] },
  observers: {
    'files, limit': function (files: SentFile[], limit: number) {
      this.setData({
        count: filesCount(files.length, limit),
        lines: files.map(line),
        widths: files.map(({ share = 0 }) => percent(share)),
      })
    },
  },
  methods: {
    choose() {
      if (!this.data.disabled) this.triggerEvent('choose', { name: this.data.name })
    },
    at(event: WechatMiniprogram.TouchEvent): { name: string; id: unknown } {
      const { id }: Record<string, unknown> = event.currentTarget.dataset
      return { name: this.data.name, id }
    },
    open(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('open', this.at(event))
    },
    retry(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('retry', this.at(event))
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('remove', this.at(event))
    },
    move(event: WechatMiniprogram.TouchEvent) {
      const { to }: Record<string, unknown> = event.currentTarget.dataset
      const inside = typeof to === 'number' && to >= 0 && to < this.data.files.length
      if (inside) this.triggerEvent('move', { ...this.at(event), to })
    },
  },
})
