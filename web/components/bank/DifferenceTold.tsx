import { useEffect, useRef } from 'react'
import { differencePartNames, type Cause, type DifferencePart } from '../../../core/actuals/causes.ts'
import type { KeptDifference } from '../../../core/actuals/kept.ts'
import { formatDate } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { differenceWords, whyPlace } from './differenceWords.ts'

interface Props {
  difference: KeptDifference
  currency_code: string
  today: string
}

/** Why the bank has another balance than the plan had said: in a sentence, and as lines that sum to the cent. */
export function DifferenceTold({ difference, currency_code, today }: Props) {
  const { balance_cents, planned_cents, waiting_cents, untold_cents, date, parts = {} } = difference
  const sums: Record<DifferencePart, number> = {
    amount: difference.amount_cents,
    time: difference.earlier_or_later_cents,
    missing: difference.missing_cents,
    unplanned: difference.unplanned_cents,
  }
  const isSame = balance_cents === planned_cents && Object.keys(parts).length === 0
  return (
    <>
      <p className="mt-2 max-w-2xl">{differenceWords(difference, currency_code, today)}</p>
      {!isSame && (
        <Lines>
          <Line name={say('match.part.planned')} text={formatMoney(planned_cents, currency_code)} />
          {differencePartNames.map((part) => (
            <Part key={part} name={say(`match.part.${part}`)} cents={sums[part]} causes={parts[part]} currency_code={currency_code} />
          ))}
          <Part name={say('match.part.waiting')} cents={waiting_cents} currency_code={currency_code} />
          <Part name={say('match.part.untold')} cents={untold_cents} currency_code={currency_code} />
          <Line name={`${say('match.part.balance')}, ${formatDate(date, today)}`} text={formatMoney(balance_cents, currency_code)} isSum />
        </Lines>
      )}
    </>
  )
}

/** Open and in sight for who came to read it. */
function Lines({ children }: { children: React.ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const { pathname, hash } = window.location
    if (pathname + hash !== whyPlace) return
    details.current!.open = true
    details.current!.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <details ref={details} className="mt-2 max-w-2xl">
      <summary className="min-h-6 pointer-coarse:min-h-11 pointer-coarse:pt-2.5">{say('match.why')}</summary>
      <table className="difference-table">
        <tbody>{children}</tbody>
      </table>
    </details>
  )
}

const Line = ({ name, text, isSum = false }: { name: string; text: string; isSum?: boolean }) => (
  <tr data-sum={isSum || undefined}>
    <th scope="row">{name}</th>
    <td className="money">{text}</td>
  </tr>
)

interface PartProps {
  name: string
  cents: number
  causes?: readonly Cause[] | undefined
  currency_code: string
}

/** One sum, and beneath it what it is the sum of. */
function Part({ name, cents, causes, currency_code }: PartProps) {
  if (cents === 0 && causes === undefined) return null
  return (
    <>
      <Line name={name} text={formatChange(cents, currency_code)} />
      {causes?.map((cause) => (
        <tr key={cause.name} data-cause>
          <td>{cause.name}</td>
          <td className="money">{formatChange(cause.cents, currency_code)}</td>
        </tr>
      ))}
    </>
  )
}
