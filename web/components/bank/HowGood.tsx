import { useEffect, useMemo, useState } from 'react'
import type { KeptDifference } from '../../../core/actuals/kept.ts'
import { addDays } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import {
  forecastError,
  statesToAsk,
  type ForecastCause,
  type ForecastError,
  type StateThen,
} from '../../../core/spending/forecast-error.ts'
import { listed } from '../../../core/words/words.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { plainDay } from '../../services/clock.ts'
import { say } from '../../words/say.ts'

const mostNamed = 3

interface Props {
  scenario: Scenario
  last: KeptDifference
  today: string
}

/**
 * What the plan had said weeks before for the day of the bank's balance, and what made it otherwise; nothing where the plan is not old
 * enough.
 */
export function HowGood({ scenario, last, today }: Props) {
  const states = useStatesThen(scenario.id, last.date)
  const found = useMemo(
    () => forecastError(states, scenario, today, { date: last.date, amount_cents: last.balance_cents }),
    [states, scenario, today, last],
  )
  const told = found.at(-1)
  if (!told) return null
  const { currency_code } = scenario
  return (
    <>
      <p className="mt-1 max-w-3xl text-quiet">{goodWords(told, last.date, currency_code, today)}</p>
      {told.causes.length > 0 && (
        <details className="max-w-xl text-quiet">
          <summary className="min-h-6 pointer-coarse:min-h-11 pointer-coarse:pt-2.5">{say('match.good.why')}</summary>
          <table className="w-full">
            <tbody>
              <Line name={say('match.part.planned')} text={formatMoney(told.said_cents, currency_code)} />
              {told.causes.map((cause) => (
                <Line key={cause.row?.id ?? ''} name={nameOf(cause)} text={formatChange(cause.cents, currency_code)} />
              ))}
              <Line
                name={say('match.good.bank', { day: formatDate(last.date, today) })}
                text={formatMoney(told.actual_cents, currency_code)}
              />
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}

const Line = ({ name, text }: { name: string; text: string }) => (
  <tr>
    <th scope="row" className="py-0.5 pr-4 text-left font-normal wrap-anywhere">
      {name}
    </th>
    <td className="money py-0.5 text-right">{text}</td>
  </tr>
)

const nameOf = ({ row, name }: ForecastCause): string => (row === null ? say('match.good.other') : name)

/** The difference, and what makes it: the largest by name, the others together or what was not planned, so that they sum to it. */
function goodWords(
  { days, said_cents, actual_cents, cents, causes }: ForecastError,
  date: string,
  currency_code: string,
  today: string,
): string {
  const money = (amount: number): string => formatMoney(amount, currency_code)
  const told = {
    days,
    when: date === today ? 'today' : 'then',
    day: formatDate(date, today),
    said_day: formatDate(addDays(date, -days), today),
    said: money(said_cents),
    actual: money(actual_cents),
  }
  if (cents === 0) return say('match.good.same', told)
  const named = causes.filter(({ row }) => row !== null)
  const shown = named.length === mostNamed + 1 ? named : named.slice(0, mostNamed)
  const rest = cents - shown.reduce((sum, cause) => sum + cause.cents, 0)
  // As beneath, and as beside the balance: what each adds to it.
  const words = shown.map((cause) => say('match.cause', { name: cause.name, amount: formatChange(cause.cents, currency_code) }))
  const isUnplanned = shown.length === named.length
  const restWords = say(isUnplanned ? 'match.good.rest_unplanned' : 'match.good.rest', { amount: formatChange(rest, currency_code) })
  const all = rest === 0 ? words : [...words, restWords]
  return say('match.good', { ...told, causes: listed(all, say) })
}

/** The plan as it was then, read once for a plan and a day. */
function useStatesThen(id: string, date: string): readonly StateThen[] {
  const [states, setStates] = useState<readonly StateThen[]>([])
  useEffect(() => {
    let isWanted = true
    setStates([])
    void readStates(date).then(
      (found) => isWanted && setStates(found),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [id, date])
  return states
}

async function readStates(date: string): Promise<StateThen[]> {
  const { listRevisions, getRevision } = planningActions()
  const kept = await listRevisions()
  if (!kept.ok) return []
  const oldestFirst = kept.value.map(({ revision, created_at }) => ({ revision, from: plainDay(new Date(created_at)) })).reverse()
  const read = await Promise.all(
    statesToAsk(oldestFirst, date).map(async ({ revision, from }) => ({ from, found: await getRevision(revision) })),
  )
  return read.flatMap(({ from, found }) => (found.ok ? [{ from, state: found.value }] : []))
}
