/** A payment at the bank that pays a card of the plan, where a person says so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bringToBank, differenceSaid, type BringOptions } from '../../../core/actuals/bring-to-bank.ts'
import { cardDatesFor, cardPaidSaid, withCardsPaid, type BroughtBefore, type CardPaid } from '../../../core/actuals/card-payments.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { paidInFull, edited, match, paid, plan, rowId } from './plans.ts'

const visa = {
  id: rowId(7),
  name: 'Visa',
  kind: 'card' as const,
  balance_cents: -42_000,
  card: paidInFull(),
}
const groceries = { id: rowId(1), name: 'Internet', amount_cents: 3_000, due_date: '2026-03-02', account_id: visa.id }
const accounts = { '': null }

/** The plan brought to a day with what the main account's file tells, and what of it a person can say. */
function brought(base: Scenario, transactions: AccountTransaction[], date: string, more: Partial<BringOptions> = {}) {
  const balance = { date, amount_cents: 200_000 + transactions.reduce((sum, { amount_cents }) => sum + amount_cents, 0) }
  const options = { balance, transactions, accounts, ...more }
  const matched = match(base, transactions, date, { covered_until: date, accounts })
  const made = bringToBank(base, matched, options)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const before: BroughtBefore = { base, matched, options, said: [] }
  return { now: edited(base, made.edit), before }
}

const cardOf = (scenario: Scenario) => scenario.accounts.find(({ id }) => id === visa.id)!

function said(now: Scenario, before: BroughtBefore, one: AccountTransaction, scheduled_date: string | null): Scenario {
  const made = cardPaidSaid(now, before, paidBy(one, scheduled_date))
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return edited(now, made.edit)
}
const paidBy = (one: AccountTransaction, scheduled_date: string | null): CardPaid => ({
  card: { account_id: visa.id, scheduled_date },
  payment: { date: one.date, account_id: null, amount_cents: one.amount_cents },
  transactions: [one.id],
})

describe('a payment that is said to pay a card', () => {
  const base = plan({ bills: [groceries], accounts: [visa] })

  it('may be of the dates of each card that is paid from its account, the nearest first', () => {
    const at = { date: '2026-03-05', account_id: null, amount_cents: -40_000 }
    const dates = cardDatesFor(base, at)
    expect(dates).toEqual([
      { account_id: visa.id, scheduled_date: '2026-03-07' },
      { account_id: visa.id, scheduled_date: '2026-04-07' },
    ])
    expect(cardDatesFor(base, at, dates.slice(0, 1)).map((one) => one.scheduled_date)).toEqual(['2026-04-07'])
    expect(cardDatesFor(base, { ...at, amount_cents: 40_000 })).toEqual([])
    expect(cardDatesFor(base, { ...at, account_id: visa.id, amount_cents: 40_000 })).toHaveLength(2)
    const byHand = plan({ accounts: [{ ...visa, card: null }] })
    expect(cardDatesFor(byHand, at)).toEqual([{ account_id: visa.id, scheduled_date: null }])
  })

  it('leaves on the card what was not paid of it, settles its date, and is no longer told as not planned', () => {
    const row = paid(9, -40_000, 'THANK YOU PAYMENT')
    const { now, before } = brought(base, [row], '2026-03-15')
    expect(cardOf(now).balance_cents).toBe(-45_000)
    const after = said(now, before, row, '2026-03-07')
    expect(cardOf(after)).toMatchObject({
      balance_cents: -5_000,
      card: { statement_cents: 2_000 },
      exceptions: { '2026-03-07': { amount_cents: 40_000, rest: 'dropped' } },
    })
    expect(after).toMatchObject({ start_date: now.start_date, planning_balance_cents: now.planning_balance_cents })
    const told = differenceSaid(base, withCardsPaid(before.matched, [paidBy(row, '2026-03-07')]), new Map(), before.options)!
    expect(told).toMatchObject({ amount_cents: 2_000, unplanned_cents: 0, untold_cents: 0 })
    expect(told.items).toEqual([{ kind: 'amount', cents: 2_000, of: null, transactions: [row.id], account_id: visa.id }])
  })

  it('that came before its due date is not paid again on it', () => {
    const row = paid(5, -42_000, 'VISA AUTOPAY')
    const { now, before } = brought(base, [row], '2026-03-06')
    const due = (scenario: Scenario): [string, number][] =>
      paymentsAhead(projected(scenario, '2026-03-06', '2026-04-10'), '2026-03-06', '2026-04-10')
        .filter(({ collection, state }) => collection === 'accounts' && state === 'planned')
        .map(({ nominal_date, amount_cents }) => [nominal_date, amount_cents])
    expect(due(now)).toEqual([
      ['2026-03-07', 42_000],
      ['2026-04-07', 3_000],
    ])
    const after = said(now, before, row, '2026-03-07')
    expect(cardOf(after).balance_cents).toBe(-3_000)
    expect(due(after)).toEqual([['2026-04-07', 3_000]])
    const told = differenceSaid(base, withCardsPaid(before.matched, [paidBy(row, '2026-03-07')]), new Map(), before.options)!
    expect(told).toMatchObject({ earlier_or_later_cents: -42_000, unplanned_cents: 0, untold_cents: 0 })
  })

  it('is held against the planned payment of its own date, in whichever order two are said', () => {
    const march = { ...paid(8, -42_000, 'VISA AUTOPAY'), date: '2026-03-07' }
    const april = { ...paid(9, -3_000, 'VISA AUTOPAY'), date: '2026-04-07' }
    const [one, two] = [paidBy(march, '2026-03-07'), paidBy(april, '2026-04-07')]
    const toldOf = (rows: AccountTransaction[], words: CardPaid[]) => {
      const { before } = brought(base, rows, '2026-04-15')
      return differenceSaid(base, withCardsPaid(before.matched, words), new Map(), before.options)!
    }
    for (const words of [[], [one], [two], [one, two], [two, one]])
      expect([words.length, toldOf([march, april], words)]).toMatchObject([
        words.length,
        { amount_cents: 0, unplanned_cents: 0, untold_cents: 0 },
      ])
    const onlyApril = toldOf([april], [two])
    expect(onlyApril).toMatchObject({ amount_cents: 0, untold_cents: 0 })
    expect(onlyApril.items).toEqual([{ kind: 'transfer', cents: 42_000, of: null, transactions: [], account_id: visa.id }])
  })

  it('leaves a card as the bank has told it', () => {
    const row = paid(9, -40_000, 'THANK YOU PAYMENT')
    const { now, before } = brought(base, [row], '2026-03-15', { balances: [{ account_id: visa.id, amount_cents: -7_777 }] })
    expect(cardOf(said(now, before, row, '2026-03-07')).balance_cents).toBe(-7_777)
  })

  it('comes onto a card that nothing pays by itself', () => {
    const row = paid(9, -40_000, 'THANK YOU PAYMENT')
    const byHand = plan({ accounts: [{ ...visa, card: null }] })
    const { now, before } = brought(byHand, [row], '2026-03-15')
    const after = said(now, before, row, null)
    expect(cardOf(after).balance_cents).toBe(-2_000)
    expect(after.planning_balance_cents).toBe(now.planning_balance_cents)
  })

  it('found in the card’s own file leaves the main account once, on which no file tells anything', () => {
    const row = { ...paid(9, 40_000, 'PAYMENT THANK YOU'), account: 'card' }
    const options = {
      balance: null,
      transactions: [row],
      accounts: { card: visa.id },
      balances: [{ account_id: visa.id, amount_cents: -2_000 }],
    }
    const matched = match(base, [row], '2026-03-15', { accounts: options.accounts })
    const made = bringToBank(base, matched, options)
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const now = edited(base, made.edit)
    const one = { ...paidBy(row, '2026-03-07'), payment: { date: row.date, account_id: visa.id, amount_cents: 40_000 } }
    const edit = cardPaidSaid(now, { base, matched, options, said: [] }, one)
    if (!edit.ok) throw new Error(JSON.stringify(edit.problems))
    const after = edited(now, edit.edit)
    expect(after.planning_balance_cents).toBe(160_000)
    expect(cardOf(after)).toMatchObject({ balance_cents: -2_000, exceptions: { '2026-03-07': { rest: 'dropped' } } })
  })

  it('changes the card by what was paid less what the plan had counted, whatever is paid when, also of two that are said one after the other', () => {
    const day = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 2, max: 31 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (on, end, first, second) => {
          const other = { ...visa, id: rowId(8), name: 'Amex', card: { ...visa.card, due_day: 12 } }
          const both = plan({ bills: [groceries], accounts: [visa, other] })
          const until = `2026-03-${String(end).padStart(2, '0')}`
          const rows = [paid(Math.min(on, end), -first, 'CARD A'), paid(Math.min(on, end), -second, 'CARD B')]
          const { now, before } = brought(both, rows, until)
          const one = paidBy(rows[0]!, '2026-03-07')
          const two = { ...paidBy(rows[1]!, '2026-03-12'), card: { account_id: other.id, scheduled_date: '2026-03-12' } }
          const afterOne = cardPaidSaid(now, before, one)
          if (!afterOne.ok) throw new Error('one')
          const middle = edited(now, afterOne.edit)
          const afterTwo = cardPaidSaid(middle, { ...before, said: [one] }, two)
          if (!afterTwo.ok) throw new Error('two')
          const after = edited(middle, afterTwo.edit)
          // What came for none of its dates yet is owed still.
          const counted = (nth: number, due: string): number => (due < until && !now.accounts[nth]!.exceptions[due] ? 42_000 : 0)
          expect(after.accounts.map(({ balance_cents }, nth) => balance_cents - now.accounts[nth]!.balance_cents)).toEqual([
            first - counted(0, '2026-03-07'),
            second - counted(1, '2026-03-12'),
          ])
          expect(after.planning_balance_cents).toBe(now.planning_balance_cents)
          const told = differenceSaid(both, withCardsPaid(before.matched, [one, two]), new Map(), before.options)!
          expect(told.planned_cents + told.amount_cents + told.earlier_or_later_cents + told.missing_cents + told.unplanned_cents).toBe(
            told.balance_cents - told.untold_cents,
          )
          expect([told.unplanned_cents, told.untold_cents]).toEqual([0, 0])
        },
      ),
      { numRuns: runs(60) },
    )
  })
})
