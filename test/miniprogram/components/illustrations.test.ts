import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ACTIVITY_KINDS } from '../../../miniprogram/contract/activities'
import { countOf, rendered, textAt } from '../../support/simulated'

const folder = join(__dirname, '../../../miniprogram/assets/illustrations')
const names = [...ACTIVITY_KINDS, 'empty', 'error', 'success', 'offline']

const drawingOf = (name: string): string => readFileSync(join(folder, name), 'utf8')

const shapesOf = (name: string): string => drawingOf(name).replace(/(fill|stroke)="#[0-9a-f]{6}"/g, '$1')

test('every activity and every state of a page is drawn, by day and by night', () => {
  const wanted = names.flatMap(name => [`${name}-day.svg`, `${name}-night.svg`])
  expect(readdirSync(folder).sort()).toEqual(wanted.sort())
})

test.each(names)('%s is the same drawing at night, in other colours, and light to carry', name => {
  expect(drawingOf(`${name}-night.svg`)).not.toBe(drawingOf(`${name}-day.svg`))
  expect(shapesOf(`${name}-night.svg`)).toBe(shapesOf(`${name}-day.svg`))
  expect(statSync(join(folder, `${name}-day.svg`)).size).toBeLessThan(4096)
})

test('an illustration is four wide to three high', () => {
  const shown = rendered('illustration', { name: 'quiz', size: 160 })
  expect(shown.component.querySelector('.frame')?.dom?.getAttribute('style')).toBe('width: 160px; height: 120px')
  expect(countOf(shown, '.picture')).toBe(2)
})

test('a certificate says who, for what, from whom, and how it is proved', () => {
  const facts = {
    title: '荣誉证书',
    series: '2026 · 云科普',
    name: '周小舟',
    deed: '获一等奖。',
    issuer: '组织方',
    date: '2026 年 10 月 31 日',
    number: 'YKP-2026-000128',
    code: '7F3A-92C1',
  }
  const said = textAt(rendered('certificate', { facts }), '.sheet')
  expect(Object.values(facts).filter(fact => !said.includes(fact))).toEqual([])
})
