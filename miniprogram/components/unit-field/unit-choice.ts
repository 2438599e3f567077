interface NamedUnit {
  id: string
  name: string
}

/** A unit as its field holds it: id and name in one text, so that a draft shows its name again. Empty for none. */
export const unitChoice = (unit: NamedUnit | null): string => (unit ? `${unit.id} ${unit.name}` : '')

export const chosenName = (choice: string): string => choice.slice(choice.indexOf(' ') + 1)

export const chosenUnit = (choice: string): string | null => choice.split(' ')[0] || null
