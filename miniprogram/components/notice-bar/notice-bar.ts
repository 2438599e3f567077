const ICONS: Partial<Record<string, string>> = {
  green: 'circle-check',
  water: 'info',
  sun: 'clock-3',
  earth: 'triangle-alert',
}

/** Something to know before going on, said calmly and in place. Event `act`. */
Component({
  properties: {
    title: String,
    text: String,
    /** `water` (good to know), `sun` (a deadline), `earth` (something is wrong), `green` (done). */
    tone: { type: String, value: 'water' },
    /** The icon of the tone, where nothing is said. */
    icon: String,
    /** What can be done about it; without it there is no button. */
    action: String,
  },
  data: { shown: 'info' },
  observers: {
    'tone, icon'(tone: string, icon: string) {
      this.setData({ shown: icon || (ICONS[tone] ?? 'info') })
    },
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
