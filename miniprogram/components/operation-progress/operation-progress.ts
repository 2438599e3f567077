import { operationWords, percent } from '../../copy/forms'

/** Something that takes a while: what is being done, how much of it, and whether one may leave. Events `stop` and `retry`. */
Component({
  properties: {
    title: String,
    /** Which part of it is being done right now, such as the third of eight. */
    step: String,
    /** How much is done, 0 to 1. */
    share: Number,
    /** `running`, `stopped`, `done` or `failed`. */
    state: { type: String, value: 'running' },
    /** It goes on without this page. */
    mayLeave: Boolean,
    stoppable: Boolean,
  },
  data: { words: operationWords, percent: percent(0), number: 0, note: operationWords.stay },
  observers: {
    share(share: number) {
      this.setData({ percent: percent(share), number: parseInt(percent(share), 10) })
    },
    'state, mayLeave': function (state: string, mayLeave: boolean) {
      const running = mayLeave ? operationWords.mayLeave : operationWords.stay
      const over: Readonly<Record<string, string>> = {
        done: operationWords.done,
        stopped: operationWords.stopped,
        failed: operationWords.failed,
      }
      this.setData({ note: over[state] ?? running })
    },
  },
  methods: {
    stop() {
      this.triggerEvent('stop')
    },
    retry() {
      this.triggerEvent('retry')
    },
  },
})
