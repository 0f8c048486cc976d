/** Plans brought along between a device and the server keep where a branch and its parent parted, on a real PostgreSQL. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import { apiStore } from '../../web/services/apiStore.ts'
import { localStore } from '../../web/services/localStore.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { movePlans, previewMove, type Direction, type MovingParts } from '../../web/useCases/moving.ts'
import { testBrowser, testClock } from '../web/tabs.ts'
import { origin } from './authApp.ts'
import { planningApp, type PlanningApp } from './planningApp.ts'

let server: PlanningApp
beforeAll(async () => void (server = await planningApp()))
afterAll(() => server.close())

/** A device and an account, both with nothing. */
async function places(): Promise<{ parts: MovingParts; device: PlanningStore; account: PlanningStore }> {
  const { cookie, user_id } = await server.person()
  const fetch: typeof globalThis.fetch = async (input, init) => server.app.request(new Request(input as string, init))
  const tab = await testBrowser().tab()
  const environment = { ...(await tab.service.environment()), records: memoryRecords(), clock: testClock(), newId }
  const account = apiStore({ base_url: origin, headers: { cookie, origin }, fetch })
  return { parts: { environment, server: account, account_id: user_id }, device: localStore(environment), account }
}

const valueOf = <T>(result: StoreResult<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const bills = ['Rent', 'Water', 'Phone', 'Gym'].map((name, nth) => ({ id: newId(), name, amount_cents: 1_000 * (nth + 1) }))
const priced = (nth: number, amount_cents: number): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: bills[nth]!.id, amount_cents },
})

/** A plan and a what-if of it that both went on since. */
async function branched(store: PlanningStore, before: (base: Scenario) => Promise<unknown> = async () => null) {
  const base = valueOf(await store.createScenario({ name: 'Base', planning_balance_cents: 100_000, bills }))
  const branch = valueOf(await store.branchScenario(base.id, { name: 'What if' }))
  await before(branch)
  for (const edit of [priced(0, 1_100), priced(1, 2_200)]) valueOf(await store.applyEdit(branch.id, edit))
  valueOf(await store.applyEdit(base.id, priced(2, 3_300)))
  return { base, branch }
}

async function bring(direction: Direction, parts: MovingParts) {
  const { plans } = valueOf(await previewMove(direction, parts))
  return movePlans(direction, plans, {}, undefined, parts)
}

test.each(['to_server', 'to_device'] as const)(
  '%s: a what-if keeps the state at which it parted, and a merge asks nothing',
  async (direction) => {
    const { parts, device, account } = await places()
    const [from, to] = direction === 'to_server' ? [device, account] : [account, device]
    const { base, branch } = await branched(from)
    const here = valueOf(await from.previewMerge(base.id, { from: branch.id }))
    expect(here.clashes).toEqual([])
    expect(await bring(direction, parts)).toMatchObject({ taken: 2, failed: [] })
    const there = valueOf(await to.previewMerge(base.id, { from: branch.id }))
    expect(there.clashes).toEqual([])
    expect(there.base?.bills.map(({ amount_cents }) => amount_cents)).toEqual([1_000, 2_000, 3_000, 4_000])
    valueOf(await to.mergeScenario(base.id, { from: branch.id }))
    expect(valueOf(await to.getScenario(base.id)).bills.map(({ amount_cents }) => amount_cents)).toEqual([1_100, 2_200, 3_300, 4_000])
    // And back again, where both are already.
    expect(valueOf(await to.previewMerge(branch.id, { from: base.id })).clashes).toEqual([])
  },
)

test('a what-if that was merged once and went on keeps what was brought over as its past', async () => {
  const { parts, device, account } = await places()
  const { base, branch } = await branched(device)
  valueOf(await device.mergeScenario(base.id, { from: branch.id }))
  valueOf(await device.applyEdit(branch.id, priced(3, 4_400)))
  valueOf(await device.applyEdit(base.id, priced(0, 1_200)))
  expect(await bring('to_server', parts)).toMatchObject({ taken: 2, failed: [] })
  const there = valueOf(await account.previewMerge(base.id, { from: branch.id }))
  expect(there.clashes).toEqual([])
  valueOf(await account.mergeScenario(base.id, { from: branch.id }))
  expect(valueOf(await account.getScenario(base.id)).bills.map(({ amount_cents }) => amount_cents)).toEqual([1_200, 2_200, 3_300, 4_400])
})

test('what both sides changed since they parted is asked there as here, and no more', async () => {
  const { parts, device, account } = await places()
  const { base, branch } = await branched(device, async ({ id }) => device.applyEdit(id, priced(2, 3_900)))
  const asked = valueOf(await device.previewMerge(base.id, { from: branch.id })).clashes
  expect(asked).toHaveLength(1)
  expect(await bring('to_server', parts)).toMatchObject({ taken: 2, failed: [] })
  expect(valueOf(await account.previewMerge(base.id, { from: branch.id })).clashes).toHaveLength(1)
})

test('a connection that breaks between the two steps leaves a plan that goes on when they are brought again', async () => {
  const { parts, device, account } = await places()
  const { base, branch } = await branched(device)
  const broken: PlanningStore = { ...account, applyEdit: async () => ({ ok: false, problems: [problem('connection_is_down', '')] }) }
  const first = await bring('to_server', { ...parts, server: broken })
  expect(first).toMatchObject({ taken: 1, failed: [{ name: 'What if' }] })
  const again = valueOf(await previewMove('to_server', parts))
  expect(again.plans.map(({ kind }) => kind)).toEqual(['new'])
  expect(await movePlans('to_server', again.plans, {}, undefined, parts)).toMatchObject({ taken: 1, failed: [] })
  expect(valueOf(await account.previewMerge(base.id, { from: branch.id })).clashes).toEqual([])
  expect(valueOf(await account.listScenarios())).toHaveLength(2)
})
