import * as v from 'valibot'

export const codeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{8}$/))
export const reasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))
export const unitIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/))
