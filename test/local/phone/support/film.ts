import type { Page } from 'playwright-core'

/** The next choice of files is a film as a telephone takes it (H.264, 64 × 48), made by the browser itself. */
export function prepareFilm(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 48
    const ink = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/mp4;codecs=avc1.42E01E' })
    const parts: Blob[] = []
    recorder.ondataavailable = event => parts.push(event.data)
    const stopped = new Promise(done => {
      recorder.onstop = done
    })
    recorder.start()
    for (let frame = 0; frame < 8; frame += 1) {
      if (ink !== null) ink.fillStyle = frame % 2 === 0 ? 'red' : 'blue'
      ink?.fillRect(0, 0, 64, 48)
      await new Promise(done => setTimeout(done, 40))
    }
    recorder.stop()
    await stopped
    window.phone.prepareFiles([new File(parts, 'film.mp4', { type: 'video/mp4' })])
  })
}
