import { figureWords } from '../../copy/figures'

/** The picture of a question: seen whole, and large at a tap. */
Component({
  properties: {
    src: String,
    /** What there is to see, for who cannot. */
    alt: String,
  },
  data: { broken: false, words: figureWords },
  observers: {
    src() {
      this.setData({ broken: false })
    },
  },
  methods: {
    giveUp() {
      this.setData({ broken: true })
    },
    enlarge() {
      if (!this.data.broken) void wx.previewImage({ urls: [this.data.src] })
    },
  },
})
