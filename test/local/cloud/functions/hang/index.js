exports.main = async ({ busy }) => {
  if (busy) for (;;);
  return busy === undefined ? 'awake' : new Promise(() => {})
}
