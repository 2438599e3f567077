import { deskTextWords } from '../../../../copy/desk-texts'

interface TextItem {
  id: string
}

/** A text that waits to be looked at: takes `item` `{id, text, facts}`, tells `press` `{value, deed}`, deed `pass` or `refuse`. */
Component({
  properties: { item: Object },
  data: { words: deskTextWords },
  methods: {
    tell(deed: 'pass' | 'refuse') {
      const { id }: Partial<TextItem> = this.data.item
      this.triggerEvent('press', { value: id, deed })
    },
    pass() {
      this.tell('pass')
    },
    refuse() {
      this.tell('refuse')
    },
  },
})
