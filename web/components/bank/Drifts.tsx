import { useMemo } from 'react'
import { withAnswers } from '../../../core/actuals/answers.ts'
import { driftsOf, type Drift } from '../../../core/actuals/drift.ts'
import { ownChanges, type OwnChange } from '../../../core/prediction/own-changes.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { amountOn } from '../../../core/schedule/row-parts.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { takeDrift } from './matching.ts'
import type { BankRun } from './bankRun.ts'
import { useParted } from './parted.ts'

interface Props {
  run: BankRun
  scenario: Scenario
  today: string
}

/** Rows whose last payments were otherwise than planned, each with what it would become by a press. */
export default function Drifts({ run, scenario, today }: Props) {
  const { matched, answers, earlier, transactions, options, until } = run
  const parted = useParted(scenario)
  const drifts = useMemo(() => {
    const { known, asked } = withAnswers(matched, answers)
    const own = ownChanges(scenario, parted ?? null)
    return driftsOf(scenario, [...earlier, ...known.matches], [...transactions.values()], options.balance?.date ?? until, asked).filter(
      (drift) => !isOwn(drift, own.of(rowOf(scenario, drift.row))),
    )
  }, [scenario, parted, matched, answers, earlier, transactions, options, until])
  if (parted === undefined || drifts.length === 0) return null
  return (
    <section aria-labelledby="drifts-heading" className="mt-6">
      <h3 id="drifts-heading" className="text-lg">
        {say('match.drift.heading')}
      </h3>
      <ul>
        {drifts.map((drift) => (
          <li key={`${drift.kind} ${drift.row.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2">
            <span className="min-w-48 flex-1 wrap-anywhere">{driftWords(scenario, drift, today)}</span>
            <button type="button" className="button" onClick={() => void takeDrift(drift)}>
              {takeWords(scenario, drift, today)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a what-if has otherwise on purpose is not brought back to what the bank says. */
const isOwn = ({ kind }: Drift, { amount, days }: OwnChange): boolean => (kind === 'amount' || kind === 'range' ? amount : days)

const rowOf = (scenario: Scenario, { collection, id }: Drift['row']): Payment =>
  (scenario[collection] as readonly Payment[]).find((row) => row.id === id)!

function driftWords(scenario: Scenario, drift: Drift, today: string): string {
  const row = rowOf(scenario, drift.row)
  const { name } = row
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  switch (drift.kind) {
    case 'amount':
      return say('match.drift.amount', { name, was: money(drift.was_cents), is: money(drift.amount_cents) })
    case 'range':
      return say('match.drift.range', {
        name,
        low: money(drift.low_cents),
        high: money(drift.high_cents),
        was: money(amountOn(row, drift.from)),
      })
    case 'day':
      return say('match.drift.day', { name, days: Math.abs(drift.days), when: drift.days > 0 ? 'late' : 'early' })
    case 'end':
      return say('match.drift.end', { name, day: formatDate(drift.last, today) })
  }
}

function takeWords(scenario: Scenario, drift: Drift, today: string): string {
  if (drift.kind === 'end') return say('match.drift.take_end')
  const day = formatDate(drift.from, today)
  if (drift.kind === 'amount')
    return say('match.drift.take_amount', { amount: formatMoney(drift.amount_cents, scenario.currency_code), day })
  return say(drift.kind === 'range' ? 'match.drift.take_range' : 'match.drift.take_day', { day })
}
