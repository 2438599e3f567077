import {
  added,
  arrivedIn,
  changed,
  fromDraft,
  isSending,
  without,
} from '../../../../miniprogram/packages/units/apply/proof-files'

const two = added(added([], 'a', 'wxfile://a.jpg'), 'b', 'wxfile://b.jpg')

test('a picture counts when it has arrived, not before', () => {
  expect([arrivedIn(two), isSending(two)]).toEqual([[], true])
  const one = changed(two, 'a', { state: 'done', fileId: 'cloud://e/me/a.jpg' })
  expect([arrivedIn(one), isSending(one)]).toEqual([['cloud://e/me/a.jpg'], true])
  const failed = changed(one, 'b', { state: 'failed', problem: '网络断开了，连上网后再试一次。' })
  expect([arrivedIn(failed), isSending(failed)]).toEqual([['cloud://e/me/a.jpg'], false])
})

test('numbers follow what is left', () => {
  expect(two.map(({ name }) => name)).toEqual(['照片 1', '照片 2'])
  expect(without(two, 'a').map(({ id, name }) => [id, name])).toEqual([['b', '照片 1']])
})

test('of a draft come the pictures that had arrived, and nothing that is none', () => {
  expect(fromDraft(['cloud://e/me/a.jpg', 5, null]).map(({ state, thumb }) => [state, thumb])).toEqual([
    ['done', 'cloud://e/me/a.jpg'],
  ])
  expect([fromDraft(undefined), fromDraft('cloud://e/me/a.jpg')]).toEqual([[], []])
})
