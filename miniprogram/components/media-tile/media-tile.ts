import { figureWords } from '../../copy/figures'

const label = (parts: readonly string[]): string => parts.filter(Boolean).join('，')

/** A picture or a video in a gallery, with its title and who made it. Event `open` with its value. */
Component({
  properties: {
    /** What the event carries to say which one it was. */
    value: String,
    src: String,
    /** `picture` or `video`. */
    kind: { type: String, value: 'picture' },
    /** Width by height; the room is kept before the picture comes. */
    ratio: { type: Number, value: 4 / 3 },
    /** Of a video, such as 3:42. */
    duration: String,
    title: String,
    credit: String,
    /** Where it stands; nothing where that goes without saying. */
    state: String,
    tone: { type: String, value: 'calm' },
  },
  data: { broken: false, label: '', words: figureWords },
  observers: {
    'kind, duration, title, credit, state'(
      kind: string,
      duration: string,
      title: string,
      credit: string,
      state: string,
    ) {
      const what = kind === 'video' ? figureWords.video : figureWords.picture
      this.setData({ label: label([title, what, duration, credit, state]) })
    },
    src() {
      this.setData({ broken: false })
    },
  },
  methods: {
    giveUp() {
      this.setData({ broken: true })
    },
    open() {
      this.triggerEvent('open', { value: this.data.value })
    },
  },
})
