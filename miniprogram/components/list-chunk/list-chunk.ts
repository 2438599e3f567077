/** How far outside the screen rows are still drawn, px. */
const AHEAD = 250

const observers = new WeakMap<object, WechatMiniprogram.IntersectionObserver>()

/**
 * A few rows of a long list. While they are far from the screen an empty box as tall as they were stands for them, so that
 * a list of thousands keeps a few dozen rows of nodes. The row is a component of the page's choice (`generic:row`) that
 * takes `item` and tells `press`. Event `press` with what the row told.
 */
Component({
  properties: {
    items: { type: Array, value: [] },
    /** Drawn at once; others wait until they are known to be near. */
    eager: Boolean,
  },
  data: { near: false, height: 0 },
  observers: {
    eager(eager: boolean) {
      if (eager) this.setData({ near: true })
    },
  },
  lifetimes: {
    ready() {
      const observer = this.createIntersectionObserver({})
      observers.set(this, observer)
      observer.relativeToViewport({ top: AHEAD, bottom: AHEAD }).observe('.chunk', seen => {
        this.move(seen.intersectionRatio > 0, seen.boundingClientRect.height)
      })
    },
    detached() {
      observers.get(this)?.disconnect()
    },
  },
  methods: {
    move(near: boolean, height: number) {
      if (near !== this.data.near) this.setData(near ? { near } : { near, height })
    },
    press(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('press', event.detail)
    },
  },
})
