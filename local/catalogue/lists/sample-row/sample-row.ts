interface Sample {
  id: string
}

/** A row for the list: takes `item`, tells `press`. */
Component({
  properties: { item: Object },
  methods: {
    press() {
      const { id }: Partial<Sample> = this.data.item
      this.triggerEvent('press', { value: id })
    },
  },
})
