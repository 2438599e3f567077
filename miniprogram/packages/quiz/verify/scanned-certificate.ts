import * as v from 'valibot'
import { quiz } from '../../../contract/quiz'
import { routes } from '../../../lib/routes'
import type { Scanned } from '../../../services/scan'

/** An iPhone hands over the scene as it stands in the code, other phones have decoded it. */
function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return ''
  }
}

function sceneOf(path: string): string {
  const [page = '', query = ''] = path.split('?')
  if (`/${page.replace(/^\//, '')}` !== routes.verifyCertificate()) return ''
  const scene = query.split('&').find(part => part.startsWith('scene=')) ?? ''
  return decoded(scene.slice('scene='.length))
}

/** The code of the certificate whose mini-program code, or whose own code as a text, was scanned; empty for anything else. */
export function certificateIn({ path, text }: Scanned): string {
  const found = v.safeParse(quiz.verifyCertificate.input, { code: path === '' ? text : sceneOf(path) })
  return found.success ? found.output.code : ''
}
