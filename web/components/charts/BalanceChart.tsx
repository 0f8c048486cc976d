import { Suspense, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { useKnownRanges } from '../../context/ranges.ts'
import { lazily } from '../../ui/lazily.tsx'
import { usePrinting } from '../../ui/printing.ts'
import '../../styles/chart.css'
import { say, sayWith } from '../../words/say.ts'
import { levelTone } from '../planning/levelWords.ts'
import { dayWords, spoken, type DayWords } from './dayWords.ts'
import { draw, type Drawing } from './drawing/drawing.ts'
import { lineOf } from './lines.ts'
import { lineClass, Picture } from './Picture.tsx'
import { dayAt, xOf, yOf } from './scales.ts'
import type { BalanceChartProps, ChartSeries } from './series.ts'
import { sureOf } from './sure.ts'

const MonthTable = lazily(() => import('./MonthTable.tsx'), 'charts')

/** The balance ahead as a picture, a day of it in words under the pointer or the arrow keys, and the months as a table. */
export function BalanceChart({ series, label, from, until, today, tried }: BalanceChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const shownWidth = useWidth(place)
  const isPrinted = usePrinting()
  const width = isPrinted ? paper.width : shownWidth
  const height = isPrinted ? paper.height : width < 560 ? 230 : 300
  const ranges = useKnownRanges(series[0]!.projection)
  const sure = useMemo(() => (series.length === 1 ? sureOf(series[0]!, ranges) : null), [series, ranges])
  const drawing = useMemo(
    () => (width === 0 ? null : draw({ series, from, until, tried, sure }, width, height)),
    [series, from, until, tried, sure, width, height],
  )
  const [pointed, setPointed] = useState<number | null>(null)
  const [showsMonths, setShowsMonths] = useState(false)
  const [from_day, until_day] = [dayOf(from)!, dayOf(until)!]
  const day = pointed === null ? null : Math.min(until_day - 1, Math.max(from_day, pointed))
  const words = dayWords(series, day ?? Math.max(from_day, series[0]!.projection.start_day), today, sure)

  const point = (event: PointerEvent<HTMLDivElement>): void => {
    if (drawing) setPointed(dayAt(drawing.frame, event.clientX - event.currentTarget.getBoundingClientRect().left + drawing.frame.left))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.key === 'Escape' ? null : dayByKey(event.key, day ?? from_day, from_day, until_day)
    if (next === undefined || (next === null && pointed === null)) return
    event.preventDefault()
    event.stopPropagation()
    setPointed(next)
  }

  return (
    <figure aria-label={label}>
      <Readout words={words} isMany={series.length > 1} order={series.map(({ id }) => id)} />
      <div ref={place} className="chart" style={{ height }}>
        {drawing && (
          <>
            <Picture drawing={drawing} />
            {day !== null && <Cursor drawing={drawing} series={series} day={day} />}
            <div
              className="chart-plot"
              style={{
                left: drawing.frame.left,
                right: drawing.width - drawing.frame.right,
                top: drawing.frame.top,
                bottom: drawing.height - drawing.frame.bottom,
              }}
              role="slider"
              tabIndex={0}
              aria-label={say('charts.day_by_day', { what: label })}
              aria-valuemin={0}
              aria-valuemax={until_day - from_day - 1}
              aria-valuenow={(day ?? from_day) - from_day}
              aria-valuetext={spoken(words)}
              onPointerMove={point}
              onPointerDown={point}
              onPointerLeave={(event) => event.pointerType === 'mouse' && setPointed(null)}
              onKeyDown={onKeyDown}
            />
          </>
        )}
      </div>
      <figcaption className="mt-1 text-sm">
        {drawing?.isByMonth && <p className="text-quiet">{say(drawing.band ? 'charts.by_month_with_band' : 'charts.by_month')}</p>}
        {drawing?.sure && <p className="text-quiet">{say(drawing.isByMonth ? 'charts.sure_by_month' : 'charts.sure')}</p>}
        <details className="no-print" onToggle={(event) => setShowsMonths(event.currentTarget.open)}>
          <summary className="min-h-6 text-quiet">{say('charts.as_table')}</summary>
          {showsMonths && (
            <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
              <MonthTable series={series} from={from} until={until} />
            </Suspense>
          )}
        </details>
      </figcaption>
    </figure>
  )
}

/** The day that a key leads to; undefined for a key that means nothing here. */
function dayByKey(key: string, day: number, from_day: number, until_day: number): number | undefined {
  const within = (wanted: number): number => Math.min(until_day - 1, Math.max(from_day, wanted))
  const monthsOn = (months: number): number => {
    const month = monthOf(day) + months
    return Math.min(firstOfMonth(month) + day - firstOfMonth(monthOf(day)), firstOfMonth(month + 1) - 1)
  }
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(day + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(day - 1)
    case 'PageUp':
      return within(monthsOn(1))
    case 'PageDown':
      return within(monthsOn(-1))
    case 'Home':
      return from_day
    case 'End':
      return until_day - 1
    default:
      return undefined
  }
}

/** The printed picture in pixels: as wide as A4 and Letter have between their margins. */
const paper = { width: 680, height: 400 }

/** How wide an element is, in whole pixels; 0 before it is laid out. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = place.current!
    setWidth(Math.floor(element.clientWidth))
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}

/** A day in words, in lines that are always as high, so that nothing moves under the pointer. */
function Readout({ words, isMany, order }: { words: DayWords; isMany: boolean; order: string[] }) {
  return (
    <div className="chart-readout no-print" aria-hidden="true">
      <p className="chart-readout-day">{isMany ? <DayOfMany words={words} order={order} /> : <DayOfOne words={words} />}</p>
      <p className="chart-readout-moves">
        {words.payments.map(({ key, text }) => (
          <span key={key} className="mr-3">
            {text}
          </span>
        ))}
        {words.more > 0 && say('charts.and_more', { more: words.more })}
      </p>
    </div>
  )
}

const DayName = ({ date }: { date: string }) => <strong className="font-semibold">{date}</strong>

/** The balance as an amount, and how bad that is. */
const Balance = ({ balance: { text, level, below } }: { balance: DayWords['balances'][number] }) => (
  <>
    <span className="money">{text}</span>
    {level !== 'fine' && <span className={levelTone[level]}>, {below}</span>}
  </>
)

function DayOfOne({ words: { date, balances } }: { words: DayWords }) {
  const [balance] = balances
  if (!balance) return <DayName date={date} />
  return sayWith('charts.readout', {
    date: <DayName date={date} />,
    balance: <Balance balance={balance} />,
    end: <span className="text-quiet">{balance.range ?? say('charts.end_of_day')}</span>,
    aside: balance.aside && <span className="text-quiet">{say('charts.aside', { amount: balance.aside })}</span>,
  })
}

const DayOfMany = ({ words: { date, balances }, order }: { words: DayWords; order: string[] }) => (
  <>
    <DayName date={date} />
    {'  '}
    {balances.map((balance) => (
      <span key={balance.id} className="chart-readout-line mr-3">
        <span className={`chart-key ${lineClass(order.indexOf(balance.id))}`}>{balance.name}</span>
        <Balance balance={balance} />
      </span>
    ))}
  </>
)

function Cursor({ drawing: { frame, width, height }, series, day }: { drawing: Drawing; series: readonly ChartSeries[]; day: number }) {
  const x = xOf(frame, day + 0.5)
  return (
    <svg className="chart-picture no-print" width={width} height={height} aria-hidden="true">
      <path className="chart-cursor" d={`M${x},${frame.top}V${frame.bottom}`} />
      {series.map((one) => {
        const { available_cents, start_day } = lineOf(one)
        const cents = available_cents[day - start_day]
        return cents === undefined ? null : <circle key={one.id} className="chart-dot" cx={x} cy={yOf(frame, cents)} r={4} />
      })}
    </svg>
  )
}

export default BalanceChart
