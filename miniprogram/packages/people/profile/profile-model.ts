import { NICKNAME_LIMIT, people } from '../../../contract/people'
import { errorWords } from '../../../copy/errors'
import { profileWords } from '../../../copy/people'
import { toasts } from '../../../copy/toasts'
import type { PageModel } from '../../../lib/define-page'
import { begun, changeField, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../../lib/loading'
import { regionChoices } from '../../../lib/region-choice'
import { routes } from '../../../lib/routes'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { takeBack, uploadFile } from '../../../services/files'
import { newIdempotencyKey } from '../../../services/idempotency-key'
import { goBackOr, replacePage } from '../../../services/navigation'
import { heardMe, me } from '../../../stores/me'
import { draftOf, profileForm } from './profile-form'

interface ProfileState extends Loading, FormPage {
  /** Nothing can be kept yet: the person has not consented. */
  unknown: boolean
  nicknameWaits: boolean
  avatarBusy: boolean
  /** What stands below the picture. */
  avatarNote: string
  regions: ReturnType<typeof regionChoices>
  nicknameLimit: number
}

const AVATAR_BYTES = 2 * 1024 * 1024

const kit = {
  form: profileForm,
  kept: keptDraft('profile'),
  fieldOf: { 'text-refused': 'nickname', 'region-unknown': 'region' },
} as const

async function load(view: View<ProfileState>): Promise<void> {
  try {
    const { profile } = await me()
    view.show({ ...READY, unknown: profile === null })
    if (profile)
      view.show({ ...begun(kit, kit.kept.values() ?? draftOf(profile)), nicknameWaits: profile.nicknameWaits })
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function sendAvatar(view: View<ProfileState>, path: string): Promise<void> {
  view.show({ avatarBusy: true, avatarNote: profileWords.sending })
  try {
    const { folder, profile } = await me()
    const sent = { folder, purpose: 'avatar', key: newIdempotencyKey(), path, mostBytes: AVATAR_BYTES } as const
    const fileId = await uploadFile(sent)
    const { avatar: before } = view.state.form.draft
    changeField(view, kit, 'avatar', fileId)
    view.show({ avatarNote: profileWords.avatarNote })
    if (typeof before === 'string' && before !== '' && before !== profile?.avatar) await takeBack([before])
  } catch (problem) {
    view.show({ avatarNote: errorWords(problem) })
  } finally {
    view.show({ avatarBusy: false })
  }
}

export const profileModel: PageModel<ProfileState> = {
  state: {
    ...LOADING,
    ...begun(kit, {}),
    unknown: false,
    nicknameWaits: false,
    avatarBusy: false,
    avatarNote: profileWords.avatarNote,
    regions: regionChoices(),
    nicknameLimit: NICKNAME_LIMIT,
  },
  words: profileWords,

  opened: load,

  on: {
    ...fieldHandlers(kit),
    async retry(view) {
      if (view.state.unknown) return replacePage(routes.consent({ then: routes.profile() }))
      view.show(LOADING)
      await load(view)
    },
    async chooseAvatar(view, event) {
      if (!view.state.avatarBusy) await sendAvatar(view, textOf(event, 'path'))
    },
    async submit(view) {
      await sendForm(view, kit, async ({ nickname, avatar, region = null }, key) => {
        const saved = heardMe(await call(people.saveProfile, { nickname, avatar, region }, key))
        await goBackOr(routes.me())
        await tell(saved.profile?.nicknameWaits ? profileWords.nicknameWaits : toasts.saved)
      })
    },
  },
}
