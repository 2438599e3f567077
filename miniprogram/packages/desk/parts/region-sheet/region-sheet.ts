import type { RegionCode } from '../../../../contract/regions'
import { regionName } from '../../../../contract/region-names'
import { deskWords } from '../../../../copy/desk'
import { leadsDown, regionRows, type RegionRow } from '../../../../lib/region-rows'

const noRows: RegionRow[] = []

/** A region among those given and below them, level by level. Events `choose` `{value}` and `close`. */
Component({
  properties: {
    /** Regions to choose in. */
    roots: { type: Array, value: [] },
    value: String,
    title: { type: String, value: deskWords.chooseRegion },
  },
  data: { within: '', heading: '', rows: noRows },
  observers: {
    roots(roots: RegionCode[]) {
      this.look('', roots)
    },
  },
  methods: {
    look(within: RegionCode, roots: RegionCode[]) {
      this.setData({
        within,
        heading: within === '' ? this.data.title : regionName(within),
        rows: regionRows(roots, within),
      })
    },
    choose({ detail: { value } }: WechatMiniprogram.CustomEvent<{ value: RegionCode }>) {
      const { roots, within } = this.data
      if (leadsDown(roots, within, value)) this.look(value, roots)
      else this.triggerEvent('choose', { value })
    },
    stepBack() {
      this.look('', this.data.roots)
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
