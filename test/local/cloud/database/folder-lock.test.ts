import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from '../../../../local/cloud/database/folder-lock'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const leave = (owner: string) => {
  writeFileSync(join(folder, 'owner'), owner)
}

test('a folder is made when it is not there, and is free again after release', () => {
  const inner = join(folder, 'not', 'yet', 'there')
  const lock = lockFolder(inner)
  expect(() => lockFolder(inner)).toThrow(`is in use by process ${process.pid}; stop it first`)
  lock.release()
  lockFolder(inner).release()
  expect(readdirSync(inner)).toEqual([])
})

// A process number that cannot be: above every limit a system has for them.
test.each(['4999999 12345', '', 'nonsense', '-1 5'])('the lock of a dead owner, %p, is taken over', owner => {
  leave(owner)
  const lock = lockFolder(folder)
  expect(readFileSync(join(folder, 'owner'), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  lock.release()
  expect(readdirSync(folder)).toEqual([])
})

const tellsStarts = process.platform === 'linux' ? test : test.skip

tellsStarts('a process that was given the number of a dead owner is not the owner', () => {
  leave(`${process.pid} 1`)
  expect(() => {
    lockFolder(folder).release()
  }).not.toThrow()
})
