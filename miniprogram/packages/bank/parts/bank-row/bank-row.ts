interface BankRow {
  id: string
}

/** A row of the lists of the bank: takes `item` `{id, icon, accent?, title, note, badge, tone, still?}`, tells `press` `{value}`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<BankRow> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
