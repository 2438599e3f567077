import type { people as contract } from '../../miniprogram/contract/people'
import { isRegion } from '../../miniprogram/contract/region-names'
import { COUNTRY } from '../../miniprogram/contract/regions'
import type { Handler } from '../platform/context'
import { isOwnFile, removeFiles } from '../platform/files'
import { checkText } from '../platform/safety'
import { meOf, storedMe } from './replies'
import { people, type Person } from './repository/people'

type SaveProfile = Handler<typeof contract.saveProfile>
type SaveContext = Parameters<SaveProfile>[1]

export const me: Handler<typeof contract.me> = (_input, { who }) => storedMe(who.person)

export const saveProfile: SaveProfile = async ({ nickname, avatar, region }, context) => {
  const { who, refusal } = context
  if (region !== null && !isRegion(region)) throw refusal('region-unknown')
  if (avatar !== '' && !isOwnFile(avatar, who.person)) throw refusal('file-not-yours')
  const stored = await people.get(who.person)
  if (!stored) throw refusal('busy') // erased since the door looked

  const nicknameState = await stateOfNickname(stored, { nickname, region }, context)
  const change = { nickname, nicknameState, avatar, region }
  if (!(await people.change(who.person, change))) throw refusal('busy')
  if (stored.avatar !== '' && stored.avatar !== avatar) await removeFiles([stored.avatar])
  return meOf({ ...stored, ...change })
}

/** A nickname that stays as it is was judged before. */
async function stateOfNickname(
  stored: Person,
  { nickname, region }: Pick<Person, 'nickname' | 'region'>,
  context: SaveContext,
): Promise<Person['nicknameState']> {
  if (nickname === stored.nickname) return stored.nicknameState
  const text = { text: nickname, place: 'nickname', subject: stored.handle, region: region ?? COUNTRY } as const
  return (await checkText(context, text)) === 'waits' ? 'waits' : 'shown'
}
