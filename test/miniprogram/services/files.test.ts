import { CallError } from '../../../miniprogram/services/call-error'
import { uploadFile } from '../../../miniprogram/services/files'
import { installPlatformPhone } from '../../support/platform-phone'

type Ending = { fileID: string } | { errCode: number }

interface Given {
  cloudPath: string
  success: (result: { fileID: string }) => void
  fail: (failure: { errCode: number }) => void
}

let sent: string[] = []

/** A phone with a file of this size, whose uploads end like this, in turn; the last one stays. */
function phoneWith(bytes: number, ...endings: Ending[]): void {
  installPlatformPhone()
  sent = []
  const uploadOnce = ({ cloudPath, success, fail }: Given) => {
    sent.push(cloudPath)
    const ending = endings.length > 1 ? endings.shift() : endings[0]
    if (ending && 'fileID' in ending) success(ending)
    else fail(ending ?? { errCode: -1 })
    return { onProgressUpdate: () => undefined }
  }
  const getFileInfo = ({ success }: { success: (info: { size: number }) => void }) => {
    success({ size: bytes })
  }
  Object.assign(wx, { getFileSystemManager: () => ({ getFileInfo }) })
  Object.assign(wx.cloud, { uploadFile: uploadOnce })
}

const upload = (path = 'wxfile://tmp/a.PNG') =>
  uploadFile({ folder: 'me', purpose: 'proof', key: 'k1', path, mostBytes: 2 * 1024 * 1024 }).catch(
    (problem: unknown) => (problem instanceof CallError ? { code: problem.code, detail: problem.detail } : problem),
  )

test('a file lands in its own folder under its key, with its ending', async () => {
  phoneWith(100, { fileID: 'cloud://x' })
  expect([await upload(), sent]).toEqual(['cloud://x', ['me/proof/k1.png']])
})

test('what is too large never leaves the phone', async () => {
  phoneWith(2 * 1024 * 1024 + 1, { fileID: 'cloud://x' })
  expect([await upload(), sent]).toEqual([{ code: 'file-too-large', detail: { megabytes: 2 } }, []])
})

test('a lost network is tried again, into the same place', async () => {
  phoneWith(100, { errCode: -1 }, { errCode: -1 }, { fileID: 'cloud://x' })
  expect([await upload(), sent]).toEqual(['cloud://x', Array.from({ length: 3 }, () => 'me/proof/k1.png')])
})

test('a network that stays lost is said after three tries', async () => {
  phoneWith(100, { errCode: -1 })
  expect([await upload(), sent.length]).toEqual([{ code: 'network-lost', detail: {} }, 3])
})

test.each([
  ['of somebody else', -503002, 'file-not-yours'],
  ['that the platform finds too large', -403001, 'file-too-large'],
])('a file %s is not tried again', async (_name, errCode, code) => {
  phoneWith(100, { errCode })
  expect([await upload(), sent.length]).toMatchObject([{ code }, 1])
})
