import { createContext, useContext, useMemo, type ComponentType } from 'react'
import { addDays } from '../../../core/calendar.ts'
import type { SpendingOfBill, SpendingPeriod } from '../../../core/spending/spending-month.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { Popover } from '../../ui/Popover.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

interface MadeOf {
  title: string
  lines: { key: string; label: string; text: string }[]
  sum: string
}

const Shown = createContext<MadeOf | null>(null)

/** What was planned, what was spent, what is left, each a button that opens what it is the sum of. */
export function SpentFigures({ of, today, currency_code }: { of: SpendingOfBill; today: string; currency_code: string }) {
  const { bill, periods, days, planned_cents, spent_cents, assumed_cents, left_cents } = of
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const made = useMemo(() => {
    const byPeriod = (cents: (one: SpendingPeriod) => number) =>
      periods.flatMap((one) =>
        cents(one) === 0 ? [] : [{ key: one.scheduled_date, label: daysWords(one, today), text: formatMoney(cents(one), currency_code) }],
      )
    const spent = days.flatMap(({ date, spent_cents: cents }) =>
      cents === 0 ? [] : [{ key: date, label: formatDate(date, today), text: formatMoney(cents, currency_code) }],
    )
    const assumed = byPeriod((one) => one.assumed_cents).map((line) => ({
      ...line,
      key: `${line.key} planned`,
      label: say('everyday.line.as_planned', { days: line.label }),
    }))
    return { planned: byPeriod((one) => one.planned_cents), spent: [...spent, ...assumed], left: byPeriod((one) => one.left_cents) }
  }, [periods, days, today, currency_code])
  const figures = [
    { key: 'planned', cents: planned_cents },
    { key: 'spent', cents: spent_cents + assumed_cents },
    { key: 'left', cents: left_cents },
  ] as const
  return (
    <tr className="money align-top">
      {figures.map(({ key, cents }) => (
        <td key={key}>
          <Figure made={{ title: say(`everyday.${key}_of`, { name: bill.name }), lines: made[key], sum: money(cents) }} />
          {key === 'spent' && assumed_cents > 0 && (
            <span className="block text-sm text-quiet">{say('everyday.assumed', { amount: money(assumed_cents) })}</span>
          )}
        </td>
      ))}
    </tr>
  )
}

/** "Sep 2 to Sep 8". */
const daysWords = ({ from, until }: SpendingPeriod, today: string): string => {
  const [first, last] = [formatDate(from, today), formatDate(addDays(until, -1), today)]
  return first === last ? first : say('everyday.line.days', { first, last })
}

const Figure = ({ made }: { made: MadeOf }) => (
  <Shown value={made}>
    <PopupButton
      opens="dialog"
      popup={Lines as ComponentType<PopupProps>}
      className="figure figure-small text-ink"
      label={`${made.title}: ${made.sum}`}
    >
      {made.sum}
    </PopupButton>
  </Shown>
)

function Lines(props: PopupProps) {
  const { title, lines, sum } = useContext(Shown)!
  return (
    <Popover {...props} title={title}>
      {lines.length === 0 ? (
        <p className="text-quiet">{say('everyday.line.nothing')}</p>
      ) : (
        <div className="max-h-[50dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={title}>
          <table className="w-full">
            <tbody>
              {lines.map(({ key, label, text }) => (
                <tr key={key}>
                  <th scope="row" className="py-0.5 pr-3 text-left font-normal">
                    {label}
                  </th>
                  <td className="money py-0.5 text-right">{text}</td>
                </tr>
              ))}
            </tbody>
            <tfoot className="sticky bottom-0 bg-raised">
              <tr className="border-t border-edge font-semibold">
                <th scope="row" className="py-1 pr-3 text-left">
                  {say('everyday.together')}
                </th>
                <td className="money py-1 text-right">{sum}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Popover>
  )
}
