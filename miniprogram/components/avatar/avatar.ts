const TINTS = ['green', 'water', 'sun', 'earth'] as const

/** The same name has the same tint everywhere. */
const tintOf = (name: string): string => {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return TINTS[sum % TINTS.length] ?? TINTS[0]
}

/** A person: their picture, or where there is none the first letter of their name. Decorates; the name stands beside it. */
Component({
  properties: {
    name: String,
    src: String,
    size: { type: Number, value: 40 },
  },
  data: { tint: 'green', initial: '', broken: false },
  observers: {
    name(name: string) {
      this.setData({ tint: tintOf(name), initial: Array.from(name.trim())[0] ?? '' })
    },
    src() {
      this.setData({ broken: false })
    },
  },
  methods: {
    giveUp() {
      this.setData({ broken: true })
    },
  },
})
