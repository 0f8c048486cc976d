/** From projections to what is drawn: paths, marks and words, all in pixels. */
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { minorUnitDigits } from '../../../core/money/money.ts'
import type { DayBalance, Projection } from '../../../core/projection/projection.ts'
import { levelOf } from '../../../core/projection/levels.ts'
import { formatDate, formatMonth, formatYear } from '../../format/date.ts'
import { formatMoney, formatRound } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { levelWords } from '../planning/levelWords.ts'
import type { BalanceChartProps, ChartSeries } from './BalanceChart.tsx'
import { lineOf, lowestBetween, type ChartLine } from './lines.ts'
import { placeLabels, widthOf, type Box, type Label, type Words } from './labels.ts'
import { dayTicks, moneyTicks, xOf, yOf, type Frame } from './scales.ts'
import type { SureBand } from './sure.ts'
import { dailySteps, monthlyReach, stairs, type Steps } from './steps.ts'

/** What lies between the line and a rule under which it falls: hatched, and its own colour. */
export interface Shade {
  path: string
  top: number
  bottom: number
}

export interface Drawing {
  frame: Frame
  width: number
  height: number
  /** Whether the line is each month's lowest day rather than every day. */
  isByMonth: boolean
  lines: { id: string; path: string }[]
  /** The line as it would be with what is asked about. */
  tried: string | null
  /** From each month's lowest day to its highest, faint behind a single line. */
  band: string | null
  /** Between what a single line lies, eight times in ten. */
  sure: string | null
  rules: { y: number; text: string }[]
  dates: { x: number; text: string }[]
  floor_y: number | null
  zero_y: number | null
  /** Where a single line's colour turns, from the top (0) to the bottom (1) of the plot. */
  turns: { floor: number; danger: number } | null
  belowFloor: Shade | null
  belowDanger: Shade | null
  marks: { key: string; x: number; y: number; tone: Words['tone'] }[]
  paydays: string
  labels: Label[]
  /** The names of several lines, at their ends. */
  names: { id: string; x: number; y: number; text: string }[]
}

const markBox = ({ x, y }: { x: number; y: number }): Box => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })

/** Of a character beside the plot: short amounts have the widest letters, as the M of millions. */
const axisPixels = 8.6
const days_in_a_year = 366
const edge = { top: 10, bottom: 26, right: 12 }
/** Under the line, for the words at its lowest point and the ticks of paydays; more where the rule of zero runs through that room. */
const roomBelow = 34
const roomForRule = 18
const roomAbove = 14

export function draw(
  { series, from, until, tried, sure }: Pick<BalanceChartProps, 'series' | 'from' | 'until' | 'tried'> & { sure?: SureBand | null },
  width: number,
  height: number,
): Drawing {
  const [from_day, until_day] = [dayOf(from)!, dayOf(until)!]
  const first = series[0]!.projection
  const { currency_code } = first.scenario
  const drawn = series.map(lineOf)
  const { floor_cents, isLimit } = drawn[0]!
  const isAlone = series.length === 1
  const isByMonth = until_day - from_day > days_in_a_year
  const reached = isByMonth ? drawn.map((line) => monthlyReach(line, from_day, until_day)) : []
  const all = isByMonth ? reached.map(({ lows }) => lows) : drawn.map((line) => dailySteps(line, from_day, until_day))
  const highs = isByMonth && isAlone ? reached[0]!.highs : null
  const asked = tried ? stepsOf(tried, from_day, until_day, isByMonth) : null

  const reaches = sure
    ? [sure.low_cents, sure.high_cents].map((available_cents) => stepsOf({ ...sure, available_cents }, from_day, until_day, isByMonth))
    : []
  const heights = [
    ...(floor_cents === null ? [] : [floor_cents]),
    ...[...all, ...(highs ? [highs] : []), ...(asked ? [asked] : []), ...reaches].flatMap(({ cents }) => [least(cents), most(cents)]),
  ].filter(Number.isFinite)
  const frame = framed(heights, { from_day, until_day }, width, height, currency_code, isAlone ? 0 : nameRoom(series, width))
  const x = (day: number): number => xOf(frame, day)
  const y = (cents: number): number => yOf(frame, cents)
  const lines = all.map((steps, index) => ({ id: series[index]!.id, path: stairs(steps, x, y) }))

  const danger_cents = Math.min(0, floor_cents ?? 0)
  const shade = (under_cents: number, to_cents: number): Shade | null =>
    isAlone && floor_cents !== null && all[0]!.cents.some((cents) => cents < under_cents)
      ? {
          path: `${lines[0]!.path}V${y(under_cents)}H${x(all[0]!.days[0]!)}Z`,
          top: y(under_cents),
          bottom: Math.min(frame.bottom, y(to_cents)),
        }
      : null
  const tones = { fine: 'plain', below_floor: 'amber', in_pots: 'amber', below_zero: 'red' } as const
  const toneOf = (day: Pick<DayBalance, 'available_cents' | 'total_cents'>): Words['tone'] =>
    isAlone && floor_cents !== null ? tones[levelOf(day, floor_cents)] : 'plain'
  // While pots hold what is missing, the account is not below zero, and red would say it is.
  const isOverdrawn =
    floor_cents !== null &&
    drawn[0]!.total_cents
      .subarray(Math.max(0, from_day - first.start_day), Math.max(0, until_day - first.start_day))
      .some((cents) => cents < danger_cents)
  const points = series.flatMap(({ id }, index) =>
    lowPoints(drawn[index]!, all[index]!, from, until, isAlone).map((point) => ({ key: `${id} ${point.date}`, ...point })),
  )
  const marks = points.map(({ key, date, ...day }) => ({
    key,
    x: x(dayOf(date)!) + (x(dayOf(date)! + 1) - x(dayOf(date)!)) / 2,
    y: y(day.available_cents),
    tone: toneOf(day),
  }))
  const paydays = series[0]!.account_id === undefined ? paydayTicks(first, frame) : []
  const rules_y = [...(floor_cents === null ? [] : [y(floor_cents)]), ...(frame.low_cents < 0 && frame.high_cents > 0 ? [y(0)] : [])]
  /** Under the rules that run close below a mark. */
  const underRules = (mark_y: number): number => Math.max(mark_y + 3, ...rules_y.filter((rule) => rule > mark_y && rule < mark_y + 26)) + 17

  const words: Words[] = [
    ...points.map(({ key, date, available_cents, total_cents }, index): Words => {
      const amount = formatMoney(available_cents, currency_code)
      const onDay = say('charts.low', { amount, day: formatDate(date, from) })
      const below =
        isAlone && floor_cents !== null && !isLimit ? levelWords(levelOf({ available_cents, total_cents }, floor_cents), floor_cents) : ''
      const text = below ? `${onDay}, ${below}` : onDay
      const { x, y } = marks[index]!
      return {
        key,
        text,
        shorter: [onDay, amount],
        tone: toneOf({ available_cents, total_cents }),
        canBeLeftOut: index > 0,
        keepsOffLines: !isAlone,
        places: [
          { x, y: y + 20, anchor: 'middle' },
          { x, y: underRules(y), anchor: 'middle' },
          { x: x + 10, y: y + 5, anchor: 'start' },
          { x: x - 10, y: y + 5, anchor: 'end' },
          { x, y: y - 12, anchor: 'middle' },
        ],
      }
    }),
    ...(floor_cents === null ? [] : [floorWords(floor_cents, isLimit, y(floor_cents), frame, currency_code)]),
    ...paydays.slice(0, 1).map((at): Words => ({
      key: 'payday',
      text: say('charts.payday'),
      tone: 'quiet',
      canBeLeftOut: true,
      places: [{ x: at + 5, y: frame.bottom - 4, anchor: 'start' }],
    })),
  ]

  return {
    frame,
    width,
    height,
    isByMonth,
    lines,
    marks,
    tried: asked && stairs(asked, x, y),
    band: highs && `${stairs(highs, x, y)}${backwards(all[0]!, x, y)}Z`,
    sure: reaches.length > 0 ? `${stairs(reaches[1]!, x, y)}${backwards(reaches[0]!, x, y)}Z` : null,
    rules: rulesOf(frame, currency_code).map(({ cents, text }) => ({ y: y(cents), text })),
    dates: dayTicks(frame).map(({ day, names }) => ({
      x: x(day),
      text:
        names === 'day'
          ? formatDate(dateOf(day), dateOf(day))
          : names === 'month'
            ? formatMonth(dateOf(day), 'short')
            : formatYear(dateOf(day)),
    })),
    floor_y: floor_cents === null ? null : y(floor_cents),
    zero_y: floor_cents !== 0 && frame.low_cents < 0 && frame.high_cents > 0 ? y(0) : null,
    turns:
      isAlone && floor_cents !== null
        ? { floor: turn(frame, y(floor_cents)), danger: isOverdrawn ? turn(frame, y(danger_cents)) : 1 }
        : null,
    belowFloor: floor_cents !== null && (floor_cents > 0 || !isOverdrawn) ? shade(floor_cents, isOverdrawn ? 0 : frame.low_cents) : null,
    belowDanger: isOverdrawn ? shade(danger_cents, frame.low_cents) : null,
    paydays: paydays.map((at) => `M${at.toFixed(1)},${frame.bottom}v-8`).join(''),
    labels: placeLabels(words, frame, {
      lines: all,
      rules_y,
      marks: [
        ...marks.map(markBox),
        ...paydays.map((at) => ({ left: at - 2, right: at + 2, top: frame.bottom - 8, bottom: frame.bottom })),
      ],
    }),
    names: isAlone ? [] : namesAtEnds(series, all, frame),
  }
}

/** A line by the day, or by each month's lowest. */
const stepsOf = (line: Parameters<typeof dailySteps>[0], from_day: number, until_day: number, isByMonth: boolean): Steps =>
  isByMonth ? monthlyReach(line, from_day, until_day).lows : dailySteps(line, from_day, until_day)

/** What the rule of the floor is called, along it. */
function floorWords(floor_cents: number, isLimit: boolean, rule_y: number, { left, right }: Frame, currency_code: string): Words {
  const amount = formatRound(isLimit ? -floor_cents : floor_cents, currency_code)
  const [text, ...shorter] =
    floor_cents === 0
      ? [say('charts.zero')]
      : isLimit
        ? [say('charts.limit', { amount }), say('charts.limit_alone')]
        : [say('charts.floor', { amount }), say('charts.your_floor'), say('charts.floor_alone')]
  const places = [right, left + (right - left) * 0.6, left + 4].flatMap((at) =>
    [-8, 17].map((down) => ({ x: at, y: rule_y + down, anchor: at === left + 4 ? ('start' as const) : ('end' as const) })),
  )
  return { key: 'floor', isAlong: true, text: text!, shorter, tone: 'quiet', places }
}

/** The stairs from their end back to their start, to close an area. */
const backwards = ({ days, cents }: Steps, x: (day: number) => number, y: (cents: number) => number): string =>
  days
    .toReversed()
    .map((day, back) => `V${y(cents[days.length - 1 - back]!).toFixed(1)}H${x(day).toFixed(1)}`)
    .join('')

const least = (cents: readonly number[]): number => cents.reduce((found, value) => Math.min(found, value), Infinity)
const most = (cents: readonly number[]): number => cents.reduce((found, value) => Math.max(found, value), -Infinity)

/** Just under a rule, so that a line that runs along it still has the colour above. */
const turn = ({ top, bottom }: Frame, y: number): number => Math.min(1, Math.max(0, (y + 1.5 - top) / (bottom - top)))

function framed(
  heights: readonly number[],
  days: Pick<Frame, 'from_day' | 'until_day'>,
  width: number,
  height: number,
  currency_code: string,
  names: number,
): Frame {
  const [low, high] = [least(heights), most(heights)]
  const [top, bottom] = [edge.top, height - edge.bottom]
  const span = Math.max(high - low, 10 ** minorUnitDigits(currency_code))
  const perPixelWith = (room: number): number => span / (bottom - top - room - roomAbove)
  const below = low > 0 && low < roomBelow * perPixelWith(roomBelow) ? roomBelow + roomForRule : roomBelow
  const perPixel = perPixelWith(below)
  const [low_cents, high_cents] = [low - below * perPixel, low + span + roomAbove * perPixel]
  const written = rulesOf({ low_cents, high_cents, top, bottom }, currency_code).map(({ text }) => widthOf(text, axisPixels))
  return { ...days, low_cents, high_cents, left: Math.max(24, ...written) + 7, right: width - edge.right - names, top, bottom }
}

/** The round amounts that are written beside the plot. */
function rulesOf(
  { low_cents, high_cents, top, bottom }: Pick<Frame, 'low_cents' | 'high_cents' | 'top' | 'bottom'>,
  currency_code: string,
): { cents: number; text: string }[] {
  const most = Math.max(2, Math.floor((bottom - top) / 48))
  return moneyTicks(low_cents, high_cents, most, 10 ** minorUnitDigits(currency_code)).map((cents) => ({
    cents,
    text: formatRound(cents, currency_code),
  }))
}

/** The headline's lowest point where it is on the line, and the lowest of all days shown. */
function lowPoints(line: ChartLine, steps: Steps, from: string, until: string, isAlone: boolean): DayBalance[] {
  const lowest = lowestBetween(line, from, until)
  if (!lowest) return []
  const headline = line.lowest_point
  if (!isAlone || headline.date === lowest.date || headline.date < from || headline.date >= until) return [lowest]
  const day = dayOf(headline.date)!
  const shown = steps.cents[steps.days.findLastIndex((start) => start <= day)]
  return shown === headline.available_cents ? [headline, lowest] : [lowest]
}

/** Where income lands, unless the ticks would run together. */
function paydayTicks({ events, income_count, start_day, day_count }: Projection, frame: Frame): number[] {
  const ticks: number[] = []
  const room = (frame.right - frame.left) / 12
  for (let day = Math.max(frame.from_day, start_day); day < Math.min(frame.until_day, start_day + day_count); day += 1) {
    const event = events.first[day - start_day]!
    if (event < events.first[day - start_day + 1]! && events.row[event]! < income_count) ticks.push(xOf(frame, day + 0.5))
    if (ticks.length > room) return []
  }
  return ticks
}

const nameCharacters = (width: number): number => (width < 560 ? 10 : 18)
const shortened = (name: string, characters: number): string =>
  [...name].length > characters
    ? [...name]
        .slice(0, characters - 1)
        .join('')
        .trim() + '…'
    : name
const nameRoom = (series: readonly ChartSeries[], width: number): number =>
  Math.max(...series.map(({ name }) => widthOf(shortened(name, nameCharacters(width))))) + 6

/** Each name where its line ends, pushed apart where lines end close together. */
function namesAtEnds(series: readonly ChartSeries[], all: readonly Steps[], frame: Frame): Drawing['names'] {
  const apart = 16
  const names = series
    .map(({ id, name }, index) => ({
      id,
      text: shortened(name, nameCharacters(frame.right + edge.right)),
      x: xOf(frame, all[index]!.until_day) + 6,
      y: yOf(frame, all[index]!.cents.at(-1) ?? 0) + 4,
    }))
    .sort((a, b) => a.y - b.y)
  for (let at = 1; at < names.length; at += 1) names[at]!.y = Math.max(names[at]!.y, names[at - 1]!.y + apart)
  for (let at = names.length - 1, most = frame.bottom; at >= 0; at -= 1, most = names[at + 1]!.y - apart)
    names[at]!.y = Math.min(names[at]!.y, most)
  return names
}
