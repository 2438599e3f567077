import { toasts } from '../copy/toasts'
import { tell } from './tell'
import { saveToAlbum } from '../services/album'

/** Saves a painted picture, and says what became of it. */
export const keepPicture = async (path: string): Promise<void> =>
  tell((await saveToAlbum(path)) ? toasts.savedToAlbum : toasts.albumRefused)
