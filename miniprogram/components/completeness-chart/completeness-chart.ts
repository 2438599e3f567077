import { percentText } from '../../copy/figures'

interface Row {
  name: string
  /** 0 to 1. */
  share: number
  /** `green` (as it should be), `sun` (late), `earth` (nothing yet), for who sees colours; the percentage says it to all. */
  tone?: string
}

const drawn = ({ name, share, tone = 'green' }: Row) => ({
  name,
  tone,
  width: Math.min(100, Math.max(0, share * 100)),
  value: percentText(share),
})

/** How much of what is due has come, a row for each who owes it: `{ name, share, tone }`. */
Component({
  properties: {
    rows: { type: Array, value: [] },
    label: String,
  },
  data: { bars: [drawn({ name: '', share: 0 })] },
  observers: {
    rows(rows: Row[]) {
      this.setData({ bars: rows.map(drawn) })
    },
  },
})
