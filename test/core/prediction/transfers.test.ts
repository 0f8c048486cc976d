/** What repeats between a person's own accounts is a transfer of the plan: told once, on both accounts, and neither bill nor income. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import { addDays, dateOf, dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { predictRepeats, type AccountTransaction } from '../../../core/prediction/predictBills.ts'
import { rowOf, type Proposal } from '../../../core/prediction/proposal.ts'
import { reconcile } from '../../../core/prediction/reconcile.ts'
import { onTheirWay } from '../../../core/prediction/transfers.ts'
import { accountByDay } from '../../../core/projection/figures/accounts.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { occurrences } from '../../../core/schedule/schedule.ts'
import { putRow } from '../../../core/store.ts'
import { accountOf, cardOf } from '../accountPlans.ts'
import { blank, grown } from '../arbitraries.ts'
import { projected } from '../projectionPlans.ts'
import { seeded } from '../runs.ts'
import { today } from './charges.ts'

const savings = accountOf(0, 'savings', 100_000)
const card = accountOf(1, 'card', 0)
const plan = (accounts = [savings, card]): Scenario => ({ ...blank(), start_date: today, planning_balance_cents: 300_000, accounts })
const links: Links = { 'at the bank': null, saved: savings.id, card: card.id }

interface Household {
  rows: AccountTransaction[]
  saved_cents: number
}

/** A year and more of pay, rent, a standing order to savings, and a card that is paid each month, whatever it comes to. */
function household(seed: number): Household {
  const chance = chanceOf(seed * 101)
  const end = dayOf(today)!
  const rows: AccountTransaction[] = []
  const add = (day: number, amount_cents: number, payee: string, account: string): void =>
    void (day <= end && rows.push({ id: String(rows.length), date: dateOf(day), amount_cents, payee, memo: '', account }))
  const saved_cents = chance.whole(5, 80) * 1_000
  const [pays, rents, saves, days] = [chance.whole(0, 4), chance.whole(5, 9), chance.whole(10, 14), chance.oneOf([0, 0, 1, 2])]
  for (let month = monthOf(end) - chance.whole(7, 18); month <= monthOf(end); month += 1) {
    const first = firstOfMonth(month)
    add(first + pays, 260_000, 'ACME PAYROLL', 'at the bank')
    add(first + rents, -91_500, 'HOUSING COMPANY', 'at the bank')
    add(first + saves, -saved_cents, 'STANDING ORDER J MILLER', 'at the bank')
    add(first + saves + days, saved_cents, 'J MILLER', 'saved')
    const bought = chance.whole(20_000, 60_000) + chance.whole(0, 99)
    add(first + 3, -bought, 'GROCER', 'card')
    add(first + 16, -bought, 'CARD CENTER', 'at the bank')
    add(first + 16 + days, bought, 'RECEIVED WITH THANKS', 'card')
  }
  return { rows: rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), saved_cents }
}

const found = ({ rows }: Household, scenario: Scenario, known: Links = links) => {
  const { proposals, transfers } = predictRepeats(rows, today)
  return reconcile(onTheirWay([...proposals, ...transfers], known, scenario.accounts), scenario)
}
const payeeOf = ({ rows }: Household, { transaction_ids }: Proposal): string => rows.find(({ id }) => id === transaction_ids[0])!.payee
const told = (home: Household, scenario: Scenario, known?: Links): string[] =>
  found(home, scenario, known)
    .filter(({ proposal }) => proposal.account === 'at the bank')
    .map((one) => `${one.kind} ${payeeOf(home, one.proposal)}${one.kind === 'moved' ? ` ${one.account.name}` : ''}`)
    .sort()

function taken(household: Household, scenario: Scenario): Scenario {
  return found(household, scenario).reduce(
    (after, { kind, proposal }, nth) =>
      kind === 'moved'
        ? grown(after, [putRow('transfers', { ...rowOf(proposal), ...proposal.way, id: `00000000-0000-4000-8000-70000000000${nth}` })])
        : after,
    scenario,
  )
}

describe('what repeats between own accounts', () => {
  it('is a transfer to each account that was read, taken once, and moves on both what the bank moves', () => {
    for (let seed = 1; seed <= seeded(60); seed += 1) {
      const home = household(seed)
      expect(told(home, plan()), `seed ${seed}`).toEqual([
        'moved CARD CENTER card 1',
        'moved STANDING ORDER J MILLER savings 0',
        'new ACME PAYROLL',
        'new HOUSING COMPANY',
      ])
      const after = taken(home, plan())
      const saving = after.transfers.find(({ to_account_id }) => to_account_id === savings.id)!
      expect([saving.amount_cents, saving.from_account_id], `seed ${seed}`).toEqual([home.saved_cents, null])
      const until = addDays(today, 120)
      const dates = occurrences(saving, today, until).length
      const projection = projected(after, today, until)
      const last = dayOf(until)! - projection.start_day - 1
      expect(accountByDay(projection, savings.id)![last], `seed ${seed}`).toBe(100_000 + dates * home.saved_cents)
      expect(told(home, after), `seed ${seed}`).toEqual(
        ['known CARD CENTER', 'known STANDING ORDER J MILLER', 'new ACME PAYROLL', 'new HOUSING COMPANY'].sort(),
      )
    }
  })
  it('is left out where it is not said which account of the plan one is, or it is none', () => {
    const home = household(1)
    for (const known of [{} as Links, { 'at the bank': null }, { 'at the bank': null, saved: 'none', card: 'none' }])
      expect(told(home, plan(), known)).toEqual(['new ACME PAYROLL', 'new HOUSING COMPANY'])
  })
  it('needs no word where the plan pays the card by itself, on whichever days; from another account it does', () => {
    const home = household(1)
    const isByItself = (fields: Parameters<typeof cardOf>[0]): unknown => {
      const scenario = plan([savings, accountOf(1, 'card', 0, { card: cardOf(fields) })])
      const moved = found(home, scenario).find(({ proposal }) => payeeOf(home, proposal) === 'CARD CENTER')
      return moved?.kind === 'moved' && moved.by_itself
    }
    expect([isByItself({ due_day: 17 }), isByItself({ due_day: 28 }), isByItself({ paid_from_account_id: savings.id })]).toEqual([
      true,
      true,
      false,
    ])
  })
  it('goes from the account it is on, also to the main one', () => {
    const [end, rows] = [dayOf(today)!, [] as AccountTransaction[]]
    for (let month = monthOf(end) - 9; month <= monthOf(end); month += 1) {
      const date = dateOf(firstOfMonth(month) + 9)
      rows.push({ id: `o${month}`, date, amount_cents: -40_000, payee: 'HOUSEKEEPING', memo: '', account: 'saved' })
      rows.push({ id: `i${month}`, date, amount_cents: 40_000, payee: 'FROM SAVINGS', memo: '', account: 'at the bank' })
    }
    const all = found({ rows, saved_cents: 0 }, plan())
    expect(all.map(({ kind, proposal }) => [kind, proposal.way])).toEqual([['moved', { from_account_id: savings.id, to_account_id: null }]])
  })
})
