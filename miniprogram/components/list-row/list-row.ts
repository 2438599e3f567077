interface ListRow {
  id: string
}

/** A row of a long list, on a card of its own: takes `item` `{id, icon, accent?, title, note, badge, tone, still?}`, tells `press` `{value}`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<ListRow> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
