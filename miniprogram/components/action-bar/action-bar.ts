/** The foot of a page: the one full button, and beside it, smaller, what else there is. Events `main` and `other`. */
Component({
  properties: {
    main: String,
    other: String,
    mainIcon: String,
    otherIcon: String,
    busy: Boolean,
    mainDisabled: Boolean,
    otherDisabled: Boolean,
    /** Both as quiet as the other: nothing here is the page's one thing to do. */
    quiet: Boolean,
  },
  methods: {
    chooseMain() {
      this.triggerEvent('main')
    },
    chooseOther() {
      this.triggerEvent('other')
    },
  },
})
