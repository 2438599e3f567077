import { distributionText, figureWords } from '../../copy/figures'
import { type Bin, columnsOf, flagPlace } from '../../lib/chart-distribution'

/** How many fell into each step, with a flag over the person's own. */
Component({
  properties: {
    /** `{ label, count }` each, in order. */
    bins: { type: Array, value: [] },
    /** Position of the person's own step; -1 where there is none. */
    own: { type: Number, value: -1 },
    name: String,
    unit: String,
    height: { type: Number, value: 104 },
  },
  data: { columns: [{ label: '', height: 0, own: false, labelled: false }], flag: -1, summary: '', words: figureWords },
  observers: {
    'bins, own, name, unit'(bins: Bin[], own: number, name: string, unit: string) {
      this.setData({
        columns: columnsOf(bins, own),
        flag: flagPlace(bins.length, own),
        summary: distributionText(name, unit, bins, own),
      })
    },
  },
})
