import { builtInOf } from '../built-ins/built-in'
import { filmOf } from '../built-ins/video'
import { type Instance, isInstance } from '../engine/instance'
import type { Family, Phone } from './phone'
import { provideNames } from './provide-names'

function findFilm(owner: Instance | undefined, id: string): HTMLVideoElement | undefined {
  const node = owner?._$.getShadowRoot()?.querySelector(`#${id}`)
  const self = node ? builtInOf(node) : undefined
  return self && filmOf(self)
}

/** Commands to a film; one that is gone does not hear them. */
export function videoFamily({ stack, errors }: Phone): Family {
  return {
    createVideoContext: (id: string, component?: unknown) => {
      const film = () => findFilm(isInstance(component) ? component : stack.current?.instance, id)
      const stop = () => {
        film()?.pause()
        seek(0)
      }
      const seek = (position: number) => {
        const found = film()
        if (found !== undefined) found.currentTime = position
      }
      const provided = {
        play: () =>
          void film()
            ?.play()
            .catch(() => undefined),
        pause: () => film()?.pause(),
        stop,
        seek,
        playbackRate: (rate: number) => {
          const found = film()
          if (found !== undefined) found.playbackRate = rate
        },
        requestFullScreen: () =>
          void film()
            ?.requestFullscreen()
            .catch(() => undefined),
        exitFullScreen: () => void document.exitFullscreen().catch(() => undefined),
      }
      return provideNames('VideoContext', provided, errors)
    },
  }
}
