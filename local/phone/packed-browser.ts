import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export interface PackedBrowser {
  executablePath: string
  /** What its process needs to know on any machine. */
  environment: Record<string, string>
  /** Where the libraries lie that it carries for machines without them. */
  libraries: string
}

function packageVersion(): string {
  const require = createRequire(__filename)
  const entry = require.resolve('@sparticuz/chromium')
  const text = readFileSync(join(dirname(entry), '../../package.json'), 'utf8')
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? ''
}

/**
 * Form controls are drawn in a system font, and a browser that finds none at all crashes: so the one font that the package
 * carries is always among those of the machine.
 */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

/**
 * Unpacks the Chromium that npm brings, once per version and user. The package unpacks into the temporary folder of its
 * process and takes a half-written file for a whole one, so a process of its own gets a folder of its own.
 */
async function unpackInto(folder: string): Promise<void> {
  const fresh = mkdtempSync(`${folder}-`)
  const work = `import('@sparticuz/chromium').then(found => found.default.executablePath())`
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  await promisify(execFile)(process.execPath, ['-e', work], { cwd: __dirname, env })
  writeFileSync(join(fresh, 'fonts.conf'), fontsOf(folder))
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

export async function packedBrowser(): Promise<PackedBrowser> {
  const folder = join(tmpdir(), `yunkepu-chromium-${packageVersion()}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    environment: { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    libraries: join(folder, 'al2023/lib'),
  }
}
