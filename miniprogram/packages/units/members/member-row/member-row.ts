/** What a row of the unit's people shows. */
export interface MemberItem {
  /** The person's handle. */
  id: string
  name: string
  note: string
  /** What they are in the unit, where they are more than a member. */
  badge: string
}

/** A person of the unit. Event `press` with the `id` of who is a member and nothing more. */
Component({
  properties: {
    item: { type: Object, value: { id: '', name: '', note: '', badge: '' } satisfies MemberItem },
  },
  methods: {
    press() {
      const { id, badge } = this.data.item
      if (badge === '') this.triggerEvent('press', { id })
    },
  },
})
