/** Whether a match can be taken unasked. */
import type { Assignment, SparseGraph } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import { pairsOf, type Sides } from './candidates.ts'
import { insteadOf, leftSide, rightSide } from './margins.ts'
import type { Doubt } from './matched.ts'
import type { PlanDate } from './plan-dates.ts'
import { leewayOf, type Evidence } from './worth.ts'

/** The next best whole must be worth less by so many thousandths. */
const clear_margin = 3_000
const sure_days_early = 5
const sure_days_late = 10

/** By what is known of the pair itself. */
export function doubtsOfPair(
  { payee, amount, days_late }: Evidence,
  { gap_days, has_alike }: PlanDate,
  { again_since, is_double, transactions }: BankPayment,
): Doubt[] {
  const doubts: Doubt[] = []
  if (payee !== 'known' && !(payee === 'alike' && amount === 'same')) doubts.push('payee')
  if (amount === 'part') doubts.push('part')
  else if (amount !== 'same' && (amount !== 'within' || transactions.length > 1)) doubts.push('amount')
  if (days_late > Math.min(sure_days_late, gap_days * 0.35) || -days_late > Math.min(sure_days_early, gap_days * 0.3)) doubts.push('days')
  if ((again_since !== null && (days_late < 0 || has_alike)) || (is_double && days_late < 0 && !has_alike)) doubts.push('another_date')
  return doubts
}

/**
 * By what else could be: without the pair, the greatest total there is is less by `worth − elsewhere − instead` at least, since with
 * those prices in place of the pair's own all other edges are covered. What is alike in all that is known counts as the same.
 */
export function doubtsOfRivals(
  graph: SparseGraph,
  assignment: Assignment,
  payments: readonly BankPayment[],
  dates: readonly PlanDate[],
): (left: number) => Doubt[] {
  const { right_of, left_of, left_price, right_price } = assignment
  const into = transposed(graph)
  const [lefts, rights] = [leftSide(graph, assignment), rightSide(into, assignment)]
  const byRow = Map.groupBy(dates.keys(), (nth) => dates[nth]!.row.id)
  const isOpenBefore = (right: number): boolean => {
    const { to_day, gap_days, row } = dates[right]!
    return byRow
      .get(row.id)!
      .some(
        (nth) =>
          dates[nth]!.state === 'open' &&
          left_of[nth]! < 0 &&
          dates[nth]!.to_day < to_day &&
          dates[nth]!.to_day >= to_day - Math.max(30, 2 * gap_days),
      )
  }
  /** A date that is taken to be paid already, by what no file tells, may be what comes late just before the next one's day. */
  const mayBeLate = (left: number, right: number): boolean => {
    const { day } = payments[left]!
    return (
      day < dates[right]!.from_day &&
      byRow.get(dates[right]!.row.id)!.some((nth) => {
        const { state, to_day } = dates[nth]!
        return state !== 'open' && left_of[nth]! < 0 && to_day <= day && day - to_day <= leewayOf(dates[nth]!).late
      })
    )
  }
  /** Those who would give way are asked where they would go, and so on. */
  const isClearFurtherOn = (left: number, right: number, own: number): boolean => {
    const isSame = (other: number): boolean => areAlike(payments[other]!, payments[left]!)
    const isSameDate = (other: number): boolean => areAlikeDates(dates[other]!, dates[right]!)
    const elsewhere = insteadOf(lefts, left, right, { isSame, isSameOther: isSameDate })
    const instead = insteadOf(rights, right, left, { isSame: isSameDate, isSameOther: isSame })
    return own - elsewhere.fetched - instead.fetched >= clear_margin && Math.min(elsewhere.round, instead.round) >= clear_margin
  }
  return (left) => {
    const right = right_of[left]!
    let [own, elsewhere, instead, better] = [0, 0, 0, 0]
    for (let edge = graph.first[left]!; edge < graph.first[left + 1]!; edge += 1) {
      const [to, worth] = [graph.right[edge]!, graph.worth[edge]!]
      if (to === right) own = worth
      else if (!(left_of[to]! >= 0 && areAlikeDates(dates[to]!, dates[right]!))) elsewhere = Math.max(elsewhere, worth - right_price[to]!)
    }
    for (let edge = into.first[right]!; edge < into.first[right + 1]!; edge += 1) {
      const [other, worth] = [into.right[edge]!, into.worth[edge]!]
      if (other === left || areAlike(payments[other]!, payments[left]!)) continue
      instead = Math.max(instead, worth - left_price[other]!)
      better = Math.max(better, worth)
    }
    const doubts: Doubt[] = []
    const isClear = own - elsewhere - instead >= clear_margin || isClearFurtherOn(left, right, own)
    if (!isClear && elsewhere === 0 && instead === 0) doubts.push('days')
    const isOfEarlier = mayBeLate(left, right) || (payments[left]!.day > dates[right]!.to_day && isOpenBefore(right))
    if ((!isClear && elsewhere > 0) || isOfEarlier) doubts.push('another_date')
    // Another one would be worth more here, and gave way to an older date of the row.
    if ((!isClear && instead > 0) || better > own) doubts.push('another_payment')
    return doubts
  }
}

/** By what was looked at before and is of no date: as long as another one would be worth nearly as much, it is not known which it was. */
export function rivalsBefore(
  before: Sides,
  payments: readonly BankPayment[],
  graph: SparseGraph,
): (left: number, right: number) => Doubt[] {
  const { payment, date, worth } = pairsOf(before)
  const byDate = Map.groupBy(payment.keys(), (index) => date[index]!)
  return (left, right) => {
    const ownAt = graph.right.indexOf(right, graph.first[left])
    const isNear = (index: number): boolean =>
      graph.worth[ownAt]! - worth[index]! < clear_margin && !areAlike(before.payments[payment[index]!]!, payments[left]!)
    return (byDate.get(right) ?? []).some(isNear) ? ['another_payment'] : []
  }
}

/** The same edges, by right. */
function transposed({ lefts, rights, first, right, worth }: SparseGraph): SparseGraph {
  const starts = new Int32Array(rights + 1)
  for (const to of right) starts[to + 1]! += 1
  for (let to = 0; to < rights; to += 1) starts[to + 1]! += starts[to]!
  const next = starts.slice()
  const turned: SparseGraph = {
    lefts: rights,
    rights: lefts,
    first: starts,
    right: new Int32Array(right.length),
    worth: new Int32Array(right.length),
  }
  for (let left = 0; left < lefts; left += 1) {
    for (let edge = first[left]!; edge < first[left + 1]!; edge += 1) {
      const place = next[right[edge]!]!
      next[right[edge]!] = place + 1
      turned.right[place] = left
      turned.worth[place] = worth[edge]!
    }
  }
  return turned
}

const areAlike = (a: BankPayment, b: BankPayment): boolean =>
  a.day === b.day && a.amount_cents === b.amount_cents && a.payee === b.payee && a.account === b.account
const areAlikeDates = (a: PlanDate, b: PlanDate): boolean =>
  a.to_day === b.to_day && a.from_day === b.from_day && a.amount_cents === b.amount_cents && a.row.collection === b.row.collection
