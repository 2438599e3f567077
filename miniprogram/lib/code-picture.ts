import { quiz } from '../contract/quiz'
import { sendOnce } from './send-once'
import { download } from '../services/exports'

/** The mini-program code of a certificate of one's own, or of the quiz, as a file on the phone; empty where none is to be had. */
export async function codePicture(round: string | null): Promise<string> {
  try {
    const { url } = await sendOnce(quiz.posterCode, { round })
    return await download(url)
  } catch {
    return '' // A poster without it still says everything.
  }
}
