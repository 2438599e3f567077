import { listWords } from '../../copy/lists'

/** How far below the screen the end is when more is asked for, px. */
const AHEAD = 300

const observers = new WeakMap<object, WechatMiniprogram.IntersectionObserver>()

/** The foot of a list: loading, all read, or a failure with a way on. Event `more` when it comes near, or is tapped. */
Component({
  properties: {
    state: { type: String, value: 'idle' },
    problem: String,
    /** Said on a button where there may be more though little came; without it only the foot coming near goes on. */
    onward: String,
    /** Rows above; a change looks again whether the foot is still near. */
    count: Number,
  },
  data: { words: listWords },
  lifetimes: {
    ready() {
      this.watch()
    },
    detached() {
      observers.get(this)?.disconnect()
    },
  },
  observers: {
    count() {
      this.watch()
    },
  },
  methods: {
    watch() {
      observers.get(this)?.disconnect()
      const observer = this.createIntersectionObserver({})
      observers.set(this, observer)
      observer.relativeToViewport({ bottom: AHEAD }).observe('.foot', seen => {
        if (seen.intersectionRatio > 0 && this.data.state === 'idle') this.more()
      })
    },
    more() {
      this.triggerEvent('more')
    },
  },
})
