/** Over generated moves, merges and edits at two places: what one side alone changed is never lost, what both changed is asked. */
import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import { localStore } from '../../web/services/localStore.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { bringPlans, previewPlans, readEverything, type ImportChoice } from '../../web/useCases/planFiles.ts'
import { runs } from '../core/runs.ts'
import { testClock } from './tabs.ts'

const valueOf = <T>(result: StoreResult<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const bills = ['Rent', 'Water'].map((name, nth) => ({ id: newId(), name, amount_cents: 1_000 * (nth + 1) }))
const names = ['Base', 'What if'] as const
type Name = (typeof names)[number]
type Place = 'here' | 'there'
const other = (place: Place): Place => (place === 'here' ? 'there' : 'here')

/**
 * An amount of a bill: the change that made it, and the changes it came after. Taken in the place of another one by choice, it came after
 * that as well, as a change of the person's.
 */
interface Amount {
  change: number
  cents: number
  after: ReadonlySet<number>
  chosen_over: ReadonlySet<number>
}
const started = (): Amount[] =>
  bills.map(({ amount_cents }, nth) => ({ change: -1 - nth, cents: amount_cents, after: new Set(), chosen_over: new Set() }))
const union = (...sets: ReadonlySet<number>[]): Set<number> => new Set(sets.flatMap((set) => [...set]))
const everything = ({ change, after, chosen_over }: Amount): Set<number> => union(new Set([change]), after, chosen_over)
const mayStandOver = (kept: Amount, left: Amount): boolean =>
  kept.cents === left.cents || kept.after.has(left.change) || kept.chosen_over.has(left.change)

const place = fc.constantFrom<Place>('here', 'there')
const name = fc.constantFrom<Name>(...names)
const choice = fc.constantFrom<ImportChoice>('mine', 'file')
const anEdit = { does: fc.constant('edit' as const), place, name, bill: fc.nat(1) }
const aMerge = { does: fc.constant('merge' as const), place, into: name, side: fc.constantFrom('mine' as const, 'theirs' as const) }
const broughtOver = { does: fc.constant('bring' as const), place, choices: fc.record({ Base: choice, 'What if': choice }) }
const action = fc.oneof(
  { arbitrary: fc.record(anEdit), weight: 4 },
  { arbitrary: fc.record(aMerge), weight: 2 },
  { arbitrary: fc.record(broughtOver), weight: 3 },
  { arbitrary: fc.record({ does: fc.constant('branch' as const) }), weight: 1 },
)
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

/** Two places, and what stands in the plans of each. */
function world() {
  const clock = testClock()
  const storeOf = (): PlanningStore => localStore({ records: memoryRecords(), clock, newId })
  const stores: Record<Place, PlanningStore> = { here: storeOf(), there: storeOf() }
  const plans: Record<Place, Partial<Record<Name, Amount[]>>> = { here: {}, there: {} }
  const ids: Partial<Record<Name, string>> = {}
  let changes = 0

  const bring = async (from: Place, choices: Record<Name, ImportChoice>): Promise<void> => {
    const to = other(from)
    const coming = await previewPlans(stores[to], valueOf(await readEverything(stores[from])), stores[from])
    const byId = Object.fromEntries(names.map((each) => [ids[each] ?? '', choices[each]]))
    const report = await bringPlans(stores[to], valueOf(coming), byId, undefined, stores[from])
    expect(report.failed).toEqual([])
    for (const each of names) {
      const [here, there] = [plans[from][each], plans[to][each]]
      const isSame = there?.every(({ change }, nth) => change === here?.[nth]!.change) ?? false
      const isNew = valueOf(coming).some(({ kind, scenario }) => kind === 'new' && scenario.id === ids[each])
      if (!here || (there && !isSame && !isNew && choices[each] === 'mine')) continue
      // The very same at both places is one plan: what was chosen at one of them is chosen.
      plans[to][each] = here.map((amount, nth) => ({
        ...amount,
        chosen_over: there ? union(amount.chosen_over, isSame ? there[nth]!.chosen_over : everything(there[nth]!)) : amount.chosen_over,
      }))
    }
  }

  const merge = async (at: Place, into: Name, side: 'mine' | 'theirs'): Promise<void> => {
    const from = into === 'Base' ? 'What if' : 'Base'
    const [mine, theirs] = [plans[at][into], plans[at][from]]
    if (!mine || !theirs) return
    const request = { from: ids[from]! }
    const { clashes } = valueOf(await stores[at].previewMerge(ids[into]!, request))
    const choices = Object.fromEntries(clashes.map(({ key }) => [key, side]))
    valueOf(await stores[at].mergeScenario(ids[into]!, { ...request, choices }))
    const after = valueOf(await stores[at].getScenario(ids[into]!)).bills
    plans[at][into] = mine.map((my, nth) => {
      const their = theirs[nth]!
      const isAsked = clashes.some(({ row_id }) => row_id === bills[nth]!.id)
      const isTheirs = after[nth]!.amount_cents === their.cents && (my.cents !== their.cents || their.after.has(my.change))
      const [kept, left] = isTheirs ? [their, my] : [my, their]
      if (!isAsked) expect(mayStandOver(kept, left), `${at}: ${from} into ${into} lost ${left.cents} for ${kept.cents}`).toBe(true)
      const chosen_over = isAsked ? everything(left) : left.chosen_over
      return { ...kept, after: union(kept.after, left.after, new Set([left.change])), chosen_over: union(kept.chosen_over, chosen_over) }
    })
  }

  const branch = async (): Promise<void> => {
    if (ids['What if']) return
    ids['What if'] = valueOf(await stores.here.branchScenario(ids.Base!, { name: 'What if' })).id
    plans.here['What if'] = plans.here.Base!
  }

  const edit = async ({ place: at, name: of, bill }: Extract<Action, { does: 'edit' }>): Promise<void> => {
    const amounts = plans[at][of]
    if (!amounts) return
    changes += 1
    const cents = 5_000 + changes
    const row = { id: bills[bill]!.id, amount_cents: cents }
    valueOf(await stores[at].applyEdit(ids[of]!, { type: 'put_row', collection: 'bills', row }))
    const before = amounts[bill]!
    const now: Amount = { change: changes, cents, after: union(before.after, new Set([before.change])), chosen_over: before.chosen_over }
    plans[at][of] = amounts.map((amount, nth) => (nth === bill ? now : amount))
  }

  return {
    start: async () => {
      ids.Base = valueOf(await stores.here.createScenario({ name: 'Base', bills })).id
      plans.here.Base = started()
    },
    act: async (each: Action): Promise<void> => {
      if (each.does === 'edit') await edit(each)
      else if (each.does === 'merge') await merge(each.place, each.into, each.side)
      else if (each.does === 'bring') await bring(each.place, each.choices)
      else await branch()
    },
  }
}

test('whatever is brought along, changed and merged at two places: a merge loses nothing of one side unasked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 24, size: 'max' }), async (actions) => {
      const { start, act } = world()
      await start()
      for (const each of actions) await act(each)
    }),
    { numRuns: runs(900) },
  )
}, 120_000)

/** A plan and its what-if here, and what a place has of both. */
async function places() {
  const clock = testClock()
  const storeOf = (): PlanningStore => localStore({ records: memoryRecords(), clock, newId })
  const [here, there] = [storeOf(), storeOf()]
  const base = valueOf(await here.createScenario({ name: 'Base', bills }))
  const price = async (store: PlanningStore, id: string, amounts: Record<number, number>): Promise<void> => {
    for (const [nth, amount_cents] of Object.entries(amounts)) {
      const row = { id: bills[Number(nth)]!.id, amount_cents }
      valueOf(await store.applyEdit(id, { type: 'put_row', collection: 'bills', row }))
    }
  }
  const between = async (from: PlanningStore, to: PlanningStore, choices: Record<string, ImportChoice>): Promise<void> => {
    const plans = valueOf(await previewPlans(to, valueOf(await readEverything(from)), from))
    expect((await bringPlans(to, plans, choices, undefined, from)).failed).toEqual([])
  }
  const bring = (choices: Record<string, ImportChoice> = {}): Promise<void> => between(here, there, choices)
  const bringBack = (choices: Record<string, ImportChoice>): Promise<void> => between(there, here, choices)
  const merged = async (into: string, from: string): Promise<number[]> => {
    valueOf(await there.mergeScenario(into, { from }))
    return valueOf(await there.getScenario(into)).bills.map(({ amount_cents }) => amount_cents)
  }
  return { here, there, base, price, bring, bringBack, merged }
}

test.each(['base into branch', 'branch into base'])(
  '%s: what the plan became here, and is not there, is kept as what the what-if made of it',
  async (direction) => {
    const { here, there, base, price, bring, merged } = await places()
    await bring()
    await price(here, base.id, { 1: 2_500 })
    await price(there, base.id, { 0: 1_100 })
    const branch = valueOf(await here.branchScenario(base.id, { name: 'What if' }))
    await bring()
    const [into, from] = direction === 'base into branch' ? [branch.id, base.id] : [base.id, branch.id]
    expect(await merged(into, from)).toEqual([1_100, 2_500])
  },
)

test.each([1_200, 1_000])('a what-if that was merged there and became %i here brings that over there, unasked', async (amount) => {
  const { here, base, price, bring, merged } = await places()
  const branch = valueOf(await here.branchScenario(base.id, { name: 'What if' }))
  await price(here, branch.id, { 0: 1_100 })
  await bring()
  expect(await merged(base.id, branch.id)).toEqual([1_100, 2_000])
  await price(here, branch.id, { 0: amount })
  await bring({ [branch.id]: 'file' })
  expect(await merged(base.id, branch.id)).toEqual([amount, 2_000])
})

test('a parent that never was what the what-if parted from has no past with it: a merge asks', async () => {
  const { here, there, base, price, bring } = await places()
  valueOf(await there.createScenario({ ...base, bills: [{ ...bills[0]!, amount_cents: 900 }, bills[1]!] }))
  const branch = valueOf(await here.branchScenario(base.id, { name: 'What if' }))
  await price(here, branch.id, { 1: 2_500 })
  await bring()
  expect(valueOf(await there.previewMerge(base.id, { from: branch.id }))).toMatchObject({ base: null, clashes: [{}, {}] })
})

test('a parent that was taken from there since the what-if parted never was what it parted from: a merge there asks', async () => {
  const { here, there, base, price, bring, bringBack } = await places()
  await bring()
  await price(here, base.id, { 0: 1_100 })
  const branch = valueOf(await here.branchScenario(base.id, { name: 'What if' }))
  await bringBack({ [base.id]: 'file' })
  await price(here, base.id, { 1: 2_500 })
  await bring()
  expect(valueOf(await there.previewMerge(base.id, { from: branch.id }))).toMatchObject({
    base: null,
    clashes: [{ mine: 1_100, theirs: 1_000 }],
  })
})
