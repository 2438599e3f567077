import * as v from 'valibot'
import { people } from '../../../miniprogram/contract/people'
import { units } from '../../../miniprogram/contract/units'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import { type DemoCloud, newKey, openIdOf } from '../../support/demo-cloud'
import { apply, confirmedUnit, handle, insist, startStage } from './stage'

let demo: DemoCloud & { reset: () => void }
beforeAll(async () => {
  demo = await startStage()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.reset()
})

const [ONE, TWO] = ['stranger-1', 'stranger-2']
const stored = (collection: string, query = {}) => demo.cloud.database.find(collection, query)
const withdraw = (persona: string, unit: string, key = newKey()) => demo.ask(persona, units.withdraw, { unit }, key)
const proofs = () => demo.cloud.files.list({ limit: 100 }).map(({ path }) => path)

async function applyWithProof(persona: string, name = '朔州市科技馆') {
  const path = `${openIdOf(persona)}/proof-of-withdrawal.jpg`
  const proof = await demo.upload(persona, path, 'a picture of a letter')
  const { id } = await apply(demo, persona, { name, proof: [proof] })
  return { id, path }
}

test('an application that is taken back is gone with its name, its proof and the text that waited', async () => {
  const name = `科技馆${VERDICT_MARKS.review}`
  const { id, path } = await applyWithProof(ONE, name)
  expect(proofs()).toContain(path)
  expect(stored('text_reviews')).toHaveLength(1)
  expect(await withdraw(ONE, id)).toBeNull()
  for (const collection of ['units', 'unit_names', 'text_reviews']) expect(stored(collection)).toEqual([])
  expect(proofs()).not.toContain(path)
  expect(await demo.ask(ONE, units.mine, {})).toBeNull()
  expect((await demo.ask(ONE, people.me, {})).profile?.unit).toBeNull()
  expect(await apply(demo, TWO, { name })).toMatchObject({ state: 'applied' })
})

test('it is on record with its region, without the name of anybody', async () => {
  const { id } = await applyWithProof(ONE)
  await withdraw(ONE, id)
  const records = v.parse(v.array(v.looseObject({ action: v.string() })), stored('audit_records'))
  expect(records).toMatchObject([
    { action: 'units.withdraw', actor: handle(ONE), region: '140600', subject: id, facts: { kind: 'museum-media' } },
  ])
})

test('whoever took one back can apply anew', async () => {
  const { id } = await applyWithProof(ONE)
  await withdraw(ONE, id)
  const again = await apply(demo, ONE)
  expect(again.state).toBe('applied')
  expect(again.id).not.toBe(id)
})

test('a confirmed unit is not taken back, and keeps its proof', async () => {
  const { id, path } = await applyWithProof(ONE)
  await demo.ask('shuozhou', units.confirm, { unit: id })
  expect(await demo.refusal(ONE, units.withdraw, { unit: id })).toBe('application-decided')
  expect(stored('units')).toMatchObject([{ _id: id, state: 'confirmed' }])
  expect(proofs()).toContain(path)
})

test('one that was turned down stays with the reason', async () => {
  const { id } = await applyWithProof(ONE)
  await demo.ask('shuozhou', units.close, { unit: id, reason: '证明看不清' })
  expect(await demo.refusal(ONE, units.withdraw, { unit: id })).toBe('application-decided')
  expect(await demo.ask(ONE, units.mine, {})).toMatchObject({ state: 'closed', reason: '证明看不清' })
})

test('nobody takes back what others applied for, nor learns that it is there', async () => {
  const { id } = await applyWithProof(ONE)
  await confirmedUnit(demo, TWO, { name: '别的单位' })
  for (const persona of [TWO, 'shuozhou', 'stranger-3']) {
    expect(await demo.refusal(persona, units.withdraw, { unit: id })).toBe('unit-unknown')
    expect(await demo.refusal(persona, units.withdraw, { unit: 'no-such-unit' })).toBe('unit-unknown')
  }
  expect(await demo.ask(ONE, units.mine, {})).toMatchObject({ id, state: 'applied' })
})

test('sent twice with one key it is taken back once, at once or later', async () => {
  const { id } = await applyWithProof(ONE)
  const key = newKey()
  const twice = [0, 1].map(() => insist(demo, ONE, 'units.withdraw', { unit: id }, key))
  expect(await Promise.all(twice)).toEqual(['ok', 'ok'])
  expect(await insist(demo, ONE, 'units.withdraw', { unit: id }, key)).toBe('ok')
  expect(stored('audit_records')).toHaveLength(1)
})

test('what was cut off before its files were gone is finished when it comes again', async () => {
  const { id, path } = await applyWithProof(ONE)
  const [unit] = stored('units')
  const key = newKey()
  await withdraw(ONE, id, key)
  await demo.upload(ONE, path, 'a picture of a letter')
  demo.cloud.database.insert('units', [{ ...unit, state: 'closed', members: 0, decidedWith: key }])
  await withdraw(ONE, id, key)
  expect(stored('units')).toEqual([])
  expect(proofs()).not.toContain(path)
})

test('taken back and confirmed at once it is one of the two', async () => {
  const { id } = await applyWithProof(ONE)
  const outcomes = await Promise.all([
    insist(demo, ONE, 'units.withdraw', { unit: id }),
    insist(demo, 'shuozhou', 'units.confirm', { unit: id }),
  ])
  expect([
    ['ok', 'unit-unknown'],
    ['ok', 'already-decided'],
    ['application-decided', 'ok'],
  ]).toContainEqual(outcomes)
  expect(stored('units', { state: 'confirmed' })).toHaveLength(outcomes[0] === 'ok' ? 0 : 1)
})
