import { FileFault } from '../device/files/file-fault'
import { type Bytes, type FileSystem, USER_DATA_PATH } from '../device/files/file-system'
import { encodingOf } from '../device/files/file-text'
import { endingOf } from '../device/files/media-types'
import { type Options, WxFailure } from './asynchronous'
import { numberOf, requiredText, textOf } from './options'
import type { Family, Phone } from './phone'
import { provideNames } from './provide-names'

function codecOf(name: string) {
  const codec = encodingOf(name)
  if (codec === undefined) throw new WxFailure(`invalid encoding "${name}"`)
  return codec
}

function bytesFrom(data: unknown, encoding: string): Bytes {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  if (typeof data === 'string') return codecOf(encoding).encode(data)
  throw new WxFailure('invalid data argument. It should be a string or ArrayBuffer')
}

function readFile(files: FileSystem, options: Options): unknown {
  const bytes = files.read(requiredText(options, 'filePath'))
  const from = numberOf(options, 'position', 0)
  const part = bytes.slice(from, from + numberOf(options, 'length', bytes.length))
  const encoding = textOf(options, 'encoding')
  return encoding === '' ? part.buffer : codecOf(encoding).decode(part)
}

function append(files: FileSystem, options: Options): void {
  const path = requiredText(options, 'filePath')
  const [before, more] = [files.read(path), bytesFrom(options.data, textOf(options, 'encoding', 'utf8'))]
  const all = new Uint8Array(before.length + more.length)
  all.set(before)
  all.set(more, before.length)
  files.write(path, all)
}

function statsOf(files: FileSystem, options: Options): object {
  const { isFolder, size, modifiedAt } = files.about(requiredText(options, 'path'))
  const seconds = Math.floor(modifiedAt / 1000)
  return {
    mode: isFolder ? 0o40755 : 0o100644,
    size,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
  }
}

function copy(files: FileSystem, from: string, to: string): void {
  files.write(to, files.read(from, 'copyFile').slice())
}

interface Operation {
  /** names of the positional arguments of the synchronous form */
  args: readonly string[]
  /** name of what the asynchronous form answers */
  answer?: string
  run: (files: FileSystem, options: Options) => unknown
}

const OPERATIONS: Record<string, Operation> = {
  readFile: { args: ['filePath', 'encoding', 'position', 'length'], answer: 'data', run: readFile },
  writeFile: {
    args: ['filePath', 'data', 'encoding'],
    run: (files, options) => {
      files.write(requiredText(options, 'filePath'), bytesFrom(options.data, textOf(options, 'encoding', 'utf8')))
    },
  },
  appendFile: { args: ['filePath', 'data', 'encoding'], run: append },
  access: { args: ['path'], run: (files, options) => void files.about(requiredText(options, 'path'), 'access') },
  stat: { args: ['path', 'recursive'], answer: 'stats', run: statsOf },
  unlink: {
    args: ['filePath'],
    run: (files, options) => {
      files.remove(requiredText(options, 'filePath'))
    },
  },
  mkdir: {
    args: ['dirPath', 'recursive'],
    run: (files, options) => {
      files.makeFolder(requiredText(options, 'dirPath'), options.recursive === true)
    },
  },
  rmdir: {
    args: ['dirPath', 'recursive'],
    run: (files, options) => {
      files.removeFolder(requiredText(options, 'dirPath'), options.recursive === true)
    },
  },
  readdir: {
    args: ['dirPath'],
    answer: 'files',
    run: (files, options) => files.list(requiredText(options, 'dirPath')),
  },
  copyFile: {
    args: ['srcPath', 'destPath'],
    run: (files, options) => {
      copy(files, requiredText(options, 'srcPath'), requiredText(options, 'destPath'))
    },
  },
  rename: {
    args: ['oldPath', 'newPath'],
    run: (files, options) => {
      copy(files, requiredText(options, 'oldPath'), requiredText(options, 'newPath'))
      files.remove(requiredText(options, 'oldPath'))
    },
  },
  saveFile: {
    args: ['tempFilePath', 'filePath'],
    answer: 'savedFilePath',
    run: (files, options) => {
      const from = requiredText(options, 'tempFilePath')
      const to = textOf(options, 'filePath')
      const ending = endingOf(from)
      if (to === '') return files.addSaved(files.read(from), ending === '' ? '' : `.${ending}`)
      copy(files, from, to)
      return to
    },
  },
  getFileInfo: {
    args: ['filePath'],
    run: (files, options) => {
      const path = requiredText(options, 'filePath')
      if (files.about(path).isFolder) throw new FileFault('is-a-folder', 'open', path)
      return { size: files.about(path).size }
    },
  },
}

function synchronous(files: FileSystem, name: string, { args, run }: Operation) {
  return (...given: unknown[]): unknown => {
    try {
      return run(files, Object.fromEntries(args.map((arg, at) => [arg, given[at]])))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const fields = error instanceof FileFault ? error.fields : {}
      throw Object.assign(new Error(`${name}Sync:fail ${reason}`, { cause: error }), fields)
    }
  }
}

/** The person's own files. Bytes of a mini-program's package cannot be read here. */
export function filesFamily({ files, asynchronous, errors }: Phone): Family {
  const operations = Object.entries(OPERATIONS).flatMap(([name, operation]) => {
    const { answer, run } = operation
    const later = asynchronous.make(name, async options => {
      const result = run(files, options)
      await files.settled()
      return answer === undefined ? result : { [answer]: result }
    })
    return [[name, later] as const, [`${name}Sync`, synchronous(files, name, operation)] as const]
  })
  const manager = provideNames('FileSystemManager', Object.fromEntries(operations), errors)
  return {
    env: provideNames('wx.env', { USER_DATA_PATH }, errors),
    getFileSystemManager: () => manager,
  }
}
