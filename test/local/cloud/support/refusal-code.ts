import { CloudError } from '../../../../local/cloud/cloud-error'

/** The platform's code with which the work is refused; 'not refused' when it is not. */
export function refusalCode(work: () => unknown): string {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof CloudError) return thrown.code
    throw thrown
  }
  return 'not refused'
}
