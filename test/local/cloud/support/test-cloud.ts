import { join } from 'node:path'
import type { CloudOptions } from '../../../../local/cloud/cloud-options'
import { type Cloud, startCloud } from '../../../../local/cloud/start-cloud'

const HERE = join(__dirname, '..')
const MANIFEST = join(HERE, 'manifest.json')
const FUNCTIONS = join(HERE, 'functions')

const PERSONAS = [
  { id: 'li', openId: 'oLiHua', unionId: 'uLiHua', name: '李华', note: '学生' },
  { id: 'wang', openId: 'oWangFang', name: '王芳', note: '评委' },
]

const optionsForTest = (changes: Partial<CloudOptions> = {}): CloudOptions => ({
  functionsRoot: FUNCTIONS,
  manifestFile: MANIFEST,
  dataRoot: 'memory',
  personas: PERSONAS,
  secrets: { PAPER_SECRET: 'only for tests' },
  ...changes,
})

export const startTestCloud = (changes: Partial<CloudOptions> = {}): Promise<Cloud> =>
  startCloud(optionsForTest(changes))
