import { updateOf } from '../../../miniprogram/lib/list-update'

const [one, two, three] = [{ id: '1' }, { id: '2' }, { id: '3' }]
const other = { id: 'other' }

test.each<[string, unknown, unknown, Record<string, unknown>]>([
  ['a number', 1, 2, { rows: 2 }],
  ['a list that grew', [one, two], [one, two, three], { 'rows[2]': three }],
  ['a row that changed', [one, two, three], [one, other, three], { 'rows[1]': other }],
  ['the same rows in a new list', [one, two], [one, two], {}],
  ['a list that shrank', [one, two], [one], { rows: [one] }],
  ['a list that was emptied', [one], [], { rows: [] }],
  ['a first list', [], [one], { rows: [one] }],
  ['a list of which nothing is left', [one, two], [two, one], { rows: [two, one] }],
  ['what was no list', null, [one], { rows: [one] }],
])('of %s, what changed travels and no more', (_what, before, after, update) => {
  expect(updateOf('rows', before, after)).toEqual(update)
})
