/** How many payments were matched to the dates that they are of. */
import type { MatchedPayments, PaymentMatch } from '../../../core/actuals/matched.ts'
import { dateKey, planDates } from '../../../core/actuals/plan-dates.ts'
import { dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
import type { Scenario } from '../../../core/scenario.ts'
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

export const noScore = (): Score => ({
  months: 0,
  files: 0,
  payments: 0,
  right: 0,
  wrong: 0,
  said: 0,
  sure: 0,
  sure_wrong: 0,
  transfers: 0,
  transfers_right: 0,
})
export function addScore(to: Score, from: Score): void {
  for (const key of Object.keys(to) as (keyof Score)[]) to[key] += from[key]
}

/** Two rows of one payee, one amount and one day: nothing tells their dates apart, so that either is as good as the other. */
export const areSame = (key: string, other: string): boolean =>
  key === other || (alikeRows.has(key.slice(0, 36)) && alikeRows.has(other.slice(0, 36)) && key.slice(36) === other.slice(36))
const alikeRows = new Set(alike_ids)

/** Counts what was said of the payments of a file; what was not right is told in words. */
export function scoreFile(
  score: Score,
  wrongs: string[],
  matched: MatchedPayments,
  fresh: readonly AccountTransaction[],
  plan: Scenario,
  home: Household,
  today: string,
): void {
  const said = new Map<string, { key: string; match: PaymentMatch | null }>()
  for (const match of matched.matches)
    for (const id of match.transactions) said.set(id, { key: dateKey(match.row, match.scheduled_date), match })
  for (const { row, scheduled_date, transaction } of matched.refunds)
    said.set(transaction, { key: dateKey(row, scheduled_date), match: null })
  const known = new Map(
    planDates(plan, dayOf(home.start_date)! - 90, dayOf(home.end_date)! + 60).map((date) => [dateKey(date.row, date.scheduled_date), date]),
  )
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
    const isSwapped =
      mine !== undefined &&
      fresh.some(
        (other) =>
          other.id !== id &&
          home.dateOf.get(other.id) === mine.key &&
          other.date === date &&
          other.amount_cents === amount_cents &&
          readPayee(other.payee).key === readPayee(payee).key,
      )
    const isRight =
      mine !== undefined &&
      truth !== undefined &&
      (areSame(mine.key, truth) || isSwapped || (isBack && areSame(mine.key.slice(0, 36), truth.slice(0, 36))))
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
    const how = mine ? (mine.match?.sure ? 'SURE WRONG' : 'wrong') : 'not found'
    if ((mine && !isRight) || (isAsked && !isRight)) {
      wrongs.push(`${today} ${how}: ${date} ${amount_cents} ${payee} said ${mine?.key} ${JSON.stringify(mine?.match?.reason)} is ${truth}`)
    }
  }
  const pairs = new Map(
    matched.transfers.flatMap(
      ({ from_transaction, to_transaction }) =>
        [
          [from_transaction, to_transaction],
          [to_transaction, from_transaction],
        ] as const,
    ),
  )
  for (const match of matched.matches) if (match.other_leg) for (const id of match.transactions) pairs.set(id, match.other_leg)
  const here = new Set(fresh.map(({ id }) => id))
  for (const [id, leg] of home.legOf) {
    if (!here.has(id) || !here.has(leg)) continue
    score.transfers += 1
    if (pairs.get(id) === leg) score.transfers_right += 1
  }
}
