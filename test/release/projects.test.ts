import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/paths'

test('every test file belongs to a project, so that none is forgotten in silence', () => {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const listed = execFileSync(process.execPath, [jest, '--listTests'], { cwd: root, encoding: 'utf8' }).split('\n')
  const written = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name.endsWith('.test.ts') && !parentPath.includes('fixture'))
    .map(({ name, parentPath }) => join(parentPath, name))
  expect(written.length).toBeGreaterThan(20)
  expect(written.filter(file => !listed.includes(file))).toEqual([])
})
