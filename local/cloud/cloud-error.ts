/** Every refusal of the platform the local cloud knows how to make, by the code the SDK receives. */
type CloudCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'INVALID_PARAM'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'EXCEED_MAX_PAYLOAD_SIZE'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTION_NOT_FOUND'
  | 'STORAGE_FILE_NONEXIST'
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

/** The text of anything that was thrown; an error from another thread need not be of this one's class. */
export function messageOf(thrown: unknown): string {
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : undefined
  return typeof message === 'string' ? message : String(thrown)
}
