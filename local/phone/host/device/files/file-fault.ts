const REASONS = {
  missing: [1300002, 'no such file or directory'],
  exists: [1300005, 'file already exists'],
  forbidden: [1300013, 'permission denied'],
  'not-a-folder': [1300020, 'not a directory'],
  'is-a-folder': [1300021, 'illegal operation on a directory'],
  'not-empty': [1300066, 'directory not empty'],
  full: [1300202, 'the maximum size of the file storage limit is exceeded'],
} as const

/** What a function of the file system fails with; `errno` is the platform's number. */
export class FileFault extends Error {
  readonly fields: { errno: number; errCode: number }

  constructor(reason: keyof typeof REASONS, action: string, path: string) {
    const [errno, words] = REASONS[reason]
    super(`${words}, ${action} ${path}`)
    this.fields = { errno, errCode: errno }
  }
}
