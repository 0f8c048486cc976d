/** API mode as a person lives it: browser tabs in front of the whole server, with a line that can be cut. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { settledDates } from '../../core/payments/part-payments.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { settle } from '../../core/payments/settling.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { keptFor } from '../../web/services/leftBehind.ts'
import { testBrowser, type Tab, type TestBrowser } from '../web/tabs.ts'
import { goodPassword } from './authApp.ts'
import { lineTo, type Line } from './browserPerson.ts'
import { planningApp, type PlanningApp } from './planningApp.ts'

let server: PlanningApp
let browser: TestBrowser
let line: Line
let tab: Tab
let people = 0

beforeAll(async () => void (server = await planningApp()))
afterAll(() => server.close())

const bill = (name: string, amount_cents = 1_000, id = newId()): ScenarioEdit & { row: { id: string } } => ({
  type: 'put_row',
  collection: 'bills',
  row: { id, name, amount_cents },
})
const change = (id: string, fields: { name?: string; amount_cents?: number }): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id, ...fields },
})
const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'
const waiting = (state: PlanningState): boolean => state.saveState.kind === 'waiting'
const billsOf = (state: PlanningState): string[] => state.scenario!.bills.map(({ name, amount_cents }) => `${name} ${amount_cents}`)
const newPerson = () => ({ email: `person${(people += 1)}@example.com`, password: goodPassword })

/** Another browser of the same person, with its own database and cookies. */
async function elsewhere(person: { email: string; password: string }): Promise<{ tab: Tab; line: Line }> {
  const here = globalThis.indexedDB
  const other = { line: lineTo(server), browser: testBrowser() }
  const opened = await other.browser.tab({ connection: other.line.connection })
  expect(await opened.actions.signIn(person)).toEqual([])
  globalThis.indexedDB = here
  return { tab: opened, line: other.line }
}

let person: { email: string; password: string }

beforeEach(async () => {
  person = newPerson()
  browser = testBrowser()
  line = lineTo(server)
  tab = await browser.tab({ connection: line.connection })
  expect(await tab.actions.signUp(person)).toEqual([])
  expect(await tab.actions.createScenario({ name: 'Base' })).toEqual([])
  return () => tab.close()
})

test('an edit shows at once, is saved on the server, and is there in another browser', async () => {
  expect(tab.actions.dispatch(bill('Rent', 95_000))).toEqual([])
  expect(billsOf(tab.state())).toEqual(['Rent 95000'])
  expect(tab.state().saveState).toEqual({ kind: 'saving' })
  await tab.until(saved)
  const other = await elsewhere(person)
  expect(other.tab.state()).toMatchObject({ mode: 'api', status: 'ready', account: { email: person.email } })
  expect(billsOf(other.tab.state())).toEqual(['Rent 95000'])
  await other.tab.close()
})

test('while the connection is down edits wait, survive a reload, and are sent in order when it is back', async () => {
  const rent = bill('Rent')
  tab.actions.dispatch(rent)
  await tab.until(saved)
  line.isUp = false
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 2_000 }))
  tab.actions.dispatch(bill('Phone'))
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 3_000 }))
  expect((await tab.until(waiting)).saveState).toEqual({ kind: 'waiting', edits: 3 })
  await tab.close()

  tab = await browser.tab({ connection: line.connection })
  expect(tab.state().scenarios.map(({ name }) => name)).toEqual(['Base'])
  expect(billsOf(tab.state())).toEqual(['Rent 3000', 'Phone 1000'])
  expect((await tab.until(waiting)).saveState).toEqual({ kind: 'waiting', edits: 3 })
  line.isUp = true
  await tab.until(saved)
  const { id } = tab.state().scenario!
  expect(await tab.service.getScenario(id)).toMatchObject({
    ok: true,
    value: { revision: 5, bills: [{ name: 'Rent', amount_cents: 3_000 }, { name: 'Phone' }] },
  })
})

test('an answer that is lost after the server stored the edit doubles nothing and asks nothing', async () => {
  const rent = bill('Rent')
  tab.actions.dispatch(rent)
  await tab.until(saved)
  line.loseAnswers = 1
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 2_000 }))
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 3_000 }))
  tab.actions.dispatch(bill('Phone'))
  const state = await tab.until(saved)
  expect(state.conflict).toBe(null)
  expect(billsOf(state)).toEqual(['Rent 3000', 'Phone 1000'])
  expect(await tab.service.getScenario(state.scenario!.id)).toMatchObject({ value: { revision: 5 } })
})

test('what others changed meanwhile merges by itself where it does not conflict', async () => {
  const [rent, phone] = [bill('Rent'), bill('Phone')]
  tab.actions.dispatch(rent)
  tab.actions.dispatch(phone)
  await tab.until(saved)
  const other = await elsewhere(person)
  line.isUp = false
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 2_000 }))
  await tab.until(waiting)
  other.tab.actions.dispatch(change(rent.row.id, { name: 'Rent and heating' }))
  other.tab.actions.dispatch(bill('Water'))
  await other.tab.until(saved)
  line.isUp = true
  const state = await tab.until(saved)
  expect(billsOf(state)).toEqual(['Rent and heating 2000', 'Phone 1000', 'Water 1000'])
  expect(state.conflict).toBe(null)

  // Undo takes back what was done here, and nothing of what others did.
  await tab.actions.undo()
  expect(billsOf(tab.state())).toEqual(['Rent and heating 1000', 'Phone 1000', 'Water 1000'])
  await tab.actions.redo()
  expect(billsOf(tab.state())).toEqual(['Rent and heating 2000', 'Phone 1000', 'Water 1000'])
  await other.tab.close()
})

test.each(['mine', 'theirs'] as const)('where both changed the same the person is asked, and %s is taken as chosen', async (choice) => {
  const rent = bill('Rent')
  tab.actions.dispatch(rent)
  await tab.until(saved)
  const other = await elsewhere(person)
  line.isUp = false
  tab.actions.dispatch(change(rent.row.id, { amount_cents: 2_000 }))
  tab.actions.dispatch(bill('Phone'))
  await tab.until(waiting)
  other.tab.actions.dispatch(change(rent.row.id, { amount_cents: 5_000 }))
  await other.tab.until(saved)
  line.isUp = true
  const { conflict, scenario } = await tab.until((state) => state.conflict !== null)
  expect(conflict).toMatchObject({
    scenario_id: scenario!.id,
    scenario_name: 'Base',
    clashes: [{ field: 'amount_cents', base: 1_000, mine: 2_000, theirs: 5_000 }],
  })
  // Nothing is lost while the question is open, and it is still open after a reload.
  expect(billsOf(tab.state())).toEqual(['Rent 2000', 'Phone 1000'])
  await tab.close()
  tab = await browser.tab({ connection: line.connection })
  await tab.until((state) => state.conflict !== null)

  await tab.actions.resolveConflict({ [conflict!.clashes[0]!.key]: choice })
  const state = await tab.until((now) => saved(now) && now.conflict === null)
  const rentNow = choice === 'mine' ? 'Rent 2000' : 'Rent 5000'
  expect(billsOf(state)).toEqual([rentNow, 'Phone 1000'])
  await other.tab.actions.reload()
  await other.tab.until((now) => billsOf(now).length === 2)
  expect(billsOf(other.tab.state())).toEqual([rentNow, 'Phone 1000'])
  await other.tab.close()
})

test('two devices without a connection mark different bills of one amount as paid: both are off the balance, and undo takes back one', async () => {
  const day = tab.state().scenario!.start_date
  const rows = ['Gym', 'Phone'].map((name) => ({ id: newId(), name, amount_cents: 50_00, due_date: day }))
  tab.actions.dispatch({
    type: 'batch',
    edits: [
      { type: 'set_fields', fields: { planning_balance_cents: 500_00 } },
      ...rows.map((row): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row })),
    ],
  })
  await tab.until(saved)
  const other = await elsewhere(person)
  const pay = ({ state, actions }: Tab, nth: number): void => {
    const scenario = state().scenario!
    const settled = settle(
      scenario,
      paymentsBetween(scenario, day, '2999-01-01').find(({ id }) => id === rows[nth]!.id)!,
      false,
    )
    if (!settled.ok) throw new Error(JSON.stringify(settled.problems))
    expect(actions.dispatch(settled.edit)).toEqual([])
  }
  line.isUp = false
  pay(tab, 0)
  await tab.until(waiting)
  pay(other.tab, 1)
  await other.tab.until(saved)
  line.isUp = true
  await tab.until((state) => saved(state) && state.scenario!.planning_balance_cents === 400_00)
  expect(tab.state().conflict).toBeNull()
  await tab.actions.undo()
  await tab.until((state) => saved(state) && state.scenario!.planning_balance_cents === 450_00)
  expect(tab.state().scenario!.bills.map((row) => settledDates(row).length)).toEqual([0, 1])
  await other.tab.close()
})

test('an edit the server refuses is taken back with the reason, and so is what stood on it; the rest stays', async () => {
  line.isUp = false
  const rent = bill('Rent')
  tab.actions.dispatch(rent)
  tab.actions.dispatch({ type: 'set_fields', fields: { name: 'Taken' } })
  tab.actions.dispatch(bill('Phone'))
  await tab.until(waiting)
  const other = await elsewhere(person)
  await other.tab.actions.createScenario({ name: 'Taken' })
  line.isUp = true
  const state = await tab.until(saved)
  expect(state.scenario!.name).toBe('Base')
  expect(billsOf(state)).toEqual(['Rent 1000', 'Phone 1000'])
  expect(state.notices).toMatchObject([{ tone: 'failure', text: expect.stringContaining('Another plan has this name') }])
  await tab.actions.undo()
  await tab.actions.undo()
  expect(billsOf(tab.state())).toEqual([])
  await other.tab.close()
})

test('a plan deleted elsewhere is not lost with its edits: it can be kept as a new one', async () => {
  tab.actions.dispatch(bill('Rent'))
  await tab.until(saved)
  const other = await elsewhere(person)
  line.isUp = false
  tab.actions.dispatch(bill('Phone'))
  await tab.until(waiting)
  await other.tab.actions.deleteScenario(tab.state().scenario!.id)
  line.isUp = true
  const { notices } = await tab.until((state) => state.notices.length > 0)
  expect(notices[0]!.text).toContain('“Base” was deleted elsewhere.')
  notices[0]!.action!.run()
  const state = await tab.until((now) => now.scenario !== null && saved(now))
  expect(billsOf(state)).toEqual(['Rent 1000', 'Phone 1000'])
  await other.tab.close()
})

test('edits of one account are neither shown nor sent under another, and are sent when it is back', async () => {
  const { id } = tab.state().scenario!
  const account_id = tab.state().account!.id
  line.isUp = false
  tab.actions.dispatch(bill('Private'))
  await tab.until(waiting)
  line.isUp = true
  line.cookies.clear()
  await tab.until((state) => state.saveState.kind === 'signed_out')
  expect(tab.state().saveState).toEqual({ kind: 'signed_out', edits: 1 })

  expect(await tab.actions.signUp(newPerson())).toEqual([])
  expect(tab.state()).toMatchObject({ scenarios: [], scenario: null, saveState: { kind: 'saved' } })
  line.sent.length = 0
  await tab.actions.createScenario({ name: 'Mine' })
  tab.actions.dispatch(bill('Other'))
  await tab.until(saved)
  expect(line.sent.filter((request) => request.includes(id))).toEqual([])
  expect((await keptFor(await tab.records(), account_id)).edits).toBe(1)
  expect(await tab.actions.signOut()).toEqual({ ok: true })
  expect(tab.state()).toMatchObject({ account: null, scenarios: [] })

  expect(await tab.actions.signIn(person)).toEqual([])
  const state = await tab.until((now) => saved(now) && now.scenario?.bills.length === 1)
  expect(billsOf(state)).toEqual(['Private 1000'])
})

test('another tab that still shows the account of before sends nothing once someone else has signed in', async () => {
  const other = await browser.tab({ connection: line.connection })
  await other.until((state) => state.scenario !== null)
  line.isUp = false
  other.actions.dispatch(bill('Private'))
  await other.until(waiting)
  const { id } = other.state().scenario!
  line.isUp = true
  line.cookies.clear()
  line.sent.length = 0
  expect(await tab.actions.signUp(newPerson())).toEqual([])
  const state = await other.until((now) => now.account?.email.startsWith('person') === true && now.account.email !== person.email)
  expect(state.scenario).toBe(null)
  expect(
    line.sent.filter((request) => request.startsWith('PUT') && request.includes(id) && !request.endsWith('without a session')),
  ).toEqual([])
  await other.close()
})

test('signing out asks first while edits wait; then it takes what the browser held along', async () => {
  line.isUp = false
  tab.actions.dispatch(bill('Rent'))
  await tab.until(waiting)
  expect(await tab.actions.signOut()).toEqual({ ok: false, kept: { edits: 1, bank_accounts: 0 } })
  expect(await tab.actions.signOut({ discard: true })).toMatchObject({ ok: false, problems: [{ code: 'connection_is_down' }] })
  expect(billsOf(tab.state())).toEqual(['Rent 1000'])
  line.isUp = true
  await tab.until(saved)
  const { id } = tab.state().account!
  expect(await tab.actions.signOut()).toEqual({ ok: true })
  const held = await (
    await tab.records()
  ).read(['held_scenarios', 'held_lists'], async (reading) => [
    ...(await reading.list('held_scenarios', [id])),
    ...(await reading.list('held_lists', [id])),
  ])
  expect(held).toEqual([])
})

test('two tabs of one account show the same and every edit arrives once', async () => {
  const other = await browser.tab({ connection: line.connection })
  await other.until((state) => state.scenario !== null)
  for (let nth = 0; nth < 10; nth += 1) {
    tab.actions.dispatch(bill(`Mine ${nth}`))
    other.actions.dispatch(bill(`Theirs ${nth}`))
  }
  const all = (state: PlanningState): boolean => state.scenario?.bills.length === 20 && saved(state)
  await Promise.all([tab.until(all), other.until(all)])
  expect(new Set(billsOf(tab.state()))).toEqual(new Set(billsOf(other.state())))
  expect(tab.state().conflict).toBe(null)
  expect(await tab.service.getScenario(tab.state().scenario!.id)).toMatchObject({ value: { revision: 21 } })
  await other.close()
})

test('the account is deleted with everything, also what this browser held', async () => {
  tab.actions.dispatch(bill('Rent'))
  await tab.until(saved)
  const { id } = tab.state().account!
  expect(await tab.actions.deleteAccount('not my password, is it')).toMatchObject([{ code: 'password_is_wrong' }])
  expect(await tab.actions.deleteAccount(person.password)).toEqual([])
  expect(tab.state()).toMatchObject({ account: null, scenarios: [], scenario: null })
  expect(await (await tab.records()).read(['held_scenarios'], (reading) => reading.list('held_scenarios', [id]))).toEqual([])
  expect(await tab.actions.signIn(person)).toMatchObject([{ code: 'email_or_password_is_wrong' }])
})
