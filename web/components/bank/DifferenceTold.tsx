import { useMemo } from 'react'
import { causesOf } from '../../../core/actuals/causes.ts'
import type { ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import type { DifferenceItem, DifferenceKind } from '../../../core/actuals/difference.ts'
import { formatDate } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { differenceWords } from './differenceWords.ts'
import type { BankRun } from './matching.ts'
import { itemName } from './names.ts'

const parts = [
  { key: 'amount', kinds: ['amount'] },
  { key: 'time', kinds: ['earlier', 'later'] },
  { key: 'missing', kinds: ['missing'] },
  { key: 'unplanned', kinds: ['unplanned', 'transfer'] },
] as const satisfies { key: string; kinds: DifferenceKind[] }[]

/** Why the bank has another balance than the plan had said: in a sentence, and as lines that sum to the cent. */
export function DifferenceTold({ run, difference, today }: { run: BankRun; difference: ToldDifference; today: string }) {
  const { base, transactions, options, answers } = run
  const { currency_code } = base
  const until = options.balance!.date
  const name = useMemo(() => itemName(base, transactions, until, answers), [base, transactions, until, answers])
  const causes = useMemo(() => causesOf(difference.items, name), [difference, name])
  const sums = {
    amount: difference.amount_cents,
    time: difference.earlier_or_later_cents,
    missing: difference.missing_cents,
    unplanned: difference.unplanned_cents,
  }
  const isSame = difference.balance_cents === difference.planned_cents
  return (
    <>
      <p className="mt-2 max-w-2xl">
        {differenceWords({ ...difference, date: until, since: base.start_date, causes }, currency_code, today)}
      </p>
      {(!isSame || difference.items.length > 0) && (
        <details className="mt-2 max-w-2xl">
          <summary className="min-h-6">{say('match.why')}</summary>
          <table className="difference-table">
            <tbody>
              <Line name={say('match.part.planned')} text={formatMoney(difference.planned_cents, currency_code)} />
              {parts.map(({ key, kinds }) => (
                <Part
                  key={key}
                  name={say(`match.part.${key}`)}
                  cents={sums[key]}
                  items={difference.items.filter(({ kind }) => (kinds as readonly DifferenceKind[]).includes(kind))}
                  nameOf={name}
                  currency_code={currency_code}
                />
              ))}
              <Part name={say('match.part.waiting')} cents={difference.waiting_cents} currency_code={currency_code} />
              <Part name={say('match.part.untold')} cents={difference.untold_cents} currency_code={currency_code} />
              <Line
                name={`${say('match.part.balance')}, ${formatDate(options.balance!.date, today)}`}
                text={formatMoney(difference.balance_cents, currency_code)}
                isSum
              />
            </tbody>
          </table>
        </details>
      )}
    </>
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
  items?: readonly DifferenceItem[]
  nameOf?: (item: DifferenceItem) => string
  currency_code: string
}

/** One sum, and beneath it what it is the sum of. */
function Part({ name, cents, items, nameOf, currency_code }: PartProps) {
  if (cents === 0 && !items?.length) return null
  const causes = items && nameOf ? causesOf(items, nameOf) : []
  return (
    <>
      <Line name={name} text={formatChange(cents, currency_code)} />
      {causes.map((cause) => (
        <tr key={cause.name} data-cause>
          <td>{cause.name}</td>
          <td className="money">{formatChange(cause.cents, currency_code)}</td>
        </tr>
      ))}
    </>
  )
}
