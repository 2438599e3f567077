import { pageOf } from '../../../cloudfunctions/platform/paging'

describe('a page', () => {
  const cursor = (item: string) => `after ${item}`

  test('says where the next one begins', () => {
    expect(pageOf(['a', 'b', 'c'], 2, cursor)).toEqual({ items: ['a', 'b'], next: 'after b' })
  })

  test.each([[['a', 'b']], [['a']], [[]]])('of %j is the last one', found => {
    expect(pageOf(found, 2, cursor)).toEqual({ items: found, next: null })
  })
})
