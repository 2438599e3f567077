/** Every refusal of the platform the local cloud knows how to make, by the code the SDK receives. */
type CloudCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'SERVER_TIMEOUT'
  | 'INVALID_PARAM'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'EXCEED_MAX_PAYLOAD_SIZE'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTION_NOT_FOUND'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_REQUEST_FAIL'
  | 'ACTION_NOT_SERVED_LOCALLY'

/** A refusal with the platform's code and wording; whatever else is thrown is a defect of the local cloud. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudCode,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

export const invalidParameter = (message: string): CloudError => new CloudError('INVALID_PARAM', message)

export const requestFailed = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** A write that MongoDB itself refused, in the wrapping the platform puts around it. */
export const writeFailed = (reason: string): CloudError =>
  requestFailed(`[FailedOperation] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`)

export const collectionMissing = (name: string): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const collectionExists = (): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    '[ResourceUnavailable.ResourceExist] Table exist. Please check your request, but if the problem persists, contact us.',
  )

const CONTACT = 'Please check your request, but if the problem persists, contact us.'

export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT}`,
  )

const transactionFailed = (reason: string): CloudError =>
  new CloudError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.${reason} ${CONTACT}`)

export const transactionMissing = (): CloudError =>
  transactionFailed(
    'TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  )

export const transactionBusy = (): CloudError => transactionFailed('TransactionBusy] Transaction is busy.')

/** The code is the platform's, the words are ours: nobody has reported its own. */
export const transactionTooLong = (operations: number): CloudError =>
  transactionFailed(`TransactionTooLong] A transaction has at most ${operations} operations.`)

/** An ordinary write that has waited too long for a transaction to let its document go. */
export const serverTimeout = (): CloudError =>
  new CloudError('SERVER_TIMEOUT', 'the write waited too long for a document that a transaction has locked')

/** The text of anything that was thrown; an error from another thread need not be of this one's class. */
export function messageOf(thrown: unknown): string {
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : undefined
  return typeof message === 'string' ? message : String(thrown)
}
