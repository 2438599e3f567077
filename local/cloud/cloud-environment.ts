/** The names the local cloud gives to what a real environment has. */
export const ENVIRONMENT_ID = 'local-env'
export const REGION = 'ap-shanghai'
export const APP_ID = 'wx0000000000000001'
export const CLIENT_ADDRESS = '127.0.0.1'

/** What every `cloud://` address of a file begins with. */
export const FILE_ROOT = `cloud://${ENVIRONMENT_ID}.6c6f-${ENVIRONMENT_ID}-1250000000/`
