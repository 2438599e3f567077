import { figureWords, rankText } from '../../copy/figures'

const MEDALS = 3

/** One place of a ranking; the first three wear a medal, the person's own row is marked. Event `open` where it can be opened. */
Component({
  properties: {
    place: Number,
    name: String,
    avatar: String,
    /** Whom they play for. */
    unit: String,
    score: String,
    /** What the score counts, points or answers. */
    measure: String,
    own: Boolean,
    opens: Boolean,
  },
  data: { words: figureWords, medal: false, label: '' },
  observers: {
    'place, name, unit, score, measure, own'(
      place: number,
      name: string,
      unit: string,
      score: string,
      measure: string,
      own: boolean,
    ) {
      const facts = [own ? figureWords.me : '', rankText(place), name, unit, `${score}${measure}`]
      this.setData({ medal: place >= 1 && place <= MEDALS, label: facts.filter(Boolean).join('，') })
    },
  },
  methods: {
    open() {
      if (this.data.opens) this.triggerEvent('open', { place: this.data.place })
    },
  },
})
