import { definePage } from '../../../miniprogram/lib/define-page'
import { certificatePoster } from '../../../miniprogram/lib/poster-certificate'
import * as samples from './figures-samples'

/** Charts, rankings, proofs and drawings, each in every state it can be in. */
definePage({
  state: {
    long: samples.LONG_NAME,
    days: samples.days,
    none: [],
    oneDay: samples.days.slice(0, 1),
    scores: samples.scores,
    cities: samples.cities,
    ranking: samples.ranking,
    steps: samples.steps,
    drawings: samples.drawings,
    facts: samples.certificateFacts,
    scorePoster: samples.scorePoster,
    certificatePoster: certificatePoster(samples.certificateFacts),
    told: '还没有画好',
  },
  words: {},
  on: {
    painted(view) {
      view.show({ told: '海报画好了' })
    },
    unpainted(view) {
      view.show({ told: '海报没有画成' })
    },
  },
})
