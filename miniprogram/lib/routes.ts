const query = (params: Readonly<Record<string, string>>) =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** Every page that can be opened, and what it must be told. */
export const routes = {
  home: () => '/pages/home/home',
  quiz: () => '/pages/quiz/quiz',
  schedule: () => '/pages/schedule/schedule',
  me: () => '/pages/me/me',
  play: () => '/packages/quiz/play/play',
  result: (params: { ticket: string; elsewhere?: 'yes' }) => `/packages/quiz/result/result?${query(params)}`,
  practice: () => '/packages/practice/home/home',
  /** `deck` says which questions: see packages/practice/learning/decks.ts. */
  practise: (params: { deck: string; category?: string }) => `/packages/practice/session/session?${query(params)}`,
  mistakes: () => '/packages/practice/mistakes/mistakes',
  favourites: () => '/packages/practice/favourites/favourites',
  certificates: () => '/packages/quiz/certificates/certificates',
  certificate: (params: { round: string }) => `/packages/quiz/certificate/certificate?${query(params)}`,
  verifyCertificate: () => '/packages/quiz/verify/verify',
  /** Of a result, to show around. */
  poster: (params: { ticket: string }) => `/packages/quiz/poster/poster?${query(params)}`,
  ranking: () => '/packages/quiz/ranking/ranking',
  /** A question of an own attempt by its number from 1, or one of practice by its version, with its stem to be shown. */
  reportQuestion: (params: { ticket: string; number: string } | { question: string; stem: string }) =>
    `/packages/quiz/report/report?${query(params)}`,
  myReports: () => '/packages/quiz/my-reports/my-reports',
  activity: (params: { kind: string; year?: string }) => `/packages/editions/activity/activity?${query(params)}`,
  archive: (params: { year: string }) => `/packages/editions/archive/archive?${query(params)}`,
  notices: () => '/packages/notices/notices/notices',
  notice: (params: { id: string; region: string }) => `/packages/notices/notice/notice?${query(params)}`,
  reminders: () => '/packages/notices/reminders/reminders',
  /** `then` is where the person was going. */
  consent: (params: { then?: string } = {}) => `/packages/people/consent/consent?${query(params)}`,
  profile: () => '/packages/people/profile/profile',
  myData: () => '/packages/people/my-data/my-data',
  enterCode: (params: { code?: string } = {}) => `/packages/people/enter-code/enter-code?${query(params)}`,
  unit: () => '/packages/units/unit/unit',
  applyUnit: () => '/packages/units/apply/apply',
  joinUnit: (params: { code?: string } = {}) => `/packages/units/join/join?${query(params)}`,
  inviteToUnit: () => '/packages/units/invite/invite',
  unitMembers: () => '/packages/units/members/members',
  liaison: () => '/packages/units/liaison/liaison',
  desk: () => '/packages/desk/home/home',
  deskUnits: (params: { region: string }) => `/packages/desk/units/units?${query(params)}`,
  deskUnit: (params: { unit: string }) => `/packages/desk/unit/unit?${query(params)}`,
  deskLiaisons: (params: { region: string }) => `/packages/desk/liaisons/liaisons?${query(params)}`,
  deskNotices: (params: { region: string }) => `/packages/desk/notices/notices?${query(params)}`,
  /** With `forwards` it passes that notice on. */
  writeNotice: (params: { region: string; forwards?: string }) =>
    `/packages/desk/write-notice/write-notice?${query(params)}`,
  deskEdition: () => '/packages/desk/edition/edition',
  editActivity: (params: { year: string; kind: string }) =>
    `/packages/desk/edit-activity/edit-activity?${query(params)}`,
  bankQuestions: () => '/packages/bank/questions/questions',
  bankQuestion: (params: { id: string }) => `/packages/bank/question/question?${query(params)}`,
  /** Without an id a new one. */
  editQuestion: (params: { id?: string } = {}) => `/packages/bank/edit-question/edit-question?${query(params)}`,
  importQuestions: () => '/packages/bank/import-file/import-file',
  bankRounds: () => '/packages/bank/rounds/rounds',
  /** Without an id a new one. */
  bankRound: (params: { id?: string } = {}) => `/packages/bank/round/round?${query(params)}`,
  deskRoles: (params: { region: string }) => `/packages/desk/roles/roles?${query(params)}`,
  inviteToRole: (params: { region: string }) => `/packages/desk/invite/invite?${query(params)}`,
  deskTexts: (params: { region: string }) => `/packages/desk/texts/texts?${query(params)}`,
  reports: () => '/packages/bank/reports/reports',
  ruling: (params: { question: string }) => `/packages/bank/ruling/ruling?${query(params)}`,
  deskBoard: (params: { region: string }) => `/packages/desk/board/board?${query(params)}`,
  deskSuspicions: (params: { region: string }) => `/packages/desk/suspicions/suspicions?${query(params)}`,
  deskSuspicion: (params: { id: string }) => `/packages/desk/suspicion/suspicion?${query(params)}`,
  deskAudit: (params: { region: string }) => `/packages/desk/audit/audit?${query(params)}`,
}
