import { pictureName } from '../../../copy/units'

/** A picture on its way, as the upload field shows it. */
export interface ProofFile {
  id: string
  name: string
  state: 'sending' | 'done' | 'failed'
  share: number
  thumb: string
  problem: string
  /** Where it is on the phone; empty for one of a draft. */
  path: string
  /** What the storage calls it; empty until it is there. */
  fileId: string
}

export const PROOF_LIMIT = 3

/** Numbers follow the order on the page, whatever was removed. */
const numbered = (files: readonly ProofFile[]): ProofFile[] =>
  files.map((file, at) => ({ ...file, name: pictureName(at + 1) }))

export const added = (files: readonly ProofFile[], id: string, path: string): ProofFile[] =>
  numbered([...files, { id, name: '', state: 'sending', share: 0, thumb: path, problem: '', path, fileId: '' }])

export const changed = (files: readonly ProofFile[], id: string, change: Partial<ProofFile>): ProofFile[] =>
  files.map(file => (file.id === id ? { ...file, ...change } : file))

export const without = (files: readonly ProofFile[], id: string): ProofFile[] =>
  numbered(files.filter(file => file.id !== id))

/** What the form hands in. */
export const arrivedIn = (files: readonly ProofFile[]): string[] =>
  files.flatMap(({ fileId }) => (fileId === '' ? [] : [fileId]))

export const isSending = (files: readonly ProofFile[]): boolean => files.some(({ state }) => state === 'sending')

/** Pictures that had arrived before the page was left. */
export const fromDraft = (proof: unknown): ProofFile[] =>
  numbered(
    (Array.isArray(proof) ? proof : [])
      .filter(fileId => typeof fileId === 'string')
      .map(fileId => ({
        id: fileId,
        name: '',
        state: 'done' as const,
        share: 1,
        thumb: fileId,
        problem: '',
        path: '',
        fileId,
      })),
  )
