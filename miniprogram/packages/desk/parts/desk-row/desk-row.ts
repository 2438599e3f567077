interface DeskRow {
  id: string
}

/** A row of the desk's lists: takes `item` `{id, icon, accent?, title, note, badge, tone, still?}`, tells `press` `{value}`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<DeskRow> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
