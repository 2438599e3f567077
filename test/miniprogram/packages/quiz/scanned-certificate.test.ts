import { certificateIn } from '../../../../miniprogram/packages/quiz/verify/scanned-certificate'

const PAGE = 'packages/quiz/verify/verify'

test.each([
  ['a code of ours', { path: `${PAGE}?scene=ABCD2345EFGH`, text: '' }, 'ABCD2345EFGH'],
  ['with the slash before it', { path: `/${PAGE}?scene=ABCD2345EFGH`, text: '' }, 'ABCD2345EFGH'],
  ['its scene encoded', { path: `${PAGE}?scene=ABCD%2D2345%2DEFGH`, text: '' }, 'ABCD2345EFGH'],
  ['its scene among other things', { path: `${PAGE}?from=paper&scene=ABCD2345EFGH`, text: '' }, 'ABCD2345EFGH'],
  ['a plain code that holds only this', { path: '', text: 'abcd-2345-efgh' }, 'ABCD2345EFGH'],
  ['the poster of the quiz', { path: 'pages/quiz/quiz?scene=poster', text: '' }, ''],
  ['another page with such a scene', { path: 'pages/quiz/quiz?scene=ABCD2345EFGH', text: '' }, ''],
  ['a scene that is none of ours', { path: `${PAGE}?scene=ABCD`, text: '' }, ''],
  ['a scene that cannot be decoded', { path: `${PAGE}?scene=%E4%BA`, text: '' }, ''],
  ['no scene', { path: PAGE, text: 'ABCD2345EFGH' }, ''],
  ['an address somewhere else', { path: '', text: 'https://example.cn/ABCD2345EFGH' }, ''],
  ['nothing', { path: '', text: '' }, ''],
])('%s', (_what, scanned, code) => {
  expect(certificateIn(scanned)).toBe(code)
})
