/** Accounts at the bank that were linked wrong and are linked right: the plan is what it would be, had they been right at once. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { withAnswers } from '../../../core/actuals/answers.ts'
import { hasFirstDay } from '../../../core/actuals/bank-balance.ts'
import { bringWithCards } from '../../../core/actuals/cards-sure.ts'
import { keepMatches, seenSince, standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import { heldAgainst, type HeldAccount, type Links } from '../../../core/actuals/linked.ts'
import { balancesToSay, linksChanged } from '../../../core/actuals/links-changed.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import { planDates } from '../../../core/actuals/plan-dates.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, evidence, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { seeded } from '../runs.ts'

const savings = { id: rowId(7), name: 'Savings', kind: 'savings' as const, balance_cents: 50_000 }
const row = (nth: number, name: string, amount_cents: number, due_date: string, more: object = {}) => ({
  id: rowId(nth),
  name,
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence(name.toUpperCase()),
  ...more,
})
const scenario = plan({
  bills: [
    row(1, 'Rent', 90_000, '2026-03-02'),
    row(2, 'Water', 4_100, '2026-03-06'),
    row(3, 'Vault', 1_500, '2026-03-04', { account_id: savings.id }),
  ],
  incomes: [row(4, 'Acme', 210_000, '2026-03-15')],
  transfers: [row(5, 'Put by', 20_000, '2026-03-09', { from_account_id: null, to_account_id: savings.id })],
  accounts: [savings],
})

const nothing: KeptOfPlan = { matches: [], seen: [], last: null }
interface Told {
  plan: Scenario
  kept: KeptOfPlan
}

/** As the Bank page does it. */
function brought({ plan: now, kept }: Told, held: readonly HeldAccount[], links: Links, today: string): Told {
  const { matches: earlier, seen: before } = standing(now, kept)
  const seen = new Set(before.map(({ id }) => id))
  const { transactions, main, accounts, covered_of, balance, balances } = heldAgainst(now, held, links, today, seen)
  const balance_has_first_day = balance !== null && hasFirstDay(now, main, balance)
  const covered = balance ? { covered_until: balance.date } : {}
  const matched = matchPayments(now, transactions, { today, accounts, earlier, seen, balance_has_first_day, covered_of, ...covered })
  const done = bringWithCards(now, matched, { balance, balances, transactions, accounts, seen, balance_has_first_day })
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  const next = edited(now, done.edit)
  const { known, asked } = withAnswers(matched, new Map())
  const until = next.start_date
  return {
    plan: next,
    kept: { matches: keepMatches(next, earlier, known.matches), seen: seenSince(transactions, asked, before, until), last: null },
  }
}

/** What leaves and comes, once a month each, a few days about its day, on the two accounts. */
function filesOf(seed: number): { held: HeldAccount[]; today: string } {
  const chance = chanceOf(seed)
  const days = chance.whole(3, 40)
  const until = addDays(start_date, days)
  const about = (date: string): string => addDays(date, chance.whole(-1, 1))
  const spent = (account: string, count: number) =>
    Array.from({ length: count }, () => paid(addDays(start_date, chance.whole(0, days)), -chance.whole(300, 9_000), 'KIOSK', { account }))
  const main = [
    paid(about('2026-03-02'), -90_000, 'RENT', { account: 'MAIN' }),
    paid(about('2026-03-06'), -4_100, 'WATER', { account: 'MAIN' }),
    paid(about('2026-03-15'), 210_000, 'ACME', { account: 'MAIN' }),
    paid('2026-03-09', -20_000, 'PUT BY', { account: 'MAIN' }),
    ...spent('MAIN', 4),
  ]
  // A household pays more than one water bill.
  const alike = chance.whole(0, 1) === 1 ? [paid(about('2026-03-06'), -4_100, 'WATER', { account: 'SAVE' })] : []
  const other = [
    paid('2026-03-04', -1_500, 'VAULT', { account: 'SAVE' }),
    paid('2026-03-09', 20_000, 'PUT BY', { account: 'SAVE' }),
    ...alike,
    ...spent('SAVE', 1),
  ]
  const account = (name: string, all: typeof main, balance_cents: number): HeldAccount => ({
    account: name,
    transactions: all.filter(({ date }) => date >= start_date && date <= until).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    balance_cents,
    balance_date: until,
  })
  return {
    held: [account('MAIN', main, chance.whole(50_000, 300_000)), account('SAVE', other, chance.whole(20_000, 90_000))],
    today: until,
  }
}

const right: Links = { MAIN: null, SAVE: savings.id }
const swapped: Links = { MAIN: savings.id, SAVE: null }

/** What a person sees: the day, what is on each account, and what of the dates is settled. */
const seenOf = ({ plan: now }: Told, today: string) => ({
  start_date: now.start_date,
  main: now.planning_balance_cents,
  accounts: now.accounts.map(({ id, balance_cents }) => [id, balance_cents]),
  dates: planDates(now, dayOf(start_date)!, dayOf(today)! + 20)
    .map(({ row: { id }, scheduled_date, state }) => `${id} ${scheduled_date} ${state}`)
    .toSorted(),
})

function changedTo(told: Told, held: readonly HeldAccount[], before: Links, after: Links): Told {
  const changed = linksChanged(told.plan, told.kept, { held, before, after }, { today: told.plan.start_date })
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems))
  return { plan: edited(told.plan, { type: 'batch', edits: changed.edits }), kept: changed.kept }
}

describe('two accounts that were taken for each other', () => {
  it('are the plan that it would be at once, over generated files', () => {
    for (let seed = 1; seed <= seeded(60); seed += 1) {
      const { held, today } = filesOf(seed)
      const wrong = brought({ plan: scenario, kept: nothing }, held, swapped, today)
      const mended = brought(changedTo(wrong, held, swapped, right), held, right, today)
      const atOnce = brought({ plan: scenario, kept: nothing }, held, right, today)
      expect(seenOf(mended, today), `seed ${seed}`).toEqual(seenOf(atOnce, today))
      // And taken back the other way, and once more.
      const again = brought(changedTo(mended, held, right, swapped), held, swapped, today)
      expect(seenOf(again, today), `seed ${seed}, taken back`).toEqual(seenOf(wrong, today))
    }
  })
})

describe('an account that turns out to be none of the plan’s', () => {
  const { held, today } = filesOf(7)
  const before: Links = { MAIN: null, SAVE: savings.id }
  it('leaves its balance to be said, where no other file tells it', () => {
    expect(balancesToSay(scenario, { held, before, after: { MAIN: null, SAVE: 'none' } })).toEqual([savings.id])
    expect(balancesToSay(scenario, { held, before, after: { MAIN: 'none', SAVE: null } })).toEqual([savings.id])
    expect(balancesToSay(scenario, { held, before, after: { MAIN: savings.id, SAVE: null } })).toEqual([])
  })
  it('settles nothing any more; what was due there before counts as planned, and no payment is noted of it', () => {
    const told = brought({ plan: scenario, kept: nothing }, held, before, today)
    const noted = (now: Scenario) => Object.values(now.bills.find(({ id }) => id === rowId(3))!.exceptions).flatMap((one) => one.paid ?? [])
    expect(noted(told.plan)).toHaveLength(1)
    const changed = changedTo(told, held, before, { MAIN: null, SAVE: 'none' })
    expect(noted(changed.plan)).toEqual([])
    expect(changed.plan.bills.filter(({ id }) => id !== rowId(3))).toEqual(told.plan.bills.filter(({ id }) => id !== rowId(3)))
    expect(planDates(changed.plan, dayOf('2026-03-04')!, dayOf('2026-03-05')!).filter(({ row: { id } }) => id === rowId(3))).toMatchObject([
      { state: 'settled' },
    ])
  })
})
