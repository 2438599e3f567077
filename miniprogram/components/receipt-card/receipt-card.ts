import { figureWords } from '../../copy/figures'

const GROUP = 4

/** `7F3A 92C1 D04E`: groups that can be read aloud. */
const inGroups = (number: string): string =>
  (number.replace(/[\s-]/g, '').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')

/** The proof that something was recorded: what, under which number, and how to check it. Event `copy` with the number. */
Component({
  properties: {
    title: String,
    number: String,
    /** What happens next, and how to check. */
    text: String,
    icon: { type: String, value: 'shield-check' },
  },
  data: { groups: '', words: figureWords },
  observers: {
    number(number: string) {
      this.setData({ groups: inGroups(number) })
    },
  },
  methods: {
    copy() {
      this.triggerEvent('copy', { number: this.data.number })
    },
  },
})
