import { idAt, scattered } from './documents'
import { echo, hangUp } from './echo'
import { median, milliseconds, printRow, ratio, timed } from '../figures'
import { connect, operations, tapped } from './sdk'

const WARM_UP = 200
const RUNS = 1000

interface Addresses {
  cloud: string
  echo: string
}

/** The SDK's operations on one connection, each in turn with a bare echo of the same sizes. */
export async function compareLatency(addresses: Addresses, total: number): Promise<void> {
  const database = connect(addresses.cloud)
  printRow(`SDK, ${total} documents`, ['median', 'bare echo', 'ratio'])
  for (const [name, operation] of Object.entries(operations)) {
    const once = (turn: number) => operation(database, idAt(scattered(turn, total)), turn)
    const exchange = await tapped(addresses.cloud, () => once(0))
    const [times, bare]: [number[], number[]] = [[], []]
    for (let turn = 1; turn <= WARM_UP + RUNS; turn++) {
      times.push(await timed(() => once(turn)))
      bare.push(await timed(() => echo(addresses.echo, exchange)))
    }
    const [ours, least] = [median(times.slice(WARM_UP)), median(bare.slice(WARM_UP))]
    printRow(name, [milliseconds(ours), milliseconds(least), ratio(ours, least)])
  }
  hangUp()
}
