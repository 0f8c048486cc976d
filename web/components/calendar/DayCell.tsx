import { useDroppable } from '@dnd-kit/core'
import { memo } from 'react'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Level } from '../../../core/projection/levels.ts'
import type { EverydayOfDay } from '../../../core/spending/spending-days.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatBrief, formatCell, formatMoney } from '../../format/money.ts'
import { PlusIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'
import { levelWords } from '../planning/levelWords.ts'
import { DraggableChip } from './Chip.tsx'
import { pressedOnDay } from './dayKeys.ts'
import { everydayInCell } from './everyday.ts'

export interface Balance {
  cents: number
  /** With what is in pots: what is on the account. */
  total_cents: number
  /** What the day takes of it into pots; below zero: what comes back out of them, or pays for what they were for. */
  aside_cents: number
  level: Level
}

interface Props {
  date: string
  isOutside: boolean
  isToday: boolean
  isSelected: boolean
  payments: readonly DatedPayment[]
  everyday: readonly EverydayOfDay[] | undefined
  /** The same leaves on the day beside it, which has its name. */
  isSameEveryday: boolean
  /** null: the plan does not reach this day. */
  balance: Balance | null
  currency_code: string
  onSelect: (date: string) => void
  onAdd: (date: string) => void
}

/** How its styles know it; short while pots hold money warns as below the floor does. */
const belowOf: Record<Level, 'floor' | 'zero' | undefined> = { fine: undefined, below_floor: 'floor', in_pots: 'floor', below_zero: 'zero' }

/** As many as a cell shows; the day's own list has all of them. */
const shown = 3

/** Which day it is, how much there is on it, and what is left at its end. */
function labelOf(date: string, payments: number, balance: Balance | null, currency_code: string): string {
  const day = say('calendar.day', { date: formatWeekday(date), payments })
  if (!balance) return day
  const { cents, level } = balance
  return say('calendar.day.ends', { day, amount: formatMoney(cents, currency_code), level, how: levelWords(level, 0) })
}

/** A day: its number, what is paid and comes in, and what is left at its end. */
export const DayCell = memo(function DayCell({
  date,
  isOutside,
  isToday,
  isSelected,
  payments,
  everyday,
  isSameEveryday,
  balance,
  currency_code,
  onSelect,
  onAdd,
}: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: date })
  const told = everydayInCell(everyday)
  const aside = balance?.aside_cents ?? 0
  return (
    <td
      ref={setNodeRef}
      data-date={date}
      data-outside={isOutside || undefined}
      data-below={belowOf[balance?.level ?? 'fine']}
      data-selected={isSelected || undefined}
      aria-selected={isSelected}
      data-over={isOver || undefined}
      onClick={() => onSelect(date)}
    >
      {/* Of each, one is in the tab order: the chosen day's. */}
      <button
        type="button"
        className="day-number"
        aria-pressed={isSelected}
        aria-current={isToday ? 'date' : undefined}
        aria-label={labelOf(date, payments.length, balance, currency_code)}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => onSelect(date)}
        onKeyDown={(event) => pressedOnDay(event, date, onSelect)}
      >
        {Number(date.slice(8))}
      </button>
      <button
        type="button"
        className="day-add"
        tabIndex={isSelected ? 0 : -1}
        aria-label={say('calendar.add_on', { date: formatWeekday(date) })}
        title={say('calendar.add')}
        onClick={(event) => {
          event.stopPropagation()
          onAdd(date)
        }}
      >
        <PlusIcon />
      </button>
      <div className="day-chips">
        {payments.slice(0, shown).map((payment) => (
          <DraggableChip key={`${payment.id} ${payment.nominal_date}`} payment={payment} currency_code={currency_code} />
        ))}
        {payments.length > shown && (
          <span className="px-1 text-sm text-quiet">{say('calendar.more', { more: payments.length - shown })}</span>
        )}
        {/* The same as on the day beside, its name is heard and not seen: bills are what a month is looked at for. */}
        {told && <QuietPart name={told.name} isHeard={isSameEveryday} amount={formatCell(told.amount_cents, currency_code)} />}
        {aside !== 0 && (
          <QuietPart
            name={say('calendar.aside', { way: aside > 0 ? 'into' : 'out' })}
            amount={(aside < 0 ? '+' : '') + formatCell(Math.abs(aside), currency_code)}
          />
        )}
      </div>
      {payments.length > 0 && (
        <div className="day-dots" aria-hidden="true">
          {payments.slice(0, 4).map((payment) => (
            <span key={`${payment.id} ${payment.nominal_date}`} data-kind={payment.collection} />
          ))}
        </div>
      )}
      {balance && (
        <span className="day-balance" aria-hidden="true">
          {balance.level !== 'fine' && (balance.level === 'below_zero' ? '▼ ' : '▾ ')}
          <span className="max-lg:hidden">{formatCell(balance.cents, currency_code)}</span>
          <span className="lg:hidden">{formatBrief(balance.cents, currency_code)}</span>
        </span>
      )}
    </td>
  )
})

/** Quieter than a payment, and nothing that can be carried elsewhere. */
const QuietPart = ({ name, isHeard, amount }: { name: string; isHeard?: boolean; amount: string }) => (
  <span className="day-everyday">
    <span className={isHeard ? 'sr-only' : 'chip-name'}>{name}</span> <span className="money ml-auto pl-1">{amount}</span>
  </span>
)
