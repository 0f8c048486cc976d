import {
  DndContext,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import { useMemo, useState } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { minorUnitDigits } from '../../../core/money/money.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { EverydayOfDay } from '../../../core/spending/spending-days.ts'
import { formatMonth, formatWeekday, formatWeekdayName } from '../../format/date.ts'
import { closePopups } from '../../ui/openPopups.ts'
import { say } from '../../words/say.ts'
import { Chip } from './Chip.tsx'
import { DayCell, type Balance } from './DayCell.tsx'
import { isSameInCell } from './everyday.ts'

interface Props {
  month: string
  weeks: string[][]
  payments: ReadonlyMap<string, DatedPayment[]>
  everyday: ReadonlyMap<string, EverydayOfDay[]>
  balanceOf: (date: string) => Balance | null
  today: string
  selected: string
  currency_code: string
  onSelect: (date: string) => void
  onMove: (payment: DatedPayment, date: string) => void
  onAdd: (date: string) => void
}

const steps: Record<string, number> = { [KeyboardCode.Left]: -1, [KeyboardCode.Right]: 1, [KeyboardCode.Up]: -7, [KeyboardCode.Down]: 7 }

/** Arrow keys carry a lifted payment from day to day. */
const byDays: KeyboardCoordinateGetter = (event, { active, context: { over, droppableRects, active: lifted } }) => {
  const step = steps[event.code]
  if (step === undefined) return undefined
  event.preventDefault()
  const from = (over?.id ?? (lifted?.data.current as DatedPayment | undefined)?.date ?? active) as string
  const rect = droppableRects.get(addDays(from, step))
  return rect && { x: rect.left + 4, y: rect.top + 4 }
}

const keys = { start: [KeyboardCode.Space], cancel: [KeyboardCode.Esc], end: [KeyboardCode.Space, KeyboardCode.Enter, KeyboardCode.Tab] }

const nameOf = (active: { data: { current?: unknown } }): string => (active.data.current as DatedPayment).name
const stays = (active: { data: { current?: unknown } }): string => say('calendar.drag.stays', { name: nameOf(active) })
const announcements: Announcements = {
  onDragStart: ({ active }) => say('calendar.drag.lifted', { name: nameOf(active) }),
  onDragOver: ({ over }) => (over ? formatWeekday(String(over.id)) : undefined),
  onDragEnd: ({ active, over }) =>
    over ? say('calendar.drag.put_down', { name: nameOf(active), date: formatWeekday(String(over.id)) }) : stays(active),
  onDragCancel: ({ active }) => stays(active),
}

/** A month as weeks of days; a payment is dragged, or carried by keys, to another day. */
export function MonthGrid({ month, weeks, payments, everyday, balanceOf, today, selected, currency_code, onSelect, onMove, onAdd }: Props) {
  const [lifted, setLifted] = useState<DatedPayment | null>(null)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byDays, keyboardCodes: keys }),
  )
  const weekdays = useMemo(() => weeks[0]!.map((date) => [formatWeekdayName(date), formatWeekdayName(date, 'long')] as const), [weeks])
  const name = formatMonth(`${month}-01`, 'full')
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: say('calendar.drag.how') } }}
      onDragStart={({ active }) => {
        closePopups()
        setLifted(active.data.current as DatedPayment)
      }}
      onDragCancel={() => setLifted(null)}
      onDragEnd={({ active, over }) => {
        setLifted(null)
        const payment = active.data.current as DatedPayment
        if (over && over.id !== payment.date) onMove(payment, String(over.id))
      }}
    >
      <div>
        <table className="month" role="grid" aria-label={name}>
          <thead>
            <tr>
              {weekdays.map(([short, long]) => (
                <th key={long} scope="col">
                  <abbr title={long}>{short}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((date, nth) => (
                  <DayCell
                    key={date}
                    date={date}
                    isOutside={!date.startsWith(month)}
                    isToday={date === today}
                    isSelected={date === selected}
                    payments={payments.get(date) ?? none}
                    everyday={everyday.get(date)}
                    isSameEveryday={nth > 0 && isSameInCell(everyday.get(week[nth - 1]!), everyday.get(date))}
                    balance={balanceOf(date)}
                    currency_code={currency_code}
                    onSelect={onSelect}
                    onAdd={onAdd}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {minorUnitDigits(currency_code) > 0 && <p className="mt-1 text-sm text-quiet lg:hidden">{say('calendar.whole')}</p>}
        <p className="month-keys no-print">
          {say('calendar.drag.keys')} {say('calendar.keys')}
        </p>
      </div>
      <DragOverlay dropAnimation={null}>{lifted && <Chip payment={lifted} currency_code={currency_code} isLifted />}</DragOverlay>
    </DndContext>
  )
}

const none: DatedPayment[] = []
