const LATEST_MS = 100

/** Before the next picture, or a little later where no pictures are drawn (a window in the background). */
export function nextFrame(work: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    work()
  }
  requestAnimationFrame(once)
  setTimeout(once, LATEST_MS)
}
