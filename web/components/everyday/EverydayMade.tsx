import { useState } from 'react'
import { everydayParts, type EverydayPart } from '../../../core/spending/everyday.ts'
import { weeksTold } from '../../../core/spending/weeks-told.ts'
import { sumOf } from '../../../core/money/money.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { useEverydayAsked } from './EverydayFigure.tsx'
import { LevelSaid } from './LevelSaid.tsx'

/** What the week of everyday spending is made of: each kind with its amount, and the weeks that it was told from. */
export default function EverydayMade(props: PopupProps) {
  const { scenario, date, today } = useEverydayAsked()
  return (
    <Popover {...props} title={say('everyday.made')}>
      <p className="-mt-1 mb-2 text-sm text-quiet">{say('everyday.made.lead', { day: formatDate(date, today) })}</p>
      {props.open && <Parts parts={everydayParts(scenario, date)} currency_code={scenario.currency_code} today={today} />}
    </Popover>
  )
}

function Parts({ parts, currency_code, today }: { parts: readonly EverydayPart[]; currency_code: string; today: string }) {
  const money = (cents: number): string => formatMoney(cents, currency_code)
  return (
    <div className="max-h-[50dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('everyday.made')}>
      <ul>
        {parts.map((part) => (
          <Part key={part.bill.id} part={part} money={money} today={today} />
        ))}
      </ul>
      <p className="flex gap-3 border-t border-edge py-1 font-semibold">
        <span className="flex-1">{say('everyday.together')}</span>
        <span className="money">{money(sumOf(parts.map(({ cents }) => cents)))}</span>
      </p>
    </div>
  )
}

interface PartProps {
  part: EverydayPart
  money: (cents: number) => string
  today: string
}

function Part({ part: { bill, cents }, money, today }: PartProps) {
  const [isOpen, setIsOpen] = useState(false)
  const weeks = weeksTold(bill)
  return (
    <li className="py-1">
      <p className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 wrap-anywhere">{bill.name}</span>
        <span className="money">{money(cents)}</span>
      </p>
      <p className="text-sm text-quiet">{toldWords(bill, money, today)}</p>
      {weeks.length > 0 && (
        <details className="text-sm" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary
            className="min-h-6 text-quiet pointer-coarse:min-h-11 pointer-coarse:pt-2.5"
            aria-label={say('everyday.found.weeks_of', { name: bill.name })}
          >
            {say('everyday.found.weeks')}
          </summary>
          {isOpen && (
            <LevelSaid weeks={weeks.map((week) => week.cents)} level_cents={bill.evidence?.varied?.amount_cents ?? cents} money={money} />
          )}
          {isOpen && (
            <table className="w-full">
              <tbody>
                {weeks.map((week) => (
                  <tr key={week.from}>
                    <th scope="row" className="py-0.5 text-left font-normal">
                      {say('everyday.found.week', { day: formatDate(week.from, today) })}
                    </th>
                    <td className="money text-right">{money(week.cents)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </details>
      )}
    </li>
  )
}

/** Whose word it is: the bank's, as far as the person left it so. */
function toldWords({ evidence, amount_cents }: EverydayPart['bill'], money: (cents: number) => string, today: string): string {
  if (evidence === null) return say('everyday.made.written')
  const between = { first: formatDate(evidence.first_date, today), last: formatDate(evidence.last_date, today), count: evidence.charges }
  const told = evidence.varied?.amount_cents ?? amount_cents
  return told === amount_cents ? say('everyday.made.told', between) : say('everyday.made.changed', { ...between, told: money(told) })
}
