import type { people as contract } from '../../miniprogram/contract/people'
import { regionName } from '../../miniprogram/contract/region-names'
import { beijing, type Instant } from '../../miniprogram/contract/time'
import type { Handler } from '../platform/context'
import { folderOf } from '../platform/files'
import { passOn } from '../platform/passing-files'
import { type Sheet, workbook } from '../platform/workbook'
import { handleOf } from './api'
import { dataElsewhere } from './other-domains'
import { auditRecords } from './repository/audit-records'
import { people, type Person } from './repository/people'
import { textReviews } from './repository/text-reviews'
import { AGE_BAND_WORDS, PROFILE_WORDS, REVIEW_STATE_WORDS, ROLE_WORDS, SHEETS, TEXT_PLACE_WORDS } from './words'

/** One file a person: a new one takes the place of the old one, and deletion knows where it is. */
export const myDataPath = (person: string): string => `${folderOf(person)}/my-data.xlsx`

export const showMyData: Handler<typeof contract.showMyData> = async (_input, { who, now }) => {
  const { person } = who
  const sheets = [...(await ownSheets(person)), ...(await dataElsewhere(person))]
  return passOn(myDataPath(person), await workbook(sheets), now)
}

const time = (at: Instant): string => beijing(at).format('YYYY-MM-DD HH:mm:ss')

async function ownSheets(person: string): Promise<Sheet[]> {
  const [stored, reviews, acts] = [
    await people.get(person),
    await textReviews.of(person),
    await auditRecords.of(handleOf(person)),
  ]
  const reviewRows = reviews.map(({ text, shownAs, at, state }) => [
    text,
    TEXT_PLACE_WORDS[shownAs],
    time(at),
    REVIEW_STATE_WORDS[state],
  ])
  const actRows = acts.map(({ at, action, region, subject, number }) => [
    time(at),
    action,
    regionName(region),
    subject,
    number,
  ])
  return [
    { ...SHEETS.profile, rows: stored ? profileRows(stored) : [] },
    { ...SHEETS.roles, rows: stored ? roleRows(stored) : [] },
    { ...SHEETS.reviews, rows: reviewRows },
    { ...SHEETS.acts, rows: actRows },
  ]
}

function profileRows({ _id, handle, nickname, avatar, region, ageBand, unit, consent, guardian }: Person): string[][] {
  return [
    [PROFILE_WORDS.person, _id],
    [PROFILE_WORDS.handle, handle],
    [PROFILE_WORDS.nickname, nickname],
    [PROFILE_WORDS.avatar, avatar],
    [PROFILE_WORDS.region, region === null ? '' : regionName(region)],
    [PROFILE_WORDS.ageBand, AGE_BAND_WORDS[ageBand]],
    [PROFILE_WORDS.unit, unit?.name ?? ''],
    [PROFILE_WORDS.consentVersion, consent?.version ?? ''],
    [PROFILE_WORDS.consentAt, consent ? time(consent.at) : ''],
    [PROFILE_WORDS.guardianAt, guardian ? time(guardian.agreedAt) : ''],
  ]
}

const roleRows = ({ grants }: Person): string[][] =>
  grants.map(({ role, region, unit, since }) => [ROLE_WORDS[role], regionName(region), unit ?? '', time(since)])
