const query = (params: Readonly<Record<string, string>>) =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** Every page that can be opened, and what it must be told. */
export const routes = {
  home: () => '/pages/home/home',
  quiz: () => '/pages/quiz/quiz',
  me: () => '/pages/me/me',
  play: () => '/packages/quiz/play/play',
  result: (params: { ticket: string; elsewhere?: 'yes' }) => `/packages/quiz/result/result?${query(params)}`,
  activity: (params: { kind: string }) => `/packages/editions/activity/activity?${query(params)}`,
}
