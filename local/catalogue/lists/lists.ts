import { definePage } from '../../../miniprogram/lib/define-page'

const PAGE = 50
const ALL = 1000

const rowsFrom = (start: number) =>
  Array.from({ length: PAGE }, (_, at) => ({
    id: String(start + at),
    icon: 'leaf',
    title: `第 ${start + at + 1} 行`,
    note: '滚动时只画屏幕附近的行',
  }))

/** A thousand rows, fifty at a time, as a page of the product asks for them. */
definePage({
  state: { rows: rowsFrom(0), more: 'idle', tapped: '' },
  words: {},
  on: {
    more(view) {
      if (view.state.more !== 'idle') return
      const rows = [...view.state.rows, ...rowsFrom(view.state.rows.length)]
      view.show({ rows, more: rows.length >= ALL ? 'end' : 'idle' })
    },
    press(view, { detail }) {
      const { value } = { value: '', ...(typeof detail === 'object' ? detail : null) }
      view.show({ tapped: value })
    },
  },
})
