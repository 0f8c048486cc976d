import { expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import type { Scenario } from '../../core/scenario.ts'
import { exportPlans, importPlans, previewImport, readEverything, type PlanFilesParts } from '../../web/useCases/planFiles.ts'
import { movePlans, listMoved, previewMove, removeMoved, type MovingParts } from '../../web/useCases/moving.ts'
import { bankMemory } from '../../web/services/bank/bankMemory.ts'
import { planMemory } from '../../web/services/bank/planMemory.ts'
import { localStore } from '../../web/services/localStore.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { localOwner } from '../../web/services/records/records.ts'
import type { PlanningStore } from '../../core/store.ts'
import { testBrowser, testClock, type Tab } from './tabs.ts'
import { problem } from '../../core/problem.ts'

const filesOf = (tab: Tab): PlanFilesParts => ({ planning: tab, service: tab.service })

async function exported(tab: Tab): Promise<string> {
  const text = await exportPlans(filesOf(tab))
  if (!text.ok) throw new Error(text.problems[0]!.says)
  return text.value
}

async function previewed(text: string, tab: Tab) {
  const plans = await previewImport(text, filesOf(tab))
  if (!plans.ok) throw new Error(plans.problems[0]!.says)
  return plans.value
}

const scenariosIn = (text: string): Scenario[] => (JSON.parse(text) as { scenarios: Scenario[] }).scenarios
const names = (tab: Tab): string[] => tab.state().scenarios.map(({ name }) => name)

async function tabWithPlans(): Promise<Tab> {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base', planning_balance_cents: 5_000 })
  await tab.actions.createSample()
  tab.actions.dispatch({ type: 'put_row', collection: 'bills', row: { id: newId(), name: 'Rent', amount_cents: 95_000 } })
  await tab.until((state) => state.saveState.kind === 'saved')
  return tab
}

test('what is exported and imported elsewhere is the same, and importing it again adds nothing', async () => {
  const tab = await tabWithPlans()
  const text = await exported(tab)
  const other = await testBrowser().tab()
  expect(await importPlans(await previewed(text, other), {}, filesOf(other))).toMatchObject({ taken: 2, left: 0, failed: [] })
  const withoutRevisions = (scenarios: Scenario[]) => scenarios.map(({ revision: _revision, ...scenario }) => scenario)
  expect(withoutRevisions(scenariosIn(await exported(other)))).toEqual(withoutRevisions(scenariosIn(text)))
  const again = await previewed(text, other)
  expect(again.map(({ kind }) => kind)).toEqual(['same', 'same'])
  expect(await importPlans(again, {}, filesOf(other))).toMatchObject({ taken: 0, left: 2 })
})

test.each([
  ['mine', ['Sample plan', 'Base'], 1],
  ['file', ['Sample plan', 'Base'], 0],
  ['both', ['Sample plan', 'Base', 'Base 2'], 1],
] as const)('a plan that differs from the file’s: %s', async (choice, expected, bills) => {
  const tab = await tabWithPlans()
  const text = await exported(tab)
  const base = tab.state().scenarios.find(({ name }) => name === 'Base')!
  await tab.actions.openScenario(base.id)
  tab.actions.dispatch({ type: 'put_row', collection: 'bills', row: { id: newId(), name: 'New since', amount_cents: 1 } })
  await tab.until((state) => state.saveState.kind === 'saved')
  for (let twice = 0; twice < 2; twice += 1) {
    const plans = await previewed(text, tab)
    expect((await importPlans(plans, { [base.id]: choice }, filesOf(tab))).failed).toEqual([])
    expect([...names(tab)].sort()).toEqual([...expected].sort())
  }
  expect(await tab.service.getScenario(base.id)).toMatchObject({ ok: true, value: { bills: { length: bills } } })
})

test('what repeats, comes in and is saved for goes along, and a branch stays a branch; kept twice it is a plan of its own', async () => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base' })
  const base = tab.state().scenario!
  const rent = {
    id: newId(),
    name: 'Rent',
    amount_cents: 95_000,
    due_date: '2026-03-31',
    schedule: { every: 1, unit: 'month' as const, on: [-1] },
    exceptions: { '2026-03-31': { rest: 'dropped' as const } },
  }
  tab.actions.dispatch({
    type: 'batch',
    edits: [
      { type: 'put_row', collection: 'bills', row: rent },
      { type: 'put_row', collection: 'incomes', row: { ...rent, name: 'Pay' } },
      { type: 'put_row', collection: 'goals', row: { id: newId(), name: 'Car', target_cents: 500_000 } },
      { type: 'put_row', collection: 'allocations', row: { id: newId(), target: 'goal:Car', kind: 'percent', value: 20, base: 'income' } },
      { type: 'set_fields', fields: { floor_cents: 5_000, opening_pots: [{ target: 'goal:Car', amount_cents: 7 }] } },
    ],
  })
  await tab.until((state) => state.saveState.kind === 'saved')
  const branch = await tab.service.branchScenario(base.id)
  if (!branch.ok) throw new Error(branch.problems[0]!.says)
  await tab.actions.reload()
  const text = await exported(tab)

  const other = await testBrowser().tab()
  expect(await importPlans(await previewed(text, other), {}, filesOf(other))).toMatchObject({ taken: 2, failed: [] })
  const here = await other.service.getScenario(branch.value.id)
  expect(here).toMatchObject({
    ok: true,
    value: {
      parent_id: base.id,
      parent_revision: null,
      floor_cents: 5_000,
      opening_pots: [{ amount_cents: 7 }],
      bills: [{ schedule: rent.schedule, exceptions: rent.exceptions }],
      incomes: [{ name: 'Pay' }],
      goals: [{ name: 'Car' }],
      allocations: [{ base: 'income' }],
    },
  })
  expect((await previewed(text, other)).map(({ kind }) => kind)).toEqual(['same', 'same'])

  await other.service.applyEdit(branch.value.id, { type: 'set_fields', fields: { floor_cents: 0 } })
  await importPlans(await previewed(text, other), { [branch.value.id]: 'both' }, filesOf(other))
  const copy = other.state().scenarios.find(({ name }) => name === 'Base 2 2')
  expect(copy).toMatchObject({ parent_id: null, floor_cents: 5_000 })
})

test('a plan deleted here comes back from the file with the file’s content', async () => {
  const tab = await tabWithPlans()
  const text = await exported(tab)
  const { id } = tab.state().scenario!
  await tab.actions.deleteScenario(id)
  expect(await importPlans(await previewed(text, tab), {}, filesOf(tab))).toMatchObject({ taken: 1, left: 1, failed: [] })
  expect(scenariosIn(await exported(tab)).map(({ id: there, bills }) => [there, bills.length])).toEqual(
    scenariosIn(text).map(({ id: there, bills }) => [there, bills.length]),
  )
})

test('a file that is none, or of a newer version, is refused with a sentence', async () => {
  const tab = await testBrowser().tab()
  expect(await previewImport('{}', filesOf(tab))).toMatchObject({ ok: false, problems: [{ code: 'file_is_not_a_plan_file' }] })
  expect(await previewImport('{"format":"pynance-planning","version":99}', filesOf(tab))).toMatchObject({
    ok: false,
    problems: [{ code: 'file_is_from_a_newer_version' }],
  })
})

/** A device with two plans, and a server that may break off. */
async function moving(): Promise<{ tab: Tab; parts: MovingParts; breakAfter: (writes: number) => void }> {
  const tab = await tabWithPlans()
  let writesLeft = Infinity
  const there = localStore({ records: memoryRecords(), clock: testClock(), newId })
  const server: PlanningStore = {
    ...there,
    createScenario: async (scenario) =>
      (writesLeft -= 1) >= 0 ? there.createScenario(scenario) : { ok: false, problems: [problem('connection_is_down', '')] },
  }
  return {
    tab,
    parts: { environment: await tab.service.environment(), server, account_id: 'ana' },
    breakAfter: (writes) => (writesLeft = writes),
  }
}

async function preview(direction: 'to_server' | 'to_device', parts: MovingParts) {
  const seen = await previewMove(direction, parts)
  if (!seen.ok) throw new Error(seen.problems[0]!.says)
  return seen.value
}

test('moving to the server, broken off and run twice, adds nothing twice and keeps the local plans until all is there', async () => {
  const { tab, parts, breakAfter } = await moving()
  const first = await preview('to_server', parts)
  expect(first.plans.map(({ kind }) => kind)).toEqual(['new', 'new'])
  breakAfter(1)
  expect(await movePlans('to_server', first.plans, {}, undefined, parts)).toMatchObject({
    taken: 1,
    failed: [{ problems: [{ code: 'connection_is_down' }] }],
  })
  expect(await removeMoved(parts)).toEqual({ ok: true, value: 1 })
  expect(await tab.service.listScenarios()).toMatchObject({ value: { length: 1 } })

  breakAfter(Infinity)
  const second = await preview('to_server', parts)
  expect(await movePlans('to_server', second.plans, {}, undefined, parts)).toMatchObject({ taken: 1, failed: [] })
  expect(await movePlans('to_server', second.plans, {}, undefined, parts)).toMatchObject({ failed: [] })
  const there = await readEverything(parts.server)
  expect(there.ok && there.value.map(({ name }) => name)).toEqual(['Sample plan', 'Base'])
  expect(await preview('to_server', parts)).toEqual({ plans: [], moved_before: 1 })
})

test('what banks told of moved plans goes along in this browser, once, and leaves the device with its last plan', async () => {
  const { parts } = await moving()
  const { records } = parts.environment
  const [here, there] = [bankMemory(records, localOwner), bankMemory(records, 'ana')]
  const paid = (id: string, date: string) => ({ id, date, amount_cents: -1_000, payee: 'Shop', memo: '', kind: null })
  const transactions = ['2026-03-01', '2026-03-02'].map((date, nth) => paid(`t${nth}`, date))
  const told = { account: 'DE01', currency: 'USD', transactions, balance_cents: 5_000, balance_date: '2026-03-02' }
  await here.keep([told], 'USD', { shape: 'csv', file_name: 'march.csv' })
  await here.rememberAnswers('csv', { day_first: true } as never)
  const { plans } = await preview('to_server', parts)
  const id = plans[0]!.scenario.id
  const matched = { links: { DE01: null }, matches: [], seen: [{ id: 't0', until: '2026-03-02' }], last: null }
  await planMemory(records, localOwner).keepOfPlan({ ...matched, owner: localOwner, scenario_id: id })
  for (const _ of [1, 2]) await movePlans('to_server', plans, {}, undefined, parts)
  expect(await there.accounts()).toMatchObject([{ account: 'DE01', transactions, balance_cents: 5_000, file_name: 'march.csv' }])
  expect(await there.answersFor('csv')).toEqual({ day_first: true })
  expect(await planMemory(records, 'ana').ofPlan({ id, parent_id: null })).toMatchObject(matched)
  expect(await here.accounts()).toHaveLength(1)
  await here.keep([{ ...told, transactions: [paid('t2', '2026-03-03')] }], 'USD')
  expect(await removeMoved(parts)).toEqual({ ok: true, value: 2 })
  expect(await here.accounts()).toEqual([])
  expect((await there.accounts())[0]!.transactions).toHaveLength(3)
})

test('a plan that clashes by name comes under a name with a number', async () => {
  const { parts } = await moving()
  await parts.server.createScenario({ name: 'Base' })
  const { plans } = await preview('to_server', parts)
  expect(plans.find(({ scenario }) => scenario.name === 'Base')).toMatchObject({ kind: 'new', name: 'Base 2' })
  expect(await movePlans('to_server', plans, {}, undefined, parts)).toMatchObject({ taken: 2, failed: [] })
  const there = await parts.server.listScenarios()
  expect(there.ok && there.value.map(({ name }) => name).sort()).toEqual(['Base', 'Base 2', 'Sample plan'])
})

test('moved plans stay on the device; one that changes afterwards is no longer counted as moved', async () => {
  const { tab, parts } = await moving()
  const { plans } = await preview('to_server', parts)
  await movePlans('to_server', plans, {}, undefined, parts)
  expect(await listMoved(parts)).toMatchObject({ value: { length: 2 } })
  tab.actions.dispatch({ type: 'set_fields', fields: { planning_balance_cents: 1 } })
  await tab.until((state) => state.saveState.kind === 'saved')
  expect(await preview('to_server', parts)).toMatchObject({ plans: [{ kind: 'differs' }], moved_before: 1 })
  expect(await removeMoved(parts)).toEqual({ ok: true, value: 1 })
})

test('what was moved to another account, or is off the server since, is neither told to be there nor taken off the device', async () => {
  const { tab, parts } = await moving()
  const { plans } = await preview('to_server', parts)
  await movePlans('to_server', plans, {}, undefined, parts)
  const elsewhere: MovingParts = { ...parts, account_id: 'ben', server: (await moving()).parts.server }
  expect(await listMoved(elsewhere)).toEqual({ ok: true, value: [] })
  expect(await removeMoved(elsewhere)).toEqual({ ok: true, value: 0 })
  const [gone] = plans
  await parts.server.deleteScenario(gone!.scenario.id)
  expect(await listMoved(parts)).toMatchObject({ value: { length: 1 } })
  expect(await preview('to_server', parts)).toMatchObject({ plans: [{ scenario: { id: gone!.scenario.id } }], moved_before: 1 })
  expect(await removeMoved(parts)).toEqual({ ok: true, value: 1 })
  expect(await tab.service.listScenarios()).toMatchObject({ value: [{ id: gone!.scenario.id }] })
})

test('a plan that came as a copy beside another counts as moved by the id that it has there', async () => {
  const { tab, parts } = await moving()
  const first = await preview('to_server', parts)
  await movePlans('to_server', first.plans, {}, undefined, parts)
  tab.actions.dispatch({ type: 'set_fields', fields: { planning_balance_cents: 1 } })
  await tab.until((state) => state.saveState.kind === 'saved')
  const { plans } = await preview('to_server', parts)
  await movePlans('to_server', plans, { [plans[0]!.scenario.id]: 'both' }, undefined, parts)
  expect(await preview('to_server', parts)).toEqual({ plans: [], moved_before: 2 })
  await parts.server.deleteScenario(plans[0]!.scenario.id)
  expect(await listMoved(parts)).toMatchObject({ value: { length: 2 } })
})

test('back to this device: a copy comes along, and the server keeps its own', async () => {
  const { tab, parts } = await moving()
  await parts.server.createScenario({ name: 'From the server', bills: [{ id: newId(), name: 'Rent', amount_cents: 3 }] })
  const { plans } = await preview('to_device', parts)
  expect(await movePlans('to_device', plans, {}, undefined, parts)).toMatchObject({ taken: 1, failed: [] })
  await tab.actions.reload()
  expect(names(tab)).toContain('From the server')
  expect(await parts.server.listScenarios()).toMatchObject({ value: { length: 1 } })
})
