/** JSON text, or undefined for what JSON has no text for (a function, undefined). */
export const jsonOf = (value: unknown): string | undefined => JSON.stringify(value)
