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
  activity: (params: { kind: string; year?: string }) => `/packages/editions/activity/activity?${query(params)}`,
  archive: (params: { year: string }) => `/packages/editions/archive/archive?${query(params)}`,
  notices: () => '/packages/notices/notices/notices',
  notice: (params: { id: string; region: string }) => `/packages/notices/notice/notice?${query(params)}`,
  reminders: () => '/packages/notices/reminders/reminders',
}
