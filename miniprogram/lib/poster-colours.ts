/** A poster is printed matter: it has the colours of day whatever the phone shows. The values are those of styles/colours.wxss. */
export const posterColours = {
  paper: '#f7f6f1',
  card: '#fdfdfb',
  line: '#ecede6',
  ink: '#12312a',
  sub: '#5b6f68',
  deep: '#0b4f3a',
  green: '#0e7a4f',
  greenTint: '#e4f1ea',
  sun: '#f2b233',
} as const
