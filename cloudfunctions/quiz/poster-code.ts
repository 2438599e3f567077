import type { quiz } from '../../miniprogram/contract/quiz'
import { addressesOf, storeFile } from '../platform/files'
import type { Handler } from '../platform/context'
import { drawCode } from '../platform/mini-program-code'
import { certificates } from './repository/certificates'

/** What a code opens; the scene of a certificate is its code. */
const QUIZ = { page: 'pages/quiz/quiz', scene: 'poster' } as const
const VERIFY = 'packages/quiz/verify/verify'

const pathOf = (scene: string) => `codes/${scene}.png`

/** The one of the quiz itself, as long as the function instance lives. */
let ofQuiz = ''

async function fileOfQuiz(): Promise<string> {
  ofQuiz ||= await storeFile(pathOf(QUIZ.scene), await drawCode(QUIZ))
  return ofQuiz
}

const addressOf = async (file: string): Promise<{ url: string }> => {
  const [url = ''] = await addressesOf([file])
  return { url }
}

/** A code is drawn for one's own certificate only, so that nobody fills the storage with made-up ones. */
export const posterCode: Handler<typeof quiz.posterCode> = async ({ round }, { who, refusal }) => {
  if (round === null) return addressOf(await fileOfQuiz())
  const own = await certificates.of(round, who.person)
  if (!own) throw refusal('certificate-unknown')
  if (own.picture !== '') return addressOf(own.picture)
  const picture = await storeFile(pathOf(own.code), await drawCode({ page: VERIFY, scene: own.code }))
  await certificates.change(own, { picture })
  return addressOf(picture)
}
