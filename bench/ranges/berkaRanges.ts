/**
 * Whether the ranges of plans made of real accounts hold: 31 days ahead at three cut-offs an account, as `baseline.mjs` beside the data looks at them
 * (block bootstrap: CRPS of the end .411, of the lowest point .275, cover .878 and .884, Brier .033).
 */
import { dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills } from '../../core/prediction/predictBills.ts'
import { berkaEnd, berkaLedger, hasBerka, readBerka } from '../prediction/berka.ts'
import type { Part } from '../report.ts'
import { asCame, days_ahead, meanOf, type AsCame } from './asCame.ts'

/** Days before the last one that is known in full. */
const origins = [0, 10, 20]
const seen_days = 352
const baseline = { low: 0.275, end: 0.411 }

export function benchBerkaRanges(): Part {
  const title = 'Berka: ranges of plans made of what was predicted and everyday spending'
  if (!hasBerka())
    return {
      title,
      findings: [],
      table: [],
      notes: ['Skipped: ../shared/data/berka is not there, seen from the repository.'],
      measured: null,
    }
  const { transactions } = berkaLedger(readBerka(), 'payee', null)
  const last = berkaEnd - 1
  const accounts = [
    ...Map.groupBy(
      transactions.filter(({ date }) => dayOf(date)! <= last),
      ({ account }) => account!,
    ),
  ]
  const cases = origins.flatMap((back) => {
    const cutoff_day = last + 1 - days_ahead - back
    const cutoff = dateOf(cutoff_day)
    const old = accounts.filter(([, own]) => last + 1 - Math.min(...own.map(({ date }) => dayOf(date)!)) >= seen_days)
    const proposals = Map.groupBy(
      predictBills(
        old.flatMap(([, own]) => own.filter(({ date }) => date < cutoff)),
        cutoff,
      ),
      ({ account }) => account,
    )
    return old.flatMap(([account, own]) => asCame(own, { cutoff_day, proposals: proposals.get(account) ?? [] }) ?? [])
  })
  return told(title, cases)
}

function told(title: string, cases: readonly AsCame[]): Part {
  const { low, end, lowHeld, endHeld, ownLow, lowFairly, brier, always, often } = meanOf(cases)
  const from = `${cases.length} plans`
  return {
    title,
    findings: [
      {
        name: 'CRPS of the lowest point beside the block bootstrap',
        value: low / baseline.low,
        unit: '',
        bound: { at: 'most', value: 0.7 },
        from,
      },
      { name: 'the 80% band holds the lowest point, at least', value: lowHeld, unit: '', bound: { at: 'least', value: 0.78 }, from },
      { name: 'the 80% band holds the lowest point, at most', value: lowHeld, unit: '', bound: { at: 'most', value: 0.82 }, from },
      {
        name: 'Brier score of falling below a quarter of a month’s outflow, beside saying always how often',
        value: brier / always,
        unit: '',
        bound: { at: 'most', value: 1 },
        from,
      },
    ],
    table: [
      ['', 'CRPS', 'the bootstrap’s', 'held', 'of the runs themselves', 'held, ends of the band shared out'],
      ['lowest point', low.toFixed(3), baseline.low.toFixed(3), lowHeld.toFixed(3), ownLow.toFixed(3), lowFairly.toFixed(3)],
      ['end', end.toFixed(3), baseline.end.toFixed(3), endHeld.toFixed(3), '', ''],
      ['below the floor', brier.toFixed(4), always.toFixed(4), often.toFixed(3), '', ''],
    ],
    notes: [
      'CRPS in monthly outflows; of “below the floor” the Brier score, that of always saying how often, and how often.',
      'A third of the lowest points are today’s balance, and the band often ends there. Shared out, such a point is held by as much of its runs as lies within the middle eight tenths; the bootstrap then holds .80.',
    ],
    measured: cases,
  }
}
