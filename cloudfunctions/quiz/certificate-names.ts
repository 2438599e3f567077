import { certificates } from './repository/certificates'

/** An organiser has decided about a name that waited: it is shown, or the certificate waits to be asked for anew. */
export async function nameDecided(code: string, passes: boolean, name: string): Promise<void> {
  if (passes) await certificates.show(code, name)
  else await certificates.withdraw(code, name)
}
