import { keyedHash } from './secret'

const LENGTH = 22

/** Names a person to organisers and in the audit log. Nobody reads an identity from it without the secret. */
export const handleOf = (person: string): string => keyedHash('handle', person).slice(0, LENGTH)
