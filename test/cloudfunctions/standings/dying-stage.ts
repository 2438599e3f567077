import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { MINUTE } from '../../../miniprogram/contract/time'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import type { personOf } from './stage'

/** More writes than any run makes. */
export const ALL = 10_000

export const SCHOOL = { id: 'school', name: '朔州市第二中学' }

/** A cloud whose roll-up can be made to die after so many writes. */
export function setDyingStage(people: readonly ReturnType<typeof personOf>[]) {
  let demo: DemoCloud | undefined
  let folder = ''
  let minutes = 1
  const standing = (): Cloud => {
    if (!demo) throw new Error('the stage is not set yet')
    return demo.cloud
  }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standings-'))
    const entry = join(__dirname, 'doors', 'dying.ts')
    buildSync({ entryPoints: [entry], outfile: join(folder, 'dying', 'index.js'), bundle: true, platform: 'node' })
    demo = await startDemoCloud({ functionsRoot: folder })
    standing().database.insert('people', people)
  })
  afterAll(async () => {
    await standing().stop()
    rmSync(folder, { recursive: true })
  })

  return {
    get cloud() {
      return standing()
    },
    /** Runs the roll-up, a little later each time, so that a run that died is known to be over. */
    async run(afterWrites: number): Promise<'done' | 'died'> {
      minutes += 2
      standing().clock.freeze(demoMoment + minutes * MINUTE)
      const answer = await standing().call(null, 'dying', { afterWrites })
      return 'result' in answer ? 'done' : 'died'
    },
  }
}
