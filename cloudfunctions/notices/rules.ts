import { covers, type RegionCode } from '../../miniprogram/contract/regions'

/** Whether one region lies strictly above another. */
export const isAbove = (region: RegionCode, other: RegionCode): boolean => region !== other && covers(region, other)

/** What a notice says, with what it passes on below it. */
export const wholeText = (text: string, passedOn: string | null): string =>
  [text, passedOn ?? ''].filter(part => part !== '').join('\n\n')
