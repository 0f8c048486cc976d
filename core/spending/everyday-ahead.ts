/**
 * What moves without a bill's date, told for the days ahead: draws once a month, what comes in without a rhythm, and the everyday spending
 * that is left. Each as a row that a person can accept, change or leave.
 */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import { rowOf, type Proposal } from '../prediction/proposal.ts'
import type { Bill, BillInput, Dismissed, Scenario } from '../scenario.ts'
import { occurrences } from '../schedule/schedule.ts'
import { drawsOf, sumDrawn, type Draw } from './draws.ts'
import { estimateSpending, type EstimatedSpending } from './estimate-spending.ts'
import { goneBack } from './going-back.ts'
import { looseIncome, type LooseIncome } from './loose-income.ts'
import { everydayKindOf } from './spending-words.ts'

export interface EverydayAsked {
  /** The person's day, YYYY-MM-DD; it and what comes later is not looked at. */
  today: string
  /** The first day and the day after the last of which all payments are known; without them those of the transactions. */
  from?: string
  until?: string
  /** What is on the account on the morning of `until`, minor units; null: not known, then no sum follows it. */
  balance_cents: number | null
  /** What a bill, an income, a transfer stands for, by the ids of transactions. */
  explained: ReadonlySet<string>
  /** What was found to repeat and goes on: it makes the balance ahead. */
  proposals: readonly Proposal[]
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

/** `transactions`: all of one account, or of accounts that are looked at as one. */
export function everydayAhead(
  transactions: readonly AccountTransaction[],
  { today, balance_cents, explained, proposals, ...asked }: EverydayAsked,
): EverydayAhead {
  const known = transactions.filter(({ date }) => date < today && dayOf(date) !== null)
  if (known.length === 0) return { draws: [], income: null, spending: null }
  const from = asked.from ?? known.reduce((first, { date }) => (date < first ? date : first), today)
  const until =
    asked.until ??
    addDays(
      known.reduce((last, { date }) => (date > last ? date : last), from),
      1,
    )
  const unplanned = known.filter(({ id }) => !explained.has(id))
  const balanceBefore = balance_cents === null ? null : balancesOf(known, balance_cents, dayOf(until)!)
  // Who is paid for everyday things is everyday spending, however even its days are.
  const loose = unplanned.filter((one) => everydayKindOf(readPayee(textOf(one)).key) === null)
  const draws = drawsOf(loose, { from: dayOf(from)!, until: dayOf(until)!, balanceBefore })
  const drawn = new Set(draws.flatMap(({ transaction_ids }) => transaction_ids))
  const estimated = estimateSpending(
    unplanned.filter(({ id }) => !drawn.has(id)),
    { today, from, until },
  )
  const least_balance_cents = balanceBefore && leastOf(balanceBefore, { from: dayOf(from)!, until: dayOf(until)! })
  const spending = estimated && { ...estimated, least_balance_cents }
  const back = goneBack(known)
  const income = looseIncome(
    unplanned.filter(({ id, amount_cents }) => amount_cents > 0 && !back.has(id)),
    { today, from, until },
  )
  const weekly_cents = (income?.weekly_cents ?? 0) - (spending?.weekly_cents ?? 0)
  return { draws: withSums(draws, proposals, { today, until, balance_cents, weekly_cents, least_balance_cents }), income, spending }
}

/** A draw that is in the plan, and what it has become. */
export interface DrawChanged {
  bill: Bill
  change: Pick<Bill, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents'>
}

export interface AlsoOffered extends Pick<EverydayAhead, 'draws' | 'income'> {
  changed: DrawChanged[]
}

/** Nearer than a tenth is the same; what was put aside comes again when it is further from what it was than prices move. */
const same_percent = 10
const dismissed_percent = 30
const isWithin = (percent: number, a: number, b: number): boolean => Math.abs(a - b) * 100 <= percent * Math.max(a, b)

/**
 * What is to be offered: what is neither in the plan, known there by its evidence, nor put aside at about this sum; and of draws in the
 * plan those whose level is another one. One that follows the balance has an amount for each date, and is left as it is.
 */
export function alsoOffered(
  { draws, income }: EverydayAhead,
  { bills, incomes, dismissed }: Pick<Scenario, 'bills' | 'incomes' | 'dismissed'>,
): AlsoOffered {
  const byEvidence = new Map([...bills, ...incomes].map((row) => [row.evidence?.payee, row]))
  const isNew = (
    direction: Dismissed['direction'],
    { evidence, amount_cents, amount_low_cents, amount_high_cents }: DrawAhead['bill'] | LooseIncome['income'],
  ): boolean =>
    !byEvidence.has(evidence!.payee) &&
    !dismissed.some(
      (one) =>
        one.direction === direction &&
        one.payee === evidence!.payee &&
        ((one.amount_cents >= amount_low_cents! && one.amount_cents <= amount_high_cents!) ||
          isWithin(dismissed_percent, one.amount_cents, amount_cents!)),
    )
  const changed = draws.flatMap(({ draw: { follows, amount_cents, low_cents, high_cents }, bill: { evidence } }): DrawChanged[] => {
    const bill = bills.find((one) => one.evidence?.payee === evidence!.payee)
    if (bill === undefined || follows !== null || isWithin(same_percent, bill.amount_cents, amount_cents)) return []
    return [{ bill, change: { amount_cents, amount_low_cents: low_cents, amount_high_cents: high_cents } }]
  })
  return { draws: draws.filter(({ bill }) => isNew('out', bill)), income: income && isNew('in', income.income) ? income : null, changed }
}

/** What was on the account before each day's payments, counted back from the balance of a day. */
function balancesOf(transactions: readonly AccountTransaction[], balance_cents: number, until: number): (day: number) => number {
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

/** An account's first month fills it, and says nothing of how low it gets; of fewer days after that nothing is said. */
const first_month = 30
const days_to_tell_least = 91
const days_of_year = 365

/** The least that was there on a morning of the last year; null: too little is known. */
function leastOf(balanceBefore: (day: number) => number, { from, until }: { from: number; until: number }): number | null {
  const begun = Math.max(from + first_month, until - days_of_year)
  if (until - begun < days_to_tell_least) return null
  return Math.min(...Array.from({ length: until - begun }, (_, nth) => balanceBefore(begun + nth)))
}

const days_told = 92

interface SumsAsked {
  today: string
  until: string
  balance_cents: number | null
  weekly_cents: number
  least_balance_cents: number | null
}

/** Day by day from the morning of `until`: what comes by the proposals, an even part of the week, and of what is there then the draws. */
function withSums(
  draws: readonly Draw[],
  proposals: readonly Proposal[],
  { today, until, balance_cents, weekly_cents, least_balance_cents }: SumsAsked,
): DrawAhead[] {
  const end = addDays(until, days_told)
  const planned = new Map<string, number>()
  for (const proposal of proposals) {
    const row = rowOf(proposal)
    for (const { date, amount_cents } of occurrences(row, until, end)) {
      const cents = amount_cents ?? row.amount_cents
      planned.set(date, (planned.get(date) ?? 0) + (proposal.direction === 'in' ? cents : -cents))
    }
  }
  const sums = draws.map(() => new Map<number, number>())
  let balance = balance_cents ?? 0
  for (let day = dayOf(until)!, last = dayOf(end)!; day < last; day += 1) {
    const before = balance
    draws.forEach((draw, nth) => {
      if (!draw.days.includes(day)) return
      const cents = sumDrawn(draw, before)
      sums[nth]!.set(day, cents)
      balance -= cents
    })
    balance += (planned.get(dateOf(day)) ?? 0) + Math.round(weekly_cents / 7)
  }
  return draws.flatMap(
    (draw, nth) =>
      billOf(
        draw,
        [...sums[nth]!].filter(([day]) => dateOf(day) >= today),
        least_balance_cents,
      ) ?? [],
  )
}

/** `sums`: of its days from today on. null: there are none so soon. */
function billOf(
  draw: Draw,
  sums: readonly (readonly [day: number, cents: number])[],
  least_balance_cents: number | null,
): DrawAhead | null {
  const { low_cents, high_cents, seen, late_days, follows, schedule, payee, transaction_ids, first_date, last_date } = draw
  const [first, ...later] = sums
  if (!first) return null
  const [day, next] = first
  const [low, high] = follows ? [Math.max(0, next - follows.apart_cents), next + follows.apart_cents] : [low_cents, high_cents]
  const exceptions = follows ? Object.fromEntries(later.map(([on, cents]) => [dateOf(on), { amount_cents: cents }])) : {}
  const [amount_low_cents, amount_high_cents] = [Math.min(low, next), Math.max(high, next)]
  const varied = {
    amount_cents: next,
    low_cents: amount_low_cents,
    high_cents: amount_high_cents,
    seen_cents: follows ? [] : seen,
    least_balance_cents,
  }
  const evidence = {
    payee: [...`draw ${payee}`].slice(0, 120).join(''),
    confidence: 0.9,
    charges: transaction_ids.length,
    first_date,
    last_date,
    varied,
    ...(late_days.some((days) => days !== 0) && { late_days }),
  }
  const bill = {
    amount_cents: next,
    amount_low_cents,
    amount_high_cents,
    due_date: dateOf(day),
    schedule,
    exceptions,
    predicted: true,
    evidence,
  }
  return { draw, bill }
}
