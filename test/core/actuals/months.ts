/** Lives through a household's months: file after file is matched, a person answers what is asked, and the plan is brought to the bank's balance. */
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { assign } from '../../../core/actuals/assignment.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import type { EarlierMatch, MatchedPayments, PaymentMatch } from '../../../core/actuals/matched.ts'
import { dateKey, planDates, type PlanDate } from '../../../core/actuals/plan-dates.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { mergeTransactions } from '../../../core/bank-files/identity.ts'
import { applyEdit, type ScenarioEdit } from '../../../core/edit.ts'
import type { BankTransaction } from '../../../core/prediction/history.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { at } from '../arbitraries.ts'
import type { Household } from './household.ts'
import { alike_ids } from './householdRows.ts'

export interface Score {
  months: number
  files: number
  /** Payments of dates that the plan has. */
  payments: number
  right: number
  /** Said to be of a date that they are not of; and how many were said in all. */
  wrong: number
  said: number
  sure: number
  sure_wrong: number
  transfers: number
  transfers_right: number
}

export const noScore = (): Score => ({ months: 0, files: 0, payments: 0, right: 0, wrong: 0, said: 0, sure: 0, sure_wrong: 0, transfers: 0, transfers_right: 0 })
export function addScore(to: Score, from: Score): void {
  for (const key of Object.keys(to) as (keyof Score)[]) to[key] += from[key]
}

export interface Lived {
  score: Score
  /** What was broken, in words; none where all holds. */
  broken: string[]
  wrongs: string[]
}

const days_between_files = [1, 3, 7, 7, 7, 14, 14, 30, 30, 30]

export function live(home: Household, seed: number, solve?: typeof assign): Lived {
  const chance = chanceOf(seed)
  const [score, broken, wrongs] = [noScore(), [] as string[], [] as string[]]
  const every = chance.oneOf(days_between_files)
  const main = home.transactions.filter(({ account }) => account === 'CHECKING')
  const opening = home.plan.planning_balance_cents - sum(main.filter(({ date }) => date < home.start_date))
  const balanceOn = (date: string): number => opening + sum(main.filter((one) => one.date <= date))
  let plan = home.plan
  let held: BankTransaction[] = []
  const earlier: EarlierMatch[] = []
  const seen = new Set<string>()
  const amounts = new Map(home.transactions.map((one) => [one.id, one.amount_cents]))
  let last = addDays(home.start_date, -20)
  for (let today = addDays(home.start_date, every); today < home.end_date; today = addDays(today, every)) {
    const from = addDays(last, -chance.whole(0, 10))
    const file = shuffled(home.transactions.filter(({ date }) => date >= from && date <= today), chance.next)
    held = mergeTransactions(held, file)
    const options = { today, accounts: home.accounts, earlier, seen, covered_until: today }
    const matched = matchPayments(plan, held, options, solve)
    const fresh = held.filter(({ id }) => !seen.has(id))
    broken.push(...conserved(matched, fresh, plan.start_date, home).map((what) => `${today} ${what}`))
    if (chance.happens(0.05)) {
      const again = matchPayments({ ...plan, bills: plan.bills.toReversed(), incomes: plan.incomes.toReversed() }, shuffled(held, chance.next), options, solve)
      if (JSON.stringify(again) !== JSON.stringify(matched)) broken.push(`${today} another order, another matching`)
    }
    scoreFile(score, wrongs, matched, fresh, plan, home, today)
    const answered = asAPersonSays(matched, plan, home, fresh, amounts, seen)
    const dropped = answered.missing.filter(({ row, scheduled_date, days_overdue }) => days_overdue > 15 && home.missed.has(dateKey(row, scheduled_date)))
    const result = reconcile(plan, answered, { balance: { date: today, amount_cents: balanceOn(today) }, transactions: held, accounts: home.accounts, seen, dropped })
    if (!result.ok) {
      broken.push(`${today} ${JSON.stringify(result.problems)}`)
      break
    }
    const { difference } = result
    if (difference) {
      const parts = difference.amount_cents + difference.earlier_or_later_cents + difference.missing_cents + difference.unplanned_cents
      if (difference.planned_cents + parts !== balanceOn(today)) broken.push(`${today} plan ${difference.planned_cents} + ${parts} is not ${balanceOn(today)}: ${difference.untold_cents} untold`)
      if (sumOfItems(difference.items) !== parts) broken.push(`${today} the items are not the parts`)
    }
    const before = plan
    plan = applied(plan, result.edit)
    if (totalOn(plan, today) !== balanceOn(today)) broken.push(`${today} the plan has ${totalOn(plan, today)}, the bank ${balanceOn(today)}`)
    broken.push(...nothingLost(before, plan, answered, dropped, today).map((what) => `${today} ${what}`))
    earlier.push(...answered.matches, ...answered.refunds.map(({ row, scheduled_date, transaction }) => ({ row, scheduled_date, transactions: [transaction] })))
    for (const { id } of held) seen.add(id)
    if (chance.happens(0.1)) broken.push(...changesNothing(plan, shuffled(held, chance.next), { ...options, earlier, seen }, balanceOn(today)).map((what) => `${today} ${what}`))
    last = today
    score.files += 1
  }
  score.months += 5
  return { score, broken, wrongs }
}

const sum = (transactions: readonly BankTransaction[]): number => transactions.reduce((total, { amount_cents }) => total + amount_cents, 0)
const sumOfItems = (items: readonly { cents: number }[]): number => items.reduce((total, { cents }) => total + cents, 0)

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

function applied(plan: Scenario, edit: ScenarioEdit | null): Scenario {
  if (edit === null) return plan
  const result = applyEdit(plan, edit, at)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.scenario
}

/** What the plan has as a day begins. */
function totalOn(plan: Scenario, date: string): number {
  const projected = project(plan, { today: date, until: addDays(date, 1) })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return plan.planning_balance_cents
}

/** Each transaction in one place, none in two; each date once. */
function conserved(matched: MatchedPayments, fresh: readonly BankTransaction[], start_date: string, home: Household): string[] {
  const broken: string[] = []
  const places = new Map<string, number>()
  const count = (ids: readonly string[]): void => ids.forEach((id) => places.set(id, (places.get(id) ?? 0) + 1))
  for (const { transactions, other_leg } of matched.matches) count(other_leg === null ? transactions : [...transactions, other_leg])
  for (const { transactions } of matched.unplanned) count(transactions)
  for (const { from_transaction, to_transaction } of matched.transfers) count([from_transaction, to_transaction])
  count(matched.refunds.map(({ transaction }) => transaction))
  for (const [id, times] of places) if (times > 1) broken.push(`${id} stands in ${times} places`)
  for (const { id, date, account } of fresh) if (date >= start_date && home.accounts[account!] !== undefined && !places.has(id)) broken.push(`${id} is lost`)
  const dates = matched.matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date))
  if (new Set(dates).size !== dates.length) broken.push('a date has two matches')
  return broken
}

/** The open dates ahead are those from before, less the ones that were paid or will not come. */
function nothingLost(before: Scenario, after: Scenario, { matches }: MatchedPayments, dropped: readonly { row: PlanDate['row']; scheduled_date: string }[], today: string): string[] {
  const [from, until] = [dayOf(before.start_date)!, dayOf(today)! + 40]
  const paid = new Set([...matches.filter(({ rest_cents }) => rest_cents === 0), ...dropped].map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const rests = new Map(matches.map(({ row, scheduled_date, rest_cents }) => [dateKey(row, scheduled_date), rest_cents]))
  const keysOf = (dates: PlanDate[], rest: (key: string, cents: number) => number): string => dates.filter(({ state }) => state === 'open').map(({ row, scheduled_date, amount_cents }) => ({ key: dateKey(row, scheduled_date), amount_cents })).filter(({ key }) => !paid.has(key)).map(({ key, amount_cents }) => `${key} ${rest(key, amount_cents)}`).sort().join('; ')
  const had = keysOf(planDates(before, from, until), (key, cents) => rests.get(key) || cents)
  const has = keysOf(planDates(after, dayOf(after.start_date)!, until), (_key, cents) => cents)
  return had === has ? [] : [`dates were lost or added: had ${had}, has ${has}`]
}

/** The same files again: nothing to match, nothing to change. */
function changesNothing(plan: Scenario, held: readonly BankTransaction[], options: Parameters<typeof matchPayments>[2], amount_cents: number): string[] {
  const again = matchPayments(plan, held, options)
  const result = reconcile(plan, again, { balance: { date: options.today, amount_cents }, transactions: held, accounts: options.accounts!, seen: options.seen! })
  if (again.matches.length + again.unplanned.length + again.transfers.length + again.refunds.length > 0) return ['the same again is matched again']
  return result.ok && result.edit === null ? [] : ['the same again changes the plan']
}

/** Two rows of one payee, one amount and one day: nothing tells their dates apart, so that either is as good as the other. */
const areSame = (key: string, other: string): boolean => key === other || (alikeRows.has(key.slice(0, 36)) && alikeRows.has(other.slice(0, 36)) && key.slice(36) === other.slice(36))
const alikeRows = new Set(alike_ids)

function scoreFile(score: Score, wrongs: string[], matched: MatchedPayments, fresh: readonly BankTransaction[], plan: Scenario, home: Household, today: string): void {
  const said = new Map<string, { key: string; match: PaymentMatch | null }>()
  for (const match of matched.matches) for (const id of match.transactions) said.set(id, { key: dateKey(match.row, match.scheduled_date), match })
  for (const { row, scheduled_date, transaction } of matched.refunds) said.set(transaction, { key: dateKey(row, scheduled_date), match: null })
  const known = new Map(planDates(plan, dayOf(home.start_date)! - 90, dayOf(home.end_date)! + 60).map((date) => [dateKey(date.row, date.scheduled_date), date]))
  for (const { id, date, account, amount_cents, payee } of fresh) {
    if (account !== 'CHECKING') continue
    let truth = home.dateOf.get(id)
    const mine = said.get(id)
    const twin = home.twinOf.get(id)
    // Of two payments of one date either is its own; the other is one too many.
    if (twin !== undefined && truth === undefined && mine !== undefined && !said.has(twin)) truth = home.dateOf.get(twin)
    else if (twin !== undefined && truth !== undefined && mine === undefined && said.get(twin)?.key === truth) continue
    // Of which payment something went back can't be told by anybody; of which row can.
    const isBack = truth !== undefined && amount_cents < 0 !== (known.get(truth)?.sign === -1)
    const isSwapped = mine !== undefined && fresh.some((other) => other.id !== id && home.dateOf.get(other.id) === mine.key && other.date === date && other.amount_cents === amount_cents && readPayee(other.payee).key === readPayee(payee).key)
    const isRight = mine !== undefined && truth !== undefined && (areSame(mine.key, truth) || isSwapped || (isBack && areSame(mine.key.slice(0, 36), truth.slice(0, 36))))
    // What came before the plan began is not asked for; where it is told nevertheless it has to be right.
    const isAsked = truth !== undefined && known.has(truth) && (date >= home.start_date || known.get(truth)!.state === 'open')
    if (isAsked) score.payments += 1
    if (isAsked && isRight) score.right += 1
    if (mine) {
      score.said += 1
      if (mine.match?.sure) score.sure += 1
      if (!isRight) score.wrong += 1
      if (!isRight && mine.match?.sure) score.sure_wrong += 1
    }
    if ((mine && !isRight) || (isAsked && !isRight)) wrongs.push(`${today} ${mine ? (mine.match?.sure ? 'SURE WRONG' : 'wrong') : 'not found'}: ${date} ${amount_cents} ${payee} said ${mine?.key.slice(34)} (${mine?.match ? JSON.stringify([mine.match.reason, mine.match.state, mine.match.amount_cents, mine.match.date]) : ''}) is ${truth?.slice(34)} ${truth ? JSON.stringify([known.get(truth)?.date, known.get(truth)?.amount_cents, known.get(truth)?.state]) : ''}`)
  }
  const pairs = new Map(matched.transfers.flatMap(({ from_transaction, to_transaction }) => [[from_transaction, to_transaction], [to_transaction, from_transaction]] as const))
  for (const match of matched.matches) if (match.other_leg) for (const id of match.transactions) pairs.set(id, match.other_leg)
  const here = new Set(fresh.map(({ id }) => id))
  for (const [id, leg] of home.legOf) {
    if (!here.has(id) || !here.has(leg)) continue
    score.transfers += 1
    if (pairs.get(id) === leg) score.transfers_right += 1
  }
}

/** A person leaves what is sure, says of what is asked what it is, and links what was not found. */
function asAPersonSays(matched: MatchedPayments, plan: Scenario, home: Household, fresh: readonly BankTransaction[], amounts: ReadonlyMap<string, number>, earlier: ReadonlySet<string>): MatchedPayments {
  const truths = new Map(fresh.flatMap(({ id }) => (home.dateOf.has(id) ? [[id, home.dateOf.get(id)!] as const] : [])))
  const isAsItIs = (match: PaymentMatch): boolean => match.transactions.every((id) => [id, home.twinOf.get(id)].some((one) => one !== undefined && truths.has(one) && areSame(truths.get(one)!, dateKey(match.row, match.scheduled_date))))
  const kept = matched.matches.filter((match) => match.sure || isAsItIs(match))
  const wrong = matched.matches.filter((match) => !kept.includes(match))
  // What is still to come of a date that was paid in part, a person knows.
  const isWhole = (match: PaymentMatch): boolean => [...home.dateOf].every(([id, key]) => !areSame(key, dateKey(match.row, match.scheduled_date)) || seenBy(id))
  const seenBy = (id: string): boolean => fresh.some((one) => one.id === id) || earlier.has(id)
  const matches = kept.map((match) => (match.rest_cents > 0 && isWhole(match) ? { ...match, rest_cents: 0 } : match))
  const used = new Set(matches.flatMap(({ transactions }) => transactions))
  const taken = new Set(matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const open = new Map(planDates(plan, dayOf(plan.start_date)! - 60, dayOf(home.end_date)! + 60).filter(({ state }) => state === 'open').map((date) => [dateKey(date.row, date.scheduled_date), date]))
  const linked: PaymentMatch[] = []
  const groups = Map.groupBy([...truths].filter(([id]) => !used.has(id) && !matched.refunds.some(({ transaction }) => transaction === id)), ([, key]) => key)
  for (const [key, list] of groups) {
    const date = [...open].find(([other]) => !taken.has(other) && areSame(other, key))?.[1]
    const ids = list.map(([id]) => id).sort()
    const cents = ids.reduce((total, id) => total + (amounts.get(id) ?? 0), 0) * (date?.sign ?? 1)
    if (date === undefined || cents <= 0) continue
    taken.add(dateKey(date.row, date.scheduled_date))
    const whole = [...home.dateOf].filter(([, other]) => other === key).reduce((total, [id]) => total + (amounts.get(id) ?? 0), 0) * date.sign
    const { row, scheduled_date, account_id, amount_cents } = date
    const rest_cents = cents < whole ? Math.max(0, amount_cents - cents) : 0
    linked.push({ row, scheduled_date, account_id, amount_cents, date: date.date, state: 'open', paid_cents: cents, rest_cents, paid_on: fresh.find(({ id }) => id === ids[0])!.date, transactions: ids, other_leg: null, sure: false, reason: { payee: 'other', amount: 'far', days_late: 0, parts: ids.length, doubts: ['payee'] } })
  }
  const now = new Set(linked.flatMap(({ transactions }) => transactions))
  const free = wrong.flatMap(({ transactions }) => transactions).filter((id) => !now.has(id))
  const byId = new Map(fresh.map((one) => [one.id, one]))
  const unplanned = [
    ...matched.unplanned.map((one) => ({ ...one, transactions: one.transactions.filter((id) => !now.has(id)) })).filter(({ transactions }) => transactions.length > 0),
    ...free.filter((id) => byId.get(id)!.date >= plan.start_date).map((id) => ({ transactions: [id], date: byId.get(id)!.date, account_id: null, payee: '', amount_cents: amounts.get(id)! })),
  ]
  const transfers = matched.transfers.filter(({ from_transaction, to_transaction }) => !now.has(from_transaction) && !now.has(to_transaction))
  const split = matched.transfers.filter((one) => !transfers.includes(one)).flatMap(({ from_transaction, to_transaction }) => [from_transaction, to_transaction]).filter((id) => !now.has(id) && byId.get(id)!.account === 'CHECKING' && byId.get(id)!.date >= plan.start_date)
  const rest = split.map((id) => ({ transactions: [id], date: byId.get(id)!.date, account_id: null, payee: '', amount_cents: amounts.get(id)! }))
  return { ...matched, matches: [...matches, ...linked], transfers, unplanned: [...unplanned, ...rest] }
}
