import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { packedBrowser } from './packed-browser'

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

async function launchPacked(): Promise<Browser> {
  const { executablePath, environment, libraries } = await packedBrowser()
  const env = { ...process.env, ...environment }
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS, env })
  } catch {
    // A bare machine has none of the libraries it wants; the package carries them.
    return await chromium.launch({ executablePath, args: ARGUMENTS, env: { ...env, LD_LIBRARY_PATH: libraries } })
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
