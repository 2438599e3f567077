import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ExtraRoutes } from '../../../../local/cloud/http/server'
import type { Cloud } from '../../../../local/cloud/start-cloud'
import { buildInspector } from '../../../../local/inspect/build'
import { inspectRoutes } from '../../../../local/inspect/routes'
import { phoneRoutes } from '../../../../local/phone/routes'
import { root } from '../../../../scripts/paths'
import { send, sendJson } from '../../cloud/support/http-request'
import { startTestCloud } from '../../cloud/support/test-cloud'

/** A cloud in memory with the inspector, just built, at its side. */
export async function startInspected(): Promise<{ cloud: Cloud; stop: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'inspector-'))
  await buildInspector(outDir)
  const fonts = phoneRoutes({ outDir, nodeModulesRoot: join(root, 'node_modules') })
  let inspector: ExtraRoutes = () => false
  const cloud = await startTestCloud({
    functionsRoot: join(__dirname, '..', 'functions'),
    extraRoutes: (...asked) => inspector(...asked) || fonts(...asked),
  })
  inspector = inspectRoutes({ cloud, outDir })
  return {
    cloud,
    stop: async () => {
      await cloud.stop()
      rmSync(outDir, { recursive: true })
    },
  }
}

/** Uploads a file as the SDK does. */
export async function keepFile(cloud: Cloud, path: string, content: string): Promise<void> {
  const asked = await sendJson(`${cloud.url}/admin`, { action: 'storage.getUploadMetadata', path })
  const { url, authorization, token } = v.parse(Upload, asked).data
  const headers = { authorization, 'x-cos-security-token': token }
  expect((await send(url, { method: 'PUT', headers, body: content })).status).toBe(200)
}

const Upload = v.object({ data: v.object({ url: v.string(), authorization: v.string(), token: v.string() }) })

/** Without a dot or a quotation mark, so that it may be a field's name and is the same in JSON. */
export const STING = '<img src=x onerror=stung=1><script>stung=2</script>'
