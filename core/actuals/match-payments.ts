/**
 * What came against what was planned: each payment at the bank is that of one date of the plan, or of none.
 *
 *   plan dates ─┐
 *               ├─ who may be whose ── parts joined ── one assignment ── transfers ── refunds ── unplanned, missing
 *   payments  ──┘
 *
 * The assignment is the one of greatest worth over all dates and all payments at once, so that a payment is told early from late by
 * what is open and not by what is nearest. It is the same whatever the order of rows and transactions.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Scenario } from '../scenario.ts'
import { assign, type Assignment, type SparseGraph } from './assignment.ts'
import { bankPayments, markOthers, totalOf, type BankPayment, type LinkedAccounts } from './bank-side.ts'
import { coveredOf, graphOf, pairsOf, payeeFit, type Pairs, type Sides } from './candidates.ts'
import { doubtsOfPair, doubtsOfRivals, rivalsBefore } from './doubts.ts'
import { matchOf, type EarlierMatch, type Made, type MatchedPayments, type Missing, type PaidBefore, type Unplanned } from './matched.ts'
import { legTeller, pairedLegs } from './legs.ts'
import { everydayNames, knownNames, namesOfRows, type NamedRow } from './names.ts'
import { joinedParts, nameOf, type Joined } from './parts.ts'
import { dateKey, datedRows, planDates, type PlanDate } from './plan-dates.ts'
import { withoutRefunds } from './refunds.ts'
import { markLegs } from './transfers.ts'
import { evidenceOf } from './worth.ts'

export interface MatchOptions {
  today: string
  /** Which accounts of the bank are accounts of the plan; left out: all transactions are of the main account. */
  accounts?: LinkedAccounts
  /** Matches that were made before, and the ids of transactions that were looked at before: they are not looked at again. */
  earlier?: readonly EarlierMatch[]
  seen?: Iterable<string>
  /** The last day of which the files tell all that was paid; left out: that of the last transaction. */
  covered_until?: string
  /** The same of accounts beside the main one whose files may end earlier, by their ids. */
  covered_of?: Readonly<Record<string, string>>
  /** The plan's balance has what was paid on its start date, so that it is not told again. */
  balance_has_first_day?: boolean
}

/** Payments so many days before the plan begins may be of dates after it. */
const days_before = 45

/** `solve`: another way to assign, to be compared with this one. */
export function matchPayments(
  scenario: Scenario,
  transactions: readonly AccountTransaction[],
  options: MatchOptions,
  solve = assign,
): MatchedPayments {
  const earlier = asDatedNow(scenario, options.earlier ?? [])
  const span = spanOf(scenario, options.today)
  const handled = new Set<string>(options.seen)
  for (const match of earlier) for (const id of match.transactions) handled.add(id)
  const fresh = transactions.filter(({ id }) => !handled.has(id))
  const done = bankPayments(
    transactions.filter(({ id }) => handled.has(id)),
    options.accounts,
    -Infinity,
    span.until,
  )
  const payments = bankPayments(fresh, options.accounts, span.from, span.until)
  const others = markLegs(payments, done)
  markOthers(payments, done)
  const covered = {
    covered: lastDayOf(options, payments, done),
    covered_less: new Map(Object.entries(options.covered_of ?? {}).map(([id, date]) => [id as string | null, dayOf(date)!])),
  }
  const matchedBefore = new Set(earlier.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const allDates = planDates(scenario, span.from - days_before, span.until + days_before, options.today)
  const dates = allDates.filter((date) => date.state === 'open' || !matchedBefore.has(dateKey(date.row, date.scheduled_date)))
  const all = [...payments, ...done]
  const everyday = everydayNames(all)
  const rows = rowsById(scenario)
  const before = paidBefore(earlier, done, rows)
  const names = namesOfRows(
    rows,
    all.map(({ payee }) => payee),
    payeesOf(before),
    everyday,
  )
  const taken = new Set([...everyday, ...knownNames(names.values())])
  const isByLegs = legTeller(scenario.transfers, others, done, names)
  const found = assignedWithParts({ dates, payments, names, taken, isByLegs, ...covered }, solve)
  const { matches, rest } = matchesOf(found, leftBefore(done, before))
  const legs = pairedLegs(matches, rest, scenario.transfers, { done, before })
  const refunded = withoutRefunds(legs.matches, legs.rest, before, done)
  const told_from = span.start + (options.balance_has_first_day ? 1 : 0)
  const isTold = ({ account_id, day }: BankPayment): boolean => account_id !== undefined && day >= told_from
  return {
    matches: refunded.matches.map(({ match }) => match).sort(byDate),
    transfers: legs.transfers,
    unplanned: [...refunded.unplanned, ...refunded.rest.map((one) => [one])]
      .filter((group) => group.some(isTold))
      .map(asUnplanned)
      .sort(byDate),
    missing: missingOf(
      [...dates.filter(({ state }) => state === 'open'), ...dueAgain(allDates, refunded.refunds)].filter(isTellable(options)),
      refunded.matches,
      covered,
    ),
    refunds: refunded.refunds,
  }
}

interface Span {
  start: number
  from: number
  until: number
}

function spanOf({ start_date }: Scenario, today: string): Span {
  const [start, now] = [dayOf(start_date)!, dayOf(today)!]
  return { start, from: Math.max(start - days_before, now - limits.history_days), until: now + 1 }
}

function lastDayOf({ covered_until, today }: MatchOptions, ...lists: (readonly BankPayment[])[]): number {
  const last = covered_until === undefined ? Math.max(...lists.map((list) => list.at(-1)?.day ?? -Infinity)) : dayOf(covered_until)!
  return Math.min(last, dayOf(today)!)
}

/** What is due once is known by the day it was carried to. */
function asDatedNow({ bills, incomes, transfers }: Scenario, earlier: readonly EarlierMatch[]): EarlierMatch[] {
  const once = new Map(
    [...bills, ...incomes, ...transfers].flatMap(({ id, schedule, due_date }) =>
      schedule === null && due_date !== null ? [[id, due_date] as const] : [],
    ),
  )
  return earlier.map((match) => ({ ...match, scheduled_date: once.get(match.row.id) ?? match.scheduled_date }))
}

const rowsById = (scenario: Scenario): Map<string, NamedRow> =>
  new Map([...datedRows(scenario)].map(({ ref, row: { name, evidence }, sign }) => [ref.id, { name, evidence, sign }]))

/** The payments of earlier matches, each with its match, and what went back of them. */
function paidBefore(earlier: readonly EarlierMatch[], done: readonly BankPayment[], rows: ReadonlyMap<string, NamedRow>): PaidBefore[] {
  const byId = new Map(done.map((payment) => [payment.transactions[0]!.id, payment]))
  return earlier.flatMap((match) =>
    match.transactions.flatMap((id) => {
      const payment = byId.get(id)
      const sign = rows.get(match.row.id)?.sign
      return payment !== undefined && sign !== undefined ? [{ payment, match, went_back: payment.sign !== sign }] : []
    }),
  )
}

/** By row, the names that its earlier matches were with. */
const payeesOf = (before: readonly PaidBefore[]): Map<string, Set<string>> =>
  new Map(
    [
      ...Map.groupBy(
        before.filter(({ went_back }) => !went_back),
        ({ match }) => match.row.id,
      ),
    ].map(([id, list]) => [id, new Set(list.map(({ payment }) => payment.payee))]),
  )

interface Found {
  sides: Sides
  graph: SparseGraph
  assignment: Assignment
}

/** The assignment with what came in parts as one. Parts that find no date together stay apart, and all is assigned anew. */
function assignedWithParts(single: Sides, solve: typeof assign): Found {
  const pairs = pairsOf(single)
  const graph = graphOf(pairs, single.payments.length, single.dates.length)
  const each = solve(graph)
  const apart = new Set<string>()
  for (;;) {
    const joined = joinedParts(single, each, apart)
    const found = joined.length === 0 ? { sides: single, graph, assignment: each } : withJoined(single, pairs, joined, solve)
    const alone = found.sides.payments.filter(({ transactions }, left) => transactions.length > 1 && found.assignment.right_of[left]! < 0)
    if (alone.length === 0) return { ...found, assignment: inTurn(found.sides, found.assignment) }
    for (const payment of alone) apart.add(nameOf([payment]))
  }
}

/** Each group stands in place of its last part; what the others are worth stays. */
function withJoined(single: Sides, pairs: Pairs, joined: readonly Joined[], solve: typeof assign): Found {
  const used = new Set(joined.flatMap(({ places }) => places))
  const instead = new Map(joined.map(({ places, payment }) => [places.at(-1)!, payment]))
  const place = new Int32Array(single.payments.length).fill(-1)
  const payments: BankPayment[] = []
  const groups: number[] = []
  single.payments.forEach((payment, at) => {
    const group = instead.get(at)
    if (group) groups.push(payments.length)
    else if (used.has(at)) return
    else place[at] = payments.length
    payments.push(group ?? payment)
  })
  const all: Pairs = { payment: [], date: [], worth: [] }
  const add = (left: number, { date, worth }: Pairs, index: number): void => {
    all.payment.push(left)
    all.date.push(date[index]!)
    all.worth.push(worth[index]!)
  }
  pairs.payment.forEach((at, index) => place[at]! >= 0 && add(place[at]!, pairs, index))
  const own = pairsOf({ ...single, payments: groups.map((left) => payments[left]!) })
  own.payment.forEach((nth, index) => add(groups[nth]!, own, index))
  const graph = graphOf(all, payments.length, single.dates.length)
  return { sides: { ...single, payments }, graph, assignment: solve(graph) }
}

/**
 * Of two payments of as much to one payee within days, of two dates of a row, it is not the earlier one that came early and the
 * later one that is late.
 */
function inTurn({ dates, payments }: Sides, assignment: Assignment): Assignment {
  const { right_of, left_of } = assignment
  const last = new Map<string, number>()
  payments.forEach((payment, left) => {
    const right = right_of[left]!
    if (right < 0) return
    const key = `${dates[right]!.row.id} ${payment.amount_cents} ${payment.payee}`
    const before = last.get(key)
    last.set(key, left)
    if (
      before === undefined ||
      payment.again_since === null ||
      right_of[before]! < right ||
      payments[before]!.day >= dates[right_of[before]!]!.from_day
    )
      return
    ;[right_of[left], right_of[before]] = [right_of[before]!, right]
    ;[left_of[right], left_of[right_of[left]!]] = [before, left]
  })
  return assignment
}

/** What was looked at before, is of no date and did not go back: that says nothing of which of two it was. */
function leftBefore(done: readonly BankPayment[], before: readonly PaidBefore[]): BankPayment[] {
  const dated = new Set(before.map(({ payment }) => payment))
  const left = done.filter((payment) => !dated.has(payment))
  const keyOf = ({ account, payee, amount_cents }: BankPayment, sign: number): string => `${sign * amount_cents}\n${account}\n${payee}`
  const both_ways = new Set(left.map((payment) => keyOf(payment, -payment.sign)))
  return left.filter((payment) => !both_ways.has(keyOf(payment, payment.sign)))
}

function matchesOf({ sides, graph, assignment }: Found, left_before: readonly BankPayment[]): { matches: Made[]; rest: BankPayment[] } {
  const { dates, payments } = sides
  const rivals = doubtsOfRivals(graph, assignment, payments, dates)
  const isRivalled = rivalsBefore({ ...sides, payments: left_before }, payments, graph)
  const matches: Made[] = []
  const rest: BankPayment[] = []
  payments.forEach((payment, left) => {
    const right = assignment.right_of[left]!
    if (right < 0) return void rest.push(payment)
    const date = dates[right]!
    const evidence = evidenceOf(date, payment, payeeFit(sides, date, payment))
    const doubts = [...new Set([...doubtsOfPair(evidence, date, payment), ...rivals(left), ...isRivalled(left, right)])]
    matches.push({ payment, match: matchOf(date, payment, { ...evidence, parts: payment.transactions.length, doubts }) })
  })
  return { matches, rest }
}

function asUnplanned(group: readonly BankPayment[]): Unplanned {
  const transactions = group.flatMap((payment) => payment.transactions)
  const { day, account_id, payee } = group[0]!
  return {
    transactions: transactions.map(({ id }) => id),
    date: dateOf(day),
    account_id: account_id ?? null,
    payee,
    amount_cents: totalOf(transactions),
  }
}

const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

/** The dates that were known to be paid and are due again. */
function dueAgain(dates: readonly PlanDate[], refunds: MatchedPayments['refunds']): PlanDate[] {
  const byDate = Map.groupBy(
    refunds.filter(({ due }) => due !== 'nothing'),
    ({ row, scheduled_date }) => dateKey(row, scheduled_date),
  )
  return dates.flatMap((date): PlanDate[] => {
    const back = byDate.get(dateKey(date.row, date.scheduled_date))
    if (back === undefined || date.state !== 'settled') return []
    const isAll = back.some(({ due }) => due === 'all')
    return [{ ...date, state: 'open', amount_cents: isAll ? date.amount_cents : sumOf(back.map(({ amount_cents }) => amount_cents)) }]
  })
}

/** Of an account whose transactions are not known nothing can be missing. */
function isTellable({ accounts }: MatchOptions): (date: PlanDate) => boolean {
  const known = new Set<string | null | undefined>(accounts === undefined ? [null] : Object.values(accounts))
  return ({ account_id }) => known.has(account_id)
}

/** Dates still open, up to the last day of which it is known what was paid on their account. */
function missingOf(dates: readonly PlanDate[], matches: readonly Made[], known: Pick<Sides, 'covered' | 'covered_less'>): Missing[] {
  const matched = new Set(
    matches.filter(({ match }) => match.state === 'open').map(({ match }) => dateKey(match.row, match.scheduled_date)),
  )
  return dates.flatMap(({ row, scheduled_date, date, account_id, amount_cents, to_day }) => {
    const covered = coveredOf(known, { account_id })
    if (to_day > covered || matched.has(dateKey(row, scheduled_date))) return []
    return [{ row, scheduled_date, date, account_id, amount_cents, days_overdue: covered - to_day }]
  })
}
