import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

const NO_BROWSER =
  'No browser was found: install Chrome, Edge or Chromium, or set CHROME_PATH to one (the copy that npm brings runs on Linux x64 only).'

/** Chrome, Edge or Chromium as installed on this machine. */
function findInstalled(): string | undefined {
  const { PATH = '', ProgramFiles = '', LOCALAPPDATA = '' } = process.env
  const inPath = PATH.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  const windows = [ProgramFiles, process.env['ProgramFiles(x86)'] ?? '', LOCALAPPDATA]
    .filter(folder => folder !== '')
    .flatMap(folder => WINDOWS_PROGRAMS.map(program => join(folder, program)))
  const places: Partial<Record<NodeJS.Platform, string[]>> = { darwin: MAC_APPLICATIONS, win32: windows }
  return [...(places[process.platform] ?? []), ...inPath].find(file => existsSync(file))
}

function packageVersion(): string {
  const require = createRequire(__filename)
  const entry = require.resolve('@sparticuz/chromium')
  const text = readFileSync(join(dirname(entry), '../../package.json'), 'utf8')
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? ''
}

/**
 * Unpacks the Chromium that npm brings, once per version and user. The package unpacks into the temporary folder of its
 * process and takes a half-written file for a whole one, so a process of its own gets a folder of its own.
 */
async function unpack(): Promise<string> {
  const folder = join(tmpdir(), `yunkepu-chromium-${packageVersion()}-${process.getuid?.() ?? 'user'}`)
  if (existsSync(folder)) return folder
  const fresh = mkdtempSync(`${folder}-`)
  const work = `import('@sparticuz/chromium').then(found => found.default.executablePath())`
  const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  await promisify(execFile)(process.execPath, ['-e', work], { cwd: __dirname, env })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

async function launchPacked(): Promise<Browser> {
  const folder = await unpack()
  const executablePath = join(folder, 'chromium')
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const env = { ...process.env, ...fonts }
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS, env })
  } catch {
    // A bare machine has none of the libraries it wants; the package carries them.
    const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }
    return await chromium.launch({ executablePath, args: ARGUMENTS, env: { ...env, ...libraries } })
  }
}

/**
 * Starts a headless browser: CHROME_PATH, an installed one, or the one that npm brings, in this order.
 * @throws Error with one sentence that says what to do when there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const wished = process.env.CHROME_PATH ?? ''
  if (wished !== '' && !existsSync(wished)) throw new Error(`CHROME_PATH leads to no file: ${wished}`)
  if (wished !== '') return chromium.launch({ executablePath: wished, args: ARGUMENTS })
  const installed = findInstalled()
  const hasPacked = process.platform === 'linux' && process.arch === 'x64'
  if (installed !== undefined) {
    // On some systems the name in the path is only a hint to install it.
    const launched = chromium.launch({ executablePath: installed, args: ARGUMENTS })
    return hasPacked ? launched.catch(() => launchPacked()) : launched
  }
  if (!hasPacked) throw new Error(NO_BROWSER)
  return launchPacked().catch((cause: unknown) => {
    throw new Error(NO_BROWSER, { cause })
  })
}
