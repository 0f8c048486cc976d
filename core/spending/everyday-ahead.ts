/**
 * What moves without a bill's date, told for the days ahead: draws once a month, what comes in without a rhythm, and the everyday spending that is left. Each as a
 * row that a person can accept, change or leave.
 */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { BankTransaction } from '../prediction/history.ts'
import { rowOf, type Proposal } from '../prediction/proposal.ts'
import type { BillInput } from '../scenario.ts'
import { occurrences } from '../schedule/schedule.ts'
import { drawsOf, sumDrawn, type Draw } from './draws.ts'
import { estimateSpending, type EstimatedSpending } from './estimate-spending.ts'
import { looseIncome, type LooseIncome } from './loose-income.ts'

export interface EverydayAsked {
  /** The person's day, YYYY-MM-DD, and the day from which on all payments are known. */
  today: string
  from: string
  /** What is on the account on the morning of `today`, minor units; null: not known, then no sum follows it. */
  balance_cents: number | null
}

export interface DrawAhead {
  draw: Draw
  /** Without its name, which is the screen's. */
  bill: Omit<BillInput, 'name' | 'category'>
}

export interface EverydayAhead {
  draws: DrawAhead[]
  income: LooseIncome | null
  spending: EstimatedSpending | null
}

/** `transactions`: all of one account, or of accounts that are looked at as one; `proposals`: what was found in them and goes on. */
export function everydayAhead(transactions: readonly BankTransaction[], proposals: readonly Proposal[], { today, from, balance_cents }: EverydayAsked): EverydayAhead {
  const known = transactions.filter(({ date }) => date < today)
  const explained = new Set(proposals.flatMap(({ transaction_ids }) => transaction_ids))
  const unplanned = known.filter(({ id }) => !explained.has(id))
  const balanceBefore = balance_cents === null ? null : balancesOf(known, balance_cents, dayOf(today)!)
  const draws = drawsOf(unplanned, { from: dayOf(from)!, until: dayOf(today)!, balanceBefore })
  const drawn = new Set(draws.flatMap(({ transaction_ids }) => transaction_ids))
  const spending = estimateSpending(unplanned.filter(({ id }) => !drawn.has(id)), { today, from, until: today })
  const income = looseIncome(unplanned.filter(({ amount_cents }) => amount_cents > 0), today, from)
  const weekly_cents = (income?.weekly_cents ?? 0) - (spending?.weekly_cents ?? 0)
  return { draws: withSums(draws, proposals, { today, balance_cents, weekly_cents }), income, spending }
}

/** What was on the account before each day's payments, counted back from the balance of a day. */
function balancesOf(transactions: readonly BankTransaction[], balance_cents: number, until: number): (day: number) => number {
  const moved = new Map<number, number>()
  for (const { date, amount_cents } of transactions) {
    const day = dayOf(date)
    if (day !== null) moved.set(day, (moved.get(day) ?? 0) + amount_cents)
  }
  const before = new Map<number, number>()
  let balance = balance_cents
  const first = [...moved.keys()].reduce((least, day) => Math.min(least, day), until)
  for (let day = until - 1; day >= first; day -= 1) before.set(day, (balance -= moved.get(day) ?? 0))
  return (day) => before.get(day) ?? balance
}

const days_told = 92

/** Day by day: what comes by the proposals, an even part of the week, and of what is there then the draws. */
function withSums(draws: readonly Draw[], proposals: readonly Proposal[], { today, balance_cents, weekly_cents }: { today: string; balance_cents: number | null; weekly_cents: number }): DrawAhead[] {
  const until = addDays(today, days_told)
  const planned = new Map<string, number>()
  for (const proposal of proposals) {
    const row = rowOf(proposal)
    for (const { date, amount_cents } of occurrences(row, today, until)) {
      const cents = amount_cents ?? row.amount_cents
      planned.set(date, (planned.get(date) ?? 0) + (proposal.direction === 'in' ? cents : -cents))
    }
  }
  const sums = draws.map(() => new Map<number, number>())
  let balance = balance_cents ?? 0
  for (let day = dayOf(today)!, end = dayOf(until)!; day < end; day += 1) {
    const before = balance
    draws.forEach((draw, nth) => {
      if (!draw.days.includes(day)) return
      const cents = sumDrawn(draw, before)
      sums[nth]!.set(day, cents)
      balance -= cents
    })
    balance += (planned.get(dateOf(day)) ?? 0) + Math.round(weekly_cents / 7)
  }
  return draws.map((draw, nth) => ({ draw, bill: billOf(draw, sums[nth]!) }))
}

function billOf(draw: Draw, sums: ReadonlyMap<number, number>): DrawAhead['bill'] {
  const { amount_cents, low_cents, high_cents, follows, schedule, days, payee, transaction_ids, first_date, last_date } = draw
  const next = sums.get(days[0]!) ?? amount_cents
  const [low, high] = follows ? [Math.max(0, next - follows.apart_cents), next + follows.apart_cents] : [low_cents, high_cents]
  const exceptions = follows ? Object.fromEntries([...sums].slice(1).map(([day, cents]) => [dateOf(day), { amount_cents: cents }])) : {}
  const evidence = { payee: `draw ${payee}`, confidence: 0.9, charges: transaction_ids.length, first_date, last_date }
  return { amount_cents: next, amount_low_cents: Math.min(low, next), amount_high_cents: Math.max(high, next), due_date: dateOf(days[0]!), schedule, exceptions, predicted: true, evidence }
}
