/** A part of a page: its heading, a note or a way to all of it at the right, and what belongs to it. Event `more`. */
Component({
  properties: {
    title: String,
    note: String,
    /** What the way to all of it is called; without it there is none. */
    more: String,
  },
  methods: {
    showMore() {
      this.triggerEvent('more')
    },
  },
})
