/** The words in a picture, and where each would best stand: at the low points, along the floor, at the first payday, at the lines' ends. */
import type { Projection } from '../../../../core/projection/projection.ts'
import type { DayBalance } from '../../../../core/projection/figures/figure.ts'
import { levelOf } from '../../../../core/projection/levels.ts'
import { formatDate } from '../../../format/date.ts'
import { formatMoney, formatRound } from '../../../format/money.ts'
import { say } from '../../../words/say.ts'
import { levelWords } from '../../planning/levelWords.ts'
import type { ChartSeries } from '../series.ts'
import { widthOf, type Words } from '../labels.ts'
import { xOf, yOf, type Frame } from '../scales.ts'
import type { Steps } from '../steps.ts'
import { edge } from './framed.ts'

/** A low point and where its mark is. */
export interface Mark extends DayBalance {
  key: string
  x: number
  y: number
  tone: Words['tone']
}

interface Around {
  /** The day whose year is not said. */
  from: string
  currency_code: string
  /** The floor whose breach is told beside the amount; null: none is, or it is a card's limit. */
  floor_cents: number | null
  isAlone: boolean
  /** Heights of the rules of floor and zero. */
  rules_y: readonly number[]
}

/** A low point's amount, its day, and what it lies below. */
export function lowWords(mark: Mark, index: number, { from, currency_code, floor_cents, isAlone, rules_y }: Around): Words {
  const { key, x, y, tone, date, available_cents, total_cents } = mark
  const amount = formatMoney(available_cents, currency_code)
  const onDay = say('charts.low', { amount, day: formatDate(date, from) })
  const below = isAlone && floor_cents !== null ? levelWords(levelOf({ available_cents, total_cents }, floor_cents), floor_cents) : ''
  /** Under the rules that run close below the mark. */
  const underRules = Math.max(y + 3, ...rules_y.filter((rule) => rule > y && rule < y + 26)) + 17
  return {
    key,
    text: below ? `${onDay}, ${below}` : onDay,
    shorter: [onDay, amount],
    tone,
    canBeLeftOut: index > 0,
    keepsOffLines: !isAlone,
    places: [
      { x, y: y + 20, anchor: 'middle' },
      { x, y: underRules, anchor: 'middle' },
      { x: x + 10, y: y + 5, anchor: 'start' },
      { x: x - 10, y: y + 5, anchor: 'end' },
      { x, y: y - 12, anchor: 'middle' },
      ...(isAlone
        ? []
        : [
            { x: x - 10, y: y + 20, anchor: 'end' as const },
            { x: x - 10, y: y - 12, anchor: 'end' as const },
            { x: x + 10, y: y - 12, anchor: 'start' as const },
          ]),
    ],
  }
}

/** What the rule of the floor is called, along it. */
export function floorWords(floor_cents: number, isLimit: boolean, rule_y: number, { left, right }: Frame, currency_code: string): Words {
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

/** What the ticks of paydays are, at the first of them. */
export const paydayWords = (tick_x: number, { bottom }: Frame): Words => ({
  key: 'payday',
  text: say('charts.payday'),
  tone: 'quiet',
  canBeLeftOut: true,
  places: [{ x: tick_x + 5, y: bottom - 4, anchor: 'start' }],
})

/** Where income lands, unless the ticks would run together. */
export function paydayTicks({ events, income_count, start_day, day_count }: Projection, frame: Frame): number[] {
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
/** How much of a picture's width the names at its lines' ends want. */
export const nameRoom = (series: readonly ChartSeries[], width: number): number =>
  Math.max(...series.map(({ name }) => widthOf(shortened(name, nameCharacters(width))))) + 6

export interface NameAtEnd {
  id: string
  x: number
  y: number
  text: string
}

/** Each name where its line ends, pushed apart where lines end close together. */
export function namesAtEnds(series: readonly ChartSeries[], all: readonly Steps[], frame: Frame): NameAtEnd[] {
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
