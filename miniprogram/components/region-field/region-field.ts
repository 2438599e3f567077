import { fieldWords } from '../../copy/forms'
import type { Choice } from '../choice-list/choice'
import { fieldBehavior } from '../field-frame/field-behavior'

/** A province with its cities; one without cities is chosen by itself. */
interface Province extends Choice {
  children?: Choice[]
}

interface Region {
  province: string
  city: string
}

const noChoices: Choice[] = []

const regionOf = (value: Partial<Region> | null): Partial<Region> => value ?? {}

function regionText(provinces: readonly Province[], { province, city }: Partial<Region>): string {
  const found = provinces.find(({ value }) => value === province)
  const below = found?.children?.find(({ value }) => value === city)
  return [found, below]
    .map(place => place?.text ?? '')
    .filter(text => text !== '')
    .join(' · ')
}

/**
 * Where somebody is: the province first, then its city. Events `change` `{name, value: {province, city}}`, with an empty
 * city where a province has none, and `leave` `{name}`.
 */
Component({
  behaviors: [fieldBehavior],
  properties: {
    /** Provinces: `{value, text, children?: [{value, text}]}` each. */
    options: { type: Array, value: [] },
    /** `{province, city}`, or null. */
    value: { type: Object, value: {} },
    placeholder: { type: String, value: fieldWords.choose },
  },
  data: {
    words: fieldWords,
    open: false,
    shown: '',
    step: 'province',
    province: '',
    title: '',
    choices: noChoices,
    chosen: '',
  },
  observers: {
    'value, options': function (value: Partial<Region> | null, options: Province[]) {
      this.setData({ shown: regionText(options, regionOf(value)) })
    },
  },
  methods: {
    open() {
      if (this.data.disabled) return
      this.provinces()
      this.setData({ open: true })
    },
    close() {
      this.setData({ open: false, choices: noChoices })
      this.leave()
    },
    provinces() {
      const options: Province[] = this.data.options
      const choices = options.map(({ value, text }) => ({ value, text }))
      this.setData({
        step: 'province',
        title: this.data.label,
        choices,
        chosen: regionOf(this.data.value).province ?? '',
      })
    },
    cities({ value, text, children = [] }: Province) {
      const { province, city = '' } = regionOf(this.data.value)
      const chosen = province === value ? city : ''
      this.setData({ step: 'city', province: value, title: text, choices: children, chosen })
    },
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (this.data.step === 'city') {
        this.finish({ province: this.data.province, city: value })
        return
      }
      const options: Province[] = this.data.options
      const province = options.find(option => option.value === value)
      if (province?.children && province.children.length > 0) this.cities(province)
      else this.finish({ province: value, city: '' })
    },
    finish(region: Region) {
      this.tell(region)
      this.close()
    },
  },
})
