import { isClear } from '../../../core/prediction/inbox.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { ownLedger } from '../../../bench/prediction/ownLedger.ts'
import { predictBills } from '../../../core/prediction/predictBills.ts'
import { evidenceOf, rowOf, type Proposal } from '../../../core/prediction/proposal.ts'
import { dismissal, reconcile } from '../../../core/prediction/reconcile.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { at, blank, ids } from '../arbitraries.ts'
import { manyRuns } from '../runs.ts'

const proposal = (fields: Partial<Proposal> = {}): Proposal => ({
  direction: 'out',
  account: '',
  payee: 'video club',
  name: 'Video Club',
  amount_cents: 1_299,
  amount_low_cents: 1_299,
  amount_high_cents: 1_299,
  schedule: { every: 1, unit: 'month' },
  exceptions: {},
  due_date: '2026-04-05',
  confidence: 0.97,
  state: 'steady',
  transaction_ids: ['a', 'b', 'c'],
  first_date: '2026-01-05',
  last_date: '2026-03-05',
  missed: [],
  price_changes: [],
  ...fields,
})

function planWith(...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(blank(), { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}
const bill = (nth: number, row: object): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: ids[nth]!, name: 'Something', amount_cents: 1, ...row },
})
const kinds = (proposals: Proposal[], plan: Scenario): string[] => reconcile(proposals, plan).map((found) => found.kind)

describe('a proposal', () => {
  it('is new to a plan that knows nothing of it', () => {
    expect(kinds([proposal()], planWith(bill(0, { name: 'Rent', amount_cents: 90_000, due_date: '2026-04-01' })))).toEqual(['new'])
  })

  it('that was accepted is in the plan, and as a row it is a sound predicted bill with its evidence', () => {
    const plan = planWith(bill(0, rowOf(proposal())))
    expect(plan.bills[0]).toMatchObject({ predicted: true, evidence: { payee: 'video club', charges: 3 }, amount_low_cents: null })
    expect(reconcile([proposal()], plan)).toMatchObject([{ kind: 'known', fields: {} }])
  })

  it("updates what was accepted: a price that rose, a day that moved; never the person's own name", () => {
    const plan = planWith(bill(0, { ...rowOf(proposal()), name: 'Films', category: 'Fun' }))
    const [found] = reconcile(
      [proposal({ amount_cents: 1_499, amount_low_cents: 1_499, amount_high_cents: 1_499, due_date: '2026-04-20' })],
      plan,
    )
    expect(found).toMatchObject({ kind: 'known', fields: { amount_cents: 1_499, due_date: '2026-04-20' } })
    expect(found && 'fields' in found && Object.keys(found.fields).sort()).toEqual(['amount_cents', 'due_date'])
  })

  it("stays away once dismissed, also when its price moves, and its payee's other one does not", () => {
    const other = proposal({ amount_cents: 4_900, amount_low_cents: 4_900, amount_high_cents: 4_900 })
    const plan = planWith({ type: 'set_fields', fields: { dismissed: [dismissal(proposal())] } })
    expect(kinds([proposal({ amount_cents: 1_399, amount_low_cents: 1_399, amount_high_cents: 1_399 }), other], plan)).toEqual([
      'dismissed',
      'new',
    ])
    expect(kinds([proposal({ direction: 'in' })], plan)).toEqual(['new'])
  })

  it("that a row of the person's own covers is offered to be linked, by its name or by amount and days", () => {
    const byName = planWith(
      bill(0, { name: 'video subscription', amount_cents: 1_200, due_date: '2026-04-28', schedule: { every: 1, unit: 'month' } }),
    )
    expect(reconcile([proposal()], byName)).toMatchObject([{ kind: 'covered', because: 'name' }])
    const byDays = planWith(bill(0, { name: 'Films', amount_cents: 1_299, due_date: '2026-04-04', schedule: { every: 1, unit: 'month' } }))
    expect(reconcile([proposal()], byDays)).toMatchObject([{ kind: 'covered', because: 'amount_and_dates' }])
    const byRhythm = planWith(
      bill(0, { name: 'Films', amount_cents: 1_299, due_date: '2026-04-20', schedule: { every: 1, unit: 'month' } }),
    )
    expect(reconcile([proposal()], byRhythm)).toMatchObject([{ kind: 'covered', because: 'amount_and_rhythm' }])
    const neither = planWith(
      bill(0, { name: 'Films', amount_cents: 1_450, due_date: '2026-04-20', schedule: { every: 1, unit: 'month' } }),
      bill(1, { name: 'Car', amount_cents: 1_299, due_date: '2026-04-20', schedule: { every: 1, unit: 'year' } }),
    )
    expect(kinds([proposal()], neither)).toEqual(['new'])
  })

  it('is never new where a row of any name falls on its days at about its amount: accepting all would double it', () => {
    const units = ['week', 'month', 'year'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 500, max: 400_000 }),
        fc.integer({ min: -18, max: 18 }),
        fc.integer({ min: -3, max: 3 }),
        fc.boolean(),
        fc.constantFrom('out', 'in'),
        (unit, every, amount, percent, shift, isPredicted, direction) => {
          const one = proposal({
            direction: direction as 'out' | 'in',
            amount_cents: amount,
            amount_low_cents: amount,
            amount_high_cents: amount,
            schedule: { every, unit },
            due_date: '2026-04-10',
          })
          const row = {
            name: 'Other words',
            amount_cents: Math.trunc((amount * (100 + percent)) / 100),
            due_date: addDays('2026-04-10', shift),
            schedule: { every, unit },
            ...(isPredicted && { predicted: true, evidence: { ...evidenceOf(one), payee: 'renamed since' } }),
          }
          const plan = planWith({ type: 'put_row', collection: direction === 'out' ? 'bills' : 'incomes', row: { id: ids[0]!, ...row } })
          expect(kinds([one], plan)).toEqual(['covered'])
        },
      ),
      { numRuns: manyRuns(2_000) },
    )
  })

  it('of each month is asked about where the plan holds one date of it', () => {
    const plan = planWith(bill(0, { name: 'Films', amount_cents: 1_299, due_date: '2026-05-06' }))
    expect(reconcile([proposal()], plan)).toMatchObject([{ kind: 'covered', because: 'amount_and_dates' }])
  })

  it('falls on no day of everyday spending, which has none: the bill of its day is offered', () => {
    const power = proposal({
      payee: 'city power light',
      name: 'City Power Light',
      amount_cents: 9_615,
      amount_low_cents: 8_740,
      amount_high_cents: 11_280,
      due_date: '2026-12-15',
    })
    const spread = bill(0, {
      name: 'Everyday spending',
      amount_cents: 9_500,
      due_date: '2026-11-29',
      schedule: { every: 1, unit: 'week' },
      spread: true,
    })
    const electricity = bill(1, {
      name: 'Electricity',
      amount_cents: 10_000,
      amount_low_cents: 8_000,
      amount_high_cents: 12_000,
      due_date: '2026-12-15',
      schedule: { every: 1, unit: 'month' },
    })
    expect(reconcile([power], planWith(spread, electricity))).toMatchObject([
      { kind: 'covered', row: { name: 'Electricity' }, because: 'amount_and_dates' },
    ])
    expect(kinds([power], planWith(spread))).toEqual(['new'])
  })
  it('is held against transfers, and what goes to an account of the plan is no bill', () => {
    const row = (collection: 'accounts' | 'transfers', nth: number, fields: object): ScenarioEdit => ({
      type: 'put_row',
      collection,
      row: { id: ids[nth]!, ...fields } as never,
    })
    const card = {
      closing_day: 3,
      due_day: 7,
      shift: null,
      paid_from_account_id: null,
      pays: 'statement',
      minimum_percent: 0,
      minimum_cents: 0,
      fixed_cents: 0,
      statement_cents: null,
    }
    const plan = planWith(
      row('accounts', 0, { name: 'Visa', kind: 'card', balance_cents: -41_260, card }),
      row('accounts', 1, { name: 'Car loan', kind: 'loan', balance_cents: -845_000 }),
      row('accounts', 2, { name: 'Savings', kind: 'savings', balance_cents: 320_000 }),
      row('transfers', 3, {
        name: 'Car loan payment',
        amount_cents: 26_500,
        due_date: '2026-04-10',
        schedule: { every: 1, unit: 'month' },
        to_account_id: ids[1]!,
      }),
    )
    const charge = (name: string, amount_cents: number, due_date: string): Proposal =>
      proposal({ payee: name.toLowerCase(), name, amount_cents, amount_low_cents: amount_cents, amount_high_cents: amount_cents, due_date })
    const [loan, visa, savings] = [
      charge('Autobank Car Loan', 26_500, '2026-04-10'),
      charge('Visa Card Payment', 39_990, '2026-04-07'),
      charge('To Savings', 150_000, '2026-04-20'),
    ]
    expect(reconcile([loan, visa, savings, proposal()], plan)).toMatchObject([
      { kind: 'covered', row: { name: 'Car loan payment' } },
      { kind: 'moved', account: { name: 'Visa' }, by_itself: true },
      { kind: 'moved', account: { name: 'Savings' }, by_itself: false },
      { kind: 'new' },
    ])
    // The bank's words say it where nothing of them is left in the name; a shop's say nothing.
    const thanks = { ...charge('Thank You', 19_844, '2026-04-07'), transaction_ids: ['jan', 'feb', 'mar'] }
    const paidAs = (payee: string): Map<string, AccountTransaction> =>
      new Map(
        ['jan', 'feb', 'mar'].map((id, month) => [
          id,
          { id, date: `2026-0${month + 1}-07`, amount_cents: -19_844 - month, payee, memo: '' },
        ]),
      )
    expect(reconcile([thanks], plan, paidAs('VISA CARD PAYMENT THANK YOU'))).toMatchObject([
      { kind: 'moved', account: { name: 'Visa' }, by_itself: true },
    ])
    // What goes to savings by these words goes to the only such account, whatever it is called.
    const piggy = planWith(row('accounts', 2, { name: 'Piggy bank', kind: 'savings', balance_cents: 320_000 }))
    const words = paidAs('TRANSFER TO SAVINGS 7741')
    expect(reconcile([thanks], piggy, words)).toMatchObject([{ kind: 'moved', account: { name: 'Piggy bank' }, by_itself: false }])
    const several = planWith(
      row('accounts', 2, { name: 'Piggy bank', kind: 'savings', balance_cents: 320_000 }),
      row('accounts', 3, { name: 'Rainy day', kind: 'savings', balance_cents: 0 }),
    )
    // Which of several it is, or where there is none, is for a person to say: it is told that it goes there.
    for (const other of [several, planWith()]) {
      const found = reconcile([thanks], other, words)
      expect(found).toMatchObject([{ kind: 'new', goes_to: 'savings' }])
      // So it is not taken as a bill among others at one press.
      expect(found.filter(isClear)).toEqual([])
      expect(reconcile([thanks], other, paidAs('THANK YOU FLOWERS')).filter(isClear)).toHaveLength(1)
    }
    expect(reconcile([thanks], piggy, paidAs('TO SAV'))).toMatchObject([{ kind: 'moved', account: { name: 'Piggy bank' } }])
    expect(reconcile([thanks], plan, paidAs('THANK YOU FLOWERS'))).toEqual([{ kind: 'new', proposal: thanks }])
    expect(reconcile([thanks], planWith(), paidAs('VISA CARD PAYMENT THANK YOU'))).toMatchObject([{ kind: 'new' }])
    const linked = planWith(
      row('accounts', 1, { name: 'Car loan', kind: 'loan', balance_cents: -845_000 }),
      row('transfers', 3, { ...rowOf(loan), name: 'Instalment', to_account_id: ids[1]! }),
    )
    expect(reconcile([loan], linked)).toMatchObject([{ kind: 'known', row: { name: 'Instalment' }, fields: {} }])
  })
  it('that was linked is known from then on', () => {
    const plan = planWith(
      bill(0, {
        name: 'Films',
        amount_cents: 1_299,
        due_date: '2026-04-05',
        schedule: { every: 1, unit: 'month' },
        evidence: evidenceOf(proposal()),
      }),
    )
    expect(reconcile([proposal()], plan)).toMatchObject([{ kind: 'known', fields: {} }])
  })

  it('takes one row, and a row one proposal: two subscriptions of one payee stay two', () => {
    const [cheap, dear] = [
      proposal(),
      proposal({ amount_cents: 4_900, amount_low_cents: 4_900, amount_high_cents: 4_900, due_date: '2026-04-18' }),
    ]
    const plan = planWith(bill(0, rowOf(dear)), bill(1, rowOf(cheap)))
    const found = reconcile([cheap, dear], plan)
    expect(found.map((one) => ('row' in one ? one.row.id : null))).toEqual([ids[1], ids[0]])
    expect(kinds([cheap, dear], planWith(bill(0, rowOf(dear))))).toEqual(['new', 'known'])
  })

  it("that was dismissed takes one proposal with it, the nearest, not its payee's other one at a like price", () => {
    const [cheap, dear] = [
      proposal({ amount_cents: 299, amount_low_cents: 299, amount_high_cents: 299 }),
      proposal({ amount_cents: 349, amount_low_cents: 349, amount_high_cents: 349, due_date: '2026-04-19' }),
    ]
    const plan = planWith({ type: 'set_fields', fields: { dismissed: [dismissal(dear)] } })
    expect(kinds([cheap, dear], plan)).toEqual(['new', 'dismissed'])
    expect(kinds([dear, cheap], plan)).toEqual(['dismissed', 'new'])
  })

  it("at the price of its payee's other one keeps to the row that pays on its days", () => {
    const [early, late] = [proposal({ due_date: '2026-04-04' }), proposal({ due_date: '2026-04-19' })]
    const plan = planWith(bill(0, rowOf(late)), bill(1, rowOf(early)))
    for (const found of reconcile([early, late], plan)) expect(found).toMatchObject({ kind: 'known', fields: {} })
  })

  it('of a whole household, once accepted, is found again in a newer file and never doubled', () => {
    const { transactions } = ownLedger(42, 1)
    const earlier = predictBills(transactions, '2025-10-01').filter(({ state }) => state !== 'lapsed')
    const rows = earlier.map((one, nth): ScenarioEdit => ({
      type: 'put_row',
      collection: one.direction === 'out' ? 'bills' : 'incomes',
      row: { ...rowOf(one), id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}` },
    }))
    const plan = planWith(...rows)
    expect(reconcile(earlier, plan).every((found) => found.kind === 'known' && Object.keys(found.fields).length === 0)).toBe(true)
    const later = reconcile(predictBills(transactions, '2025-12-31'), plan)
    const known = later.flatMap((found) => (found.kind === 'known' ? [found.row.id] : []))
    expect(new Set(known).size).toBe(known.length)
    expect(known.length).toBeGreaterThanOrEqual(earlier.length - 1)
    expect(later.filter(({ kind }) => kind === 'covered')).toEqual([])
  })
})
