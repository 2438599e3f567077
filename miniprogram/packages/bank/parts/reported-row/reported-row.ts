interface ReportedRow {
  id: string
}

/** A reported question in the desk's list: takes `item` `{id, title, note, badge, tone}`, tells `press` `{value}`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<ReportedRow> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
