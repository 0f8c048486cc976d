/** From projections to what is drawn: paths, marks and words, all in pixels. */
import { dayOf } from '../../../../core/calendar.ts'
import type { DayBalance } from '../../../../core/projection/figures/figure.ts'
import { levelOf } from '../../../../core/projection/levels.ts'
import { lowestBetween, type ChartLine } from '../lines.ts'
import { placeLabels, type Box, type Label, type Words } from '../labels.ts'
import { xOf, yOf, type Frame } from '../scales.ts'
import { stairs, type Steps } from '../steps.ts'
import { backwards, drawnSteps, type Drawn, type DrawnSteps } from './drawnSteps.ts'
import { datesOf, framed, rulesOf } from './framed.ts'
import { floorWords, lowWords, nameRoom, namesAtEnds, paydayTicks, paydayWords, type Mark, type NameAtEnd } from './pictureWords.ts'

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
  names: NameAtEnd[]
}

const markBox = ({ x, y }: { x: number; y: number }): Box => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })

export function draw(given: Drawn, width: number, height: number): Drawing {
  const { series, from } = given
  const steps = drawnSteps(given)
  const { isByMonth, all, highs, asked, sure } = steps
  const { floor_cents, isLimit } = steps.drawn[0]!
  const first = series[0]!.projection
  const { currency_code } = first.scenario
  const isAlone = series.length === 1

  const frame = framed(steps, width, height, currency_code, isAlone ? 0 : nameRoom(series, width))
  const x = (day: number): number => xOf(frame, day)
  const y = (cents: number): number => yOf(frame, cents)
  const lines = all.map((one, index) => ({ id: series[index]!.id, path: stairs(one, x, y) }))
  const floor_y = floor_cents === null ? null : y(floor_cents)
  const isZeroWithin = frame.low_cents < 0 && frame.high_cents > 0
  const rules_y = [...(floor_y === null ? [] : [floor_y]), ...(isZeroWithin ? [y(0)] : [])]

  const marks = marksOf(given, steps, frame)
  const paydays = series[0]!.account_id === undefined ? paydayTicks(first, frame) : []
  const around = { from, currency_code, floor_cents: isLimit ? null : floor_cents, isAlone, rules_y }
  const words: Words[] = [
    // Of several lines the lowest point of all has the first choice of a place: it is what one looks for.
    ...(isAlone ? marks : marks.toSorted((a, b) => a.available_cents - b.available_cents)).map((mark, index) =>
      lowWords(mark, index, around),
    ),
    ...(floor_cents === null ? [] : [floorWords(floor_cents, isLimit, y(floor_cents), frame, currency_code)]),
    ...paydays.slice(0, 1).map((tick_x) => paydayWords(tick_x, frame)),
  ]
  const tickBoxes = paydays.map((at) => ({ left: at - 2, right: at + 2, top: frame.bottom - 8, bottom: frame.bottom }))

  return {
    frame,
    width,
    height,
    isByMonth,
    lines,
    marks: marks.map(({ key, x, y, tone }) => ({ key, x, y, tone })),
    tried: asked && stairs(asked, x, y),
    band: highs && `${stairs(highs, x, y)}${backwards(all[0]!, x, y)}Z`,
    sure: sure && `${stairs(sure.high, x, y)}${backwards(sure.low, x, y)}Z`,
    rules: rulesOf(frame, currency_code).map(({ cents, text }) => ({ y: y(cents), text })),
    dates: datesOf(frame).map(({ day, text }) => ({ x: x(day), text })),
    floor_y,
    zero_y: floor_cents !== 0 && isZeroWithin ? y(0) : null,
    ...(isAlone && floor_cents !== null ? depthsOf(floor_cents, steps, frame, lines[0]!.path) : noDepths),
    paydays: paydays.map((at) => `M${at.toFixed(1)},${frame.bottom}v-8`).join(''),
    labels: placeLabels(words, frame, { lines: all, rules_y, marks: [...marks.map(markBox), ...tickBoxes] }),
    names: isAlone ? [] : namesAtEnds(series, all, frame),
  }
}

const tones = { fine: 'plain', below_floor: 'amber', in_pots: 'amber', below_zero: 'red' } as const

/** The low points of each line, in the middle of their days. */
function marksOf({ series, from, until }: Drawn, { drawn, all }: DrawnSteps, frame: Frame): Mark[] {
  const isAlone = series.length === 1
  const { floor_cents } = drawn[0]!
  const toneOf = (day: DayBalance): Words['tone'] => (isAlone && floor_cents !== null ? tones[levelOf(day, floor_cents)] : 'plain')
  const middleOf = (day: number): number => xOf(frame, day) + (xOf(frame, day + 1) - xOf(frame, day)) / 2
  return series.flatMap(({ id }, index) =>
    lowPoints(drawn[index]!, all[index]!, from, until, isAlone).map((point) => ({
      ...point,
      key: `${id} ${point.date}`,
      x: middleOf(dayOf(point.date)!),
      y: yOf(frame, point.available_cents),
      tone: toneOf(point),
    })),
  )
}

type Depths = Pick<Drawing, 'turns' | 'belowFloor' | 'belowDanger'>
const noDepths: Depths = { turns: null, belowFloor: null, belowDanger: null }

/** Where a single line falls below its floor and below zero: its colours and the hatching. */
function depthsOf(floor_cents: number, { drawn, all, from_day, until_day }: DrawnSteps, frame: Frame, path: string): Depths {
  const { start_day, total_cents } = drawn[0]!
  const steps = all[0]!
  const danger_cents = Math.min(0, floor_cents)
  // While pots hold what is missing, the account is not below zero, and red would say it is.
  const isOverdrawn = total_cents
    .subarray(Math.max(0, from_day - start_day), Math.max(0, until_day - start_day))
    .some((cents) => cents < danger_cents)
  const y = (cents: number): number => yOf(frame, cents)
  const shade = (under_cents: number, to_cents: number): Shade | null =>
    steps.cents.some((cents) => cents < under_cents)
      ? {
          path: `${path}V${y(under_cents)}H${xOf(frame, steps.days[0]!)}Z`,
          top: y(under_cents),
          bottom: Math.min(frame.bottom, y(to_cents)),
        }
      : null
  return {
    turns: { floor: turn(frame, y(floor_cents)), danger: isOverdrawn ? turn(frame, y(danger_cents)) : 1 },
    belowFloor: floor_cents > 0 || !isOverdrawn ? shade(floor_cents, isOverdrawn ? 0 : frame.low_cents) : null,
    belowDanger: isOverdrawn ? shade(danger_cents, frame.low_cents) : null,
  }
}

/** Just under a rule, so that a line that runs along it still has the colour above. */
const turn = ({ top, bottom }: Frame, y: number): number => Math.min(1, Math.max(0, (y + 1.5 - top) / (bottom - top)))

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
