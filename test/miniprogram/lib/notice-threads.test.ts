import type { Notice } from '../../../miniprogram/contract/notices'
import { beginning } from '../../../miniprogram/lib/beginning'
import { threadsOf } from '../../../miniprogram/lib/notice-threads'

const plain = (id: string, region: string): Notice => ({
  id,
  region,
  title: id,
  text: '',
  at: 0,
  forwards: null,
  withdrawn: '',
})

const forwarding = (id: string, region: string, { id: other, region: from, title, text, at }: Notice): Notice => ({
  ...plain(id, region),
  forwards: { id: other, region: from, title, text, at },
})

const country = plain('country', '000000')
const province = forwarding('province', '140000', country)
const city = forwarding('city', '140600', province)
const alone = plain('alone', '140600')

const shape = (notices: Notice[]) =>
  threadsOf(notices).map(({ notice, inside }) => [notice.id, ...inside.map(({ id }) => id)])

test.each<[string, Notice[], string[][]]>([
  ['nothing', [], []],
  ['what nobody passed on stands alone', [alone, country], [['alone'], ['country']]],
  ['what was passed on stands inside', [province, alone, country], [['province', 'country'], ['alone']]],
  ['what was passed on twice stands inside twice', [city, province, country], [['city', 'province', 'country']]],
  ['it is there even where the original is on no page yet', [province], [['province', 'country']]],
  [
    'what a withdrawn notice passed on stands alone again',
    [{ ...province, withdrawn: '发错了' }, country],
    [['province', 'country'], ['country']],
  ],
])('%s', (_name, notices, expected) => {
  expect(shape(notices)).toEqual(expected)
})

test('notices that pass each other on end the search', () => {
  const one = forwarding('one', '140000', plain('other', '000000'))
  const other = forwarding('other', '000000', one)
  expect(shape([one, other, alone])).toEqual([['alone']])
})

test.each([
  ['  一二\n三 ', 5, '一二 三'],
  ['一二三四五六', 5, '一二三四五…'],
  ['🐦🐦🐦', 2, '🐦🐦…'],
  ['', 2, ''],
])('%j in %d letters begins %j', (text, letters, expected) => {
  expect(beginning(text, letters)).toBe(expected)
})
