import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../../../..')

export const FIXTURE = join(__dirname, '../fixture')
export const NODE_MODULES = join(root, 'node_modules')
export const BUILT_FIXTURE = join(root, 'dist', 'phone-fixture')
export const WARNINGS = 'warnings.json'
