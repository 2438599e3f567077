import { figureWords } from '../../copy/figures'

/** A certificate as wide as the page: `{ title, series, name, deed, issuer, date, number, code }`; the same as a poster is in lib/poster-certificate.ts. */
Component({
  properties: {
    facts: { type: Object, value: {} },
  },
  data: { words: figureWords },
})
