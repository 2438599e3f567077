import type { RowItem } from './row-item'

/** A row of a long list, on a card of its own: takes an `item`, tells `press` `{value}`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<RowItem> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
