import { messageOf } from '../cloud-error'
import { configOf, functionNames } from '../functions/function-folder'
import { type Cron, parseCron } from './cron'

export interface Trigger {
  functionName: string
  triggerName: string
  config: string
  cron: Cron
}

/** The timer triggers of all deployed functions. One that cannot be read is told in the terminal and left out. */
export function deployedTriggers(functionsRoot: string): Trigger[] {
  return functionNames(functionsRoot).flatMap(functionName => {
    try {
      const { triggers } = configOf(functionsRoot, functionName)
      return triggers.map(({ name, config }) => ({ functionName, triggerName: name, config, cron: parseCron(config) }))
    } catch (thrown) {
      console.error(`local cloud: the timers of ${functionName} do not run: ${messageOf(thrown)}`)
      return []
    }
  })
}
