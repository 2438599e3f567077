import { boot } from './boot'
import { Arrivals } from './pages/arrivals'

// The mini-program's scripts come after this one and register themselves; then everything is there to begin.
const arrivals = new Arrivals()
Object.assign(window, { __phone: arrivals })
document.addEventListener('DOMContentLoaded', () => {
  void boot(arrivals)
})
