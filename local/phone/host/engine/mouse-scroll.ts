const START_PX = 10

interface Drag {
  x: number
  y: number
  horizontal: HTMLElement | null
  vertical: HTMLElement | null
  isMoving: boolean
}

function dragFrom(event: MouseEvent): Drag | undefined {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (event.button !== 0 || target === null || target.closest('input, textarea, wx-swiper') !== null) return undefined
  return {
    x: event.clientX,
    y: event.clientY,
    horizontal: target.closest<HTMLElement>('wx-scroll-view.is-x'),
    vertical: target.closest<HTMLElement>('wx-scroll-view.is-y, wx-picker-view-column, .wheel, wx-page'),
    isMoving: false,
  }
}

/** What was dragged was not tapped, though it stayed under the mouse all the way. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation()
  }
  document.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => {
    document.removeEventListener('click', swallow, { capture: true })
  })
}

/** Where there is no touch screen, the mouse drags what a finger would scroll. */
export function scrollByMouse(): void {
  let drag: Drag | undefined
  document.addEventListener('mousedown', event => {
    drag = dragFrom(event)
  })
  document.addEventListener('mouseup', () => {
    if (drag?.isMoving === true) swallowClick()
    drag = undefined
  })
  document.addEventListener('mousemove', event => {
    if (drag === undefined || event.buttons === 0 || event.defaultPrevented) return
    const left = drag.x - event.clientX
    const top = drag.y - event.clientY
    drag.isMoving ||= Math.hypot(left, top) > START_PX
    if (!drag.isMoving) return
    drag.horizontal?.scrollBy({ left, behavior: 'instant' })
    drag.vertical?.scrollBy({ top, behavior: 'instant' })
    drag.x = event.clientX
    drag.y = event.clientY
  })
}
