import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { root } from '../../../scripts/paths'

const manifestSchema = v.object({ collections: v.array(v.object({ name: v.string() })) })

const names = v
  .parse(manifestSchema, JSON.parse(readFileSync(join(root, 'dist', 'manifest.json'), 'utf8')))
  .collections.map(({ name }) => name)

const documentsIn = (cloud: Cloud): string[] =>
  names.flatMap(name => cloud.database.find(name).map(document => `${name} ${JSON.stringify(document)}`))

const filesIn = (cloud: Cloud): string[] =>
  cloud.files.list({ limit: 10_000 }).map(file => `file ${file.path} ${cloud.files.readAll(file).toString('latin1')}`)

/** Every document of every collection and every stored file, one text each, beginning with where it lies. */
export const everythingIn = (cloud: Cloud): string[] => [...documentsIn(cloud), ...filesIn(cloud)]
