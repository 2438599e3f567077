import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/paths'
import { complaintsAbout, expectedComplaints } from '../support/compile'

const folder = join(__dirname, 'refused')
const files = readdirSync(folder).map(name => join(folder, name))
const complaints = complaintsAbout(files)

describe('what must not compile', () => {
  test('is refused in these files and nowhere else', () => {
    expect([...new Set(complaints.map(({ file }) => file))].sort()).toEqual([...files].sort())
  })

  test.each(files.map(file => [file.slice(folder.length + 1), file]))('%s', (_name, file) => {
    const expected = expectedComplaints(file)
    expect(expected).toHaveLength(1)
    const messages = complaints.filter(complaint => complaint.file === file).map(({ message }) => message)
    expect(messages).toEqual([expect.stringContaining(expected[0] ?? '')])
  })
})

describe('a code without words', () => {
  const errors = join(root, 'miniprogram', 'contract', 'errors.ts')
  const words = join(root, 'miniprogram', 'copy', 'errors.ts')

  test('does not compile', () => {
    const withOneMore = readFileSync(errors, 'utf8').replace(
      'export const ERRORS = {',
      "$&\n  'brand-new': { retry: false },",
    )
    const [complaint, ...others] = complaintsAbout([words], { [errors]: withOneMore })
    expect(others).toEqual([])
    expect(complaint?.file).toBe(words)
    expect(complaint?.message).toContain(`Property '"brand-new"' is missing`)
  })

  test('compiles as things stand', () => {
    expect(complaintsAbout([words])).toEqual([])
  })
})
