import { isRecord } from '../engine/instance'

async function personas(): Promise<Record<string, unknown>[]> {
  const list: unknown = await fetch('/personas')
    .then(response => (response.ok ? response.json() : []))
    .catch(() => [])
  return Array.isArray(list) ? list.filter(isRecord) : []
}

/** Who holds the phone when its address names nobody; '' where nobody can be played. */
export async function firstPersona(): Promise<string> {
  const [first] = await personas()
  return typeof first?.id === 'string' ? first.id : ''
}

/** '' for a persona that is not known */
export async function personaName(id: string): Promise<string> {
  const found = (await personas()).find(persona => persona.id === id)
  return typeof found?.name === 'string' ? found.name : ''
}
