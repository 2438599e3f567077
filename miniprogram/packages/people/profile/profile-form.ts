import * as v from 'valibot'
import { people, type Profile } from '../../../contract/people'
import { profileWords } from '../../../copy/people'
import { createForm, type Draft } from '../../../lib/form'
import { choiceOf, regionChoiceSchema } from '../../../lib/region-choice'

export const profileForm = createForm(
  v.object({ ...people.saveProfile.input.entries, region: v.optional(regionChoiceSchema) }),
  {
    nickname: { label: profileWords.nickname, kind: 'text' },
    avatar: { label: profileWords.avatar, kind: 'text' },
    region: { label: profileWords.region, kind: 'region' },
  },
)

export const draftOf = ({ nickname, avatar, region }: Profile): Draft => ({
  nickname,
  avatar,
  region: choiceOf(region),
})
