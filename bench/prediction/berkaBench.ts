/** Real accounts, disturbed with seeds, in three views of what a bank prints. */
import { dateOf } from '../../core/calendar.ts'
import { predictBills, type AccountTransaction } from '../../core/prediction/predictBills.ts'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { baseline } from './baseline.ts'
import { berkaEnd, berkaLedger, hasBerka, readBerka } from './berka.ts'
import { binsAfter, binRows } from './calibration.ts'
import type { View } from './ledger.ts'
import { answerOf, ours, told } from './methods.ts'
import { cutAt, f1, forecast_days, precision, recall, score, type Answer, type Score } from './score.ts'

/** What is promised is promised of the first five; the table says the median of more, since how many series happen to vary decides what can be foreseen at all. */
const promised_seeds = 5
const seeds = Array.from({ length: 15 }, (_, index) => index + 1)
const views: [View, string][] = [
  ['payee', 'payee visible'],
  ['operation', 'kind of operation'],
  ['blind', 'nothing but DEBIT'],
]

export function benchBerka(): Part {
  const title = 'Berka: real accounts of 1993–94, standing orders as truth, disturbed'
  if (!hasBerka())
    return {
      title,
      findings: [],
      table: [],
      notes: ['Skipped: ../shared/data/berka is not there, seen from the repository.'],
      measured: null,
    }
  const lines = readBerka()
  const cutoff = dateOf(berkaEnd - forecast_days)
  const runs = views.flatMap(([view, name]) => {
    const ledgers = seeds.map((seed) => berkaLedger(lines, view, seed))
    const scored = (answer: (seen: AccountTransaction[], index: number) => Answer[]): Score[] =>
      ledgers.map((ledger, index) => score(ledger, cutoff, answer(outOf(cutAt(ledger, cutoff).seen), index)))
    const methods: [string, Score[]][] = [
      ['ours', scored((seen) => ours(seen, cutoff))],
      ['gaps', scored((seen) => baseline(seen, cutoff))],
    ]
    if (view === 'payee') methods.push(['told the truth', scored((seen, index) => told(ledgers[index]!, seen, cutoff))])
    return methods.map(([method, scores]) => ({
      view,
      name,
      method,
      ...medians(scores),
      promised: medians(scores.slice(0, promised_seeds)),
      scores,
    }))
  })
  const bins = views.flatMap(([view]) =>
    seeds.slice(0, promised_seeds).map((seed) => {
      const ledger = berkaLedger(lines, view, seed)
      return binsAfter(ledger, cutoff, predictBills(outOf(cutAt(ledger, cutoff).seen), cutoff))
    }),
  )
  const steady = medians(
    seeds.slice(0, promised_seeds).map((seed) => {
      const ledger = berkaLedger(lines, 'payee', seed)
      return score(
        ledger,
        cutoff,
        predictBills(outOf(cutAt(ledger, cutoff).seen), cutoff)
          .filter(({ state }) => state === 'steady')
          .map((one) => answerOf(one, cutoff)),
      )
    }),
  )
  const own = (view: View) => runs.find((run) => run.view === view && run.method === 'ours')!.promised
  const from = `median of ${promised_seeds} seeds`
  return {
    title,
    findings: [
      { name: 'F1, payee visible', value: own('payee').f1, unit: '', bound: { at: 'least', value: 0.99 }, from },
      { name: 'F1, nothing but DEBIT', value: own('blind').f1, unit: '', bound: { at: 'least', value: 0.955 }, from },
      { name: 'forecast recall, payee visible', value: own('payee').forecastRecall, unit: '', bound: { at: 'least', value: 0.82 }, from },
      {
        name: 'forecast precision, payee visible',
        value: own('payee').forecastPrecision,
        unit: '',
        bound: { at: 'least', value: 0.75 },
        from,
      },
      { name: 'F1, payee visible, steady alone', value: steady.f1, unit: '', bound: { at: 'least', value: 0.975 }, from },
      { name: 'forecast recall of steady alone', value: steady.forecastRecall, unit: '', bound: { at: 'least', value: 0.8 }, from },
    ],
    table: [
      ['', 'method', 'F1', 'precision', 'recall', 'forecast precision', 'forecast recall'],
      ...runs.map(({ name, method, ...figures }) => [
        name,
        method,
        ...[figures.f1, figures.precision, figures.recall, figures.forecastPrecision, figures.forecastRecall].map((value) =>
          value.toFixed(3),
        ),
      ]),
      ['', '', '', '', '', '', ''],
      ['confidence', 'said', 'mean', 'came', '', '', ''],
      ...binRows(bins).map((row) => [...row, '', '', '']),
    ],
    notes: [
      `The table has medians of ${seeds.length} seeds, the bounds stand on the first ${promised_seeds}.`,
      'Of the proposals due before the last five days, those of whose series a charge came: one in twenty is dropped on purpose, so no more than 0.95 can come.',
      'Money out; fees and interest are neutral; ended ones are no claim. A forecast is of the 31 days after the cut-off, within 3 days and 5%.',
      '“gaps”: a payee whose gaps hardly vary. “told the truth”: knows each series, and says its usual day and last or middle amount; more can hardly be foreseen.',
    ],
    measured: { seeds, runs },
  }
}

const outOf = (transactions: readonly AccountTransaction[]): AccountTransaction[] =>
  transactions.filter(({ amount_cents }) => amount_cents < 0)

function medians(scores: readonly Score[]) {
  return {
    f1: median(scores.map(({ found }) => f1(found))),
    precision: median(scores.map(({ found }) => precision(found))),
    recall: median(scores.map(({ found }) => recall(found))),
    forecastPrecision: median(scores.map(({ forecast }) => precision(forecast))),
    forecastRecall: median(scores.map(({ forecast }) => recall(forecast))),
  }
}
