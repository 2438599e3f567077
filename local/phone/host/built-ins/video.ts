import { h } from '../../shared/dom'
import type { BuiltIn, BuiltInNode } from './built-in'
import { type FindAddress, withAddress } from './image'

const films = new WeakMap<BuiltInNode, HTMLVideoElement>()

/** The browser's own element inside. */
export const filmOf = (self: BuiltInNode): HTMLVideoElement | undefined => films.get(self)

function follow(self: BuiltInNode, film: HTMLVideoElement): void {
  const plain = { play: 'play', pause: 'pause', ended: 'ended', waiting: 'waiting' }
  for (const [name, told] of Object.entries(plain)) {
    film.addEventListener(name, () => {
      self.trigger(told)
    })
  }
  film.addEventListener('timeupdate', () => {
    self.trigger('timeupdate', { currentTime: film.currentTime, duration: film.duration || 0 })
  })
  film.addEventListener('loadedmetadata', () => {
    const initial = self.number('initialTime')
    if (initial > 0) film.currentTime = initial
    const { videoWidth: width, videoHeight: height, duration } = film
    self.trigger('loadedmetadata', { width, height, duration })
  })
  film.addEventListener('seeked', () => {
    self.trigger('seekcomplete', { position: film.currentTime })
  })
  film.addEventListener('progress', () => {
    const { buffered, duration } = film
    const loaded = buffered.length === 0 ? 0 : buffered.end(buffered.length - 1)
    self.trigger('progress', { buffered: duration > 0 ? (100 * loaded) / duration : 0 })
  })
  film.addEventListener('error', () => {
    if (self.text('src') !== '') self.trigger('error', { errMsg: film.error?.message ?? 'MEDIA_ERR' })
  })
  document.addEventListener('fullscreenchange', () => {
    const fullScreen = document.fullscreenElement === film
    if (fullScreen || film.dataset.full === 'true')
      self.trigger('fullscreenchange', { fullScreen, direction: 'vertical' })
    film.dataset.full = String(fullScreen)
  })
}

function describe(self: BuiltInNode): void {
  const film = films.get(self)
  if (film === undefined) return
  film.controls = self.is('controls')
  film.loop = self.is('loop')
  film.muted = self.is('muted')
  film.style.objectFit = self.text('objectFit')
}

function load(self: BuiltInNode, find: FindAddress): void {
  withAddress(self, 'src', find, address => {
    const film = films.get(self)
    if (film === undefined) return
    if (address === '') film.removeAttribute('src')
    else film.src = address
    // A film with sound may not begin before the page was touched: it then waits for its button.
    if (self.is('autoplay') && address !== '') film.play().catch(() => undefined)
  })
}

function showPoster(self: BuiltInNode, find: FindAddress): void {
  withAddress(self, 'poster', find, address => {
    films.get(self)?.setAttribute('poster', address)
  })
}

const IGNORED =
  'danmuList danmuBtn enableDanmu pageGesture direction showProgress showFullscreenBtn showPlayBtn showCenterPlayBtn ' +
  'enableProgressGesture showMuteBtn title playBtnPosition enablePlayGesture autoPauseIfNavigate autoPauseIfOpenNative ' +
  'vslideGesture vslideGestureInFullscreen showBottomProgress showCastingButton pictureInPictureMode enableAutoRotation ' +
  'showScreenLockButton showSnapshotButton showBackgroundPlaybackButton backgroundPoster preferredPeakBitRate ' +
  'pictureInPictureShowProgress customCache adUnitId posterForCrawler duration isDrm licenseUrl provisionUrl'

export function createVideo(find: FindAddress): BuiltIn {
  return {
    properties: {
      src: { type: String, value: '' },
      poster: { type: String, value: '' },
      controls: { type: Boolean, value: true },
      autoplay: { type: Boolean, value: false },
      loop: { type: Boolean, value: false },
      muted: { type: Boolean, value: false },
      initialTime: { type: Number, value: 0 },
      objectFit: { type: String, value: 'contain' },
    },
    ignored: IGNORED.split(' '),
    setup(self) {
      const film = h('video', { playsinline: '', preload: 'metadata' })
      films.set(self, film)
      self.element.append(film)
      self.ariaTarget = film
      follow(self, film)
      describe(self)
    },
    changed: {
      src: self => {
        load(self, find)
      },
      poster: self => {
        showPoster(self, find)
      },
      controls: describe,
      loop: describe,
      muted: describe,
      objectFit: describe,
    },
    detached: self => films.get(self)?.pause(),
  }
}
