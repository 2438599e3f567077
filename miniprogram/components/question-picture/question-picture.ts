import type { PictureCredit } from '../../contract/questions'
import { creditText, figureWords } from '../../copy/figures'

/** The picture of a question: seen whole, large at a tap, and with the name of who made it. */
Component({
  properties: {
    src: String,
    /** What there is to see, for who cannot. */
    alt: String,
    /** `{author, licence}`; null where nobody knows. */
    credit: Object,
  },
  data: { broken: false, line: '', words: figureWords },
  observers: {
    src() {
      this.setData({ broken: false })
    },
    credit(credit: PictureCredit | null) {
      this.setData({ line: credit ? creditText(credit) : '' })
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
