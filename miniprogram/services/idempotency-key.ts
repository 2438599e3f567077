const LENGTH = 24
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A fresh key for one intention: keep it with the draft and send it with every retry. */
export const newIdempotencyKey = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length))).join('')
