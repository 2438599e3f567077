/** The ten kinds of unit of the founding notice. */
export const UNIT_KINDS = [
  'ministry-department',
  'provincial-department',
  'science-base',
  'laboratory',
  'university',
  'society',
  'school',
  'protected-area',
  'museum-media',
  'company',
] as const

export type UnitKind = (typeof UNIT_KINDS)[number]
