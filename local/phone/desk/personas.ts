export interface Persona {
  id: string
  name: string
  note: string
}

function isPersona(value: unknown): value is Persona {
  if (typeof value !== 'object' || value === null) return false
  return 'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string'
}

/** Who can be played. An empty list when the server does not say. */
export async function loadPersonas(): Promise<Persona[]> {
  const answer: unknown = await fetch('/personas')
    .then(response => (response.ok ? response.json() : []))
    .catch(() => [])
  const list: unknown[] = Array.isArray(answer) ? answer : []
  return list.filter(isPersona)
}
