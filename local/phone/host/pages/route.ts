export interface Route {
  /** page path without a leading slash */
  path: string
  /** as they stand in the address: the mini-program decodes them itself, as on a phone */
  query: Record<string, string>
  queryText: string
}

function normalize(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    const [name = '', ...value] = pair.split('=')
    if (name !== '') query[name] = value.join('=')
  }
  return query
}

/** `/pages/a/a?x=1`, or a path relative to the page that asks. */
export function parseRoute(url: string, fromPath: string): Route {
  const [address = '', ...rest] = url.split('?')
  const queryText = rest.join('?')
  const folder = fromPath.split('/').slice(0, -1).join('/')
  const path = normalize(address.startsWith('/') ? address : `${folder}/${address}`).replace(/\.html$/, '')
  return { path, query: parseQuery(queryText), queryText }
}

export const routeUrl = ({ path, queryText }: Route) => `/${path}${queryText === '' ? '' : `?${queryText}`}`
