import { join } from 'node:path'

export const root = join(__dirname, '..', '..')

/** Where the mini-program stands as plain JavaScript for the component tests. */
export const simulatedRoot = join(root, 'dist', 'simulated')
