/** Where words stand in a picture: free of lines where there is room, and never over other words, marks or the rules of floor and zero. */
import { dayAt, yOf, type Frame } from './scales.ts'
import { reach, type Steps } from './steps.ts'

export type Anchor = 'start' | 'middle' | 'end'

export interface Place {
  x: number
  /** Of the words' baseline. */
  y: number
  anchor: Anchor
}

export interface Words {
  key: string
  text: string
  tone: 'plain' | 'quiet' | 'amber' | 'red'
  /** Best first. */
  places: Place[]
  /** What is told where there is no room for all of it, the fullest first. */
  shorter?: string[]
  /** Left out where none of its own places is free; others then look further. */
  canBeLeftOut?: boolean
  /** Looks further as others do, but is left out rather than stand over a line. */
  keepsOffLines?: boolean
  /** Stays at the heights of its places: it names the rule it stands along. */
  isAlong?: boolean
}

export interface Label extends Place {
  key: string
  text: string
  tone: Words['tone']
}

export const fontPixels = 13
/** A generous guess at the width of a character; the letters of all locales are about so wide, bold figures a little more. */
export const characterPixels = 7.2
const boldPixels = 7.7

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export const widthOf = (text: string, pixels = characterPixels): number => [...text].length * pixels

/** What words cover, with room for their descenders. */
export function boxOf({ text, tone }: Pick<Words, 'text' | 'tone'>, { x, y, anchor }: Place): Box {
  const width = widthOf(text, tone === 'quiet' ? characterPixels : boldPixels)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - fontPixels, bottom: y + 4 }
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** A place whose words would leave the plot sideways is moved to its edge. */
function kept(words: Words, place: Place, frame: Frame): Place {
  const { left, right } = boxOf(words, place)
  if (left < frame.left) return { ...place, x: frame.left, anchor: 'start' }
  return right > frame.right ? { ...place, x: frame.right, anchor: 'end' } : place
}

export interface Obstacles {
  /** Lines of balances: words keep off them where there is room, and stand over them with a halo where there is none. */
  lines: readonly Steps[]
  /** Heights of rules across the plot, and marks: no words ever stand over them. */
  rules_y?: readonly number[]
  marks?: readonly Box[]
}

/**
 * Gives each words a place, in order, those along a rule first; what is placed first is not moved for what comes later. Where none of its
 * own places is free, words look for a free place close by, then say less; only where not even that has room they stand over a line. Words
 * without any place are left out.
 */
export function placeLabels(all: readonly Words[], frame: Frame, { lines, rules_y = [], marks = [] }: Obstacles): Label[] {
  const taken: Box[] = [...marks]
  const isClear = (box: Box): boolean =>
    box.top >= 0 &&
    box.bottom <= frame.bottom + 2 &&
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    !taken.some((other) => meet(box, other)) &&
    !rules_y.some((y) => y > box.top - 2 && y < box.bottom + 2)
  const isOffLines = (box: Box): boolean =>
    !lines.some((steps) => {
      const found = reach(steps, dayAt(frame, box.left), dayAt(frame, box.right) + 1)
      return found !== null && yOf(frame, found.most) < box.bottom + 1 && yOf(frame, found.least) > box.top - 1
    })
  const clear = (words: Words, places: readonly Place[]): Place[] =>
    places.map((place) => kept(words, place, frame)).filter((place) => isClear(boxOf(words, place)))
  /** A place that covers no line: one of its own, else, of words that have to stay, one close by. */
  const freeOf = (words: Words): Place | undefined => {
    const isFree = (place: Place): boolean => isOffLines(boxOf(words, place))
    const own = clear(words, words.places).find(isFree)
    if (own || words.canBeLeftOut) return own
    return clear(words, placesAround(words, frame)).find((place) => away(words.places[0]!, place) <= near_px && isFree(place))
  }
  const found = new Map<Words, Label>()
  // What has to stay along its rule can't give way to the others.
  for (const words of [...all.filter(({ isAlong }) => isAlong), ...all.filter(({ isAlong }) => !isAlong)]) {
    const { key, text, tone, shorter = [], canBeLeftOut, keepsOffLines } = words
    const versions = [text, ...shorter].map((said) => ({ ...words, text: said }))
    const over = (version: Words): Place | undefined => clear(version, version.places)[0] ?? clear(version, placesAround(version, frame))[0]
    const label = firstOf(versions, freeOf) ?? (canBeLeftOut || keepsOffLines ? null : firstOf(versions, over))
    if (!label) continue
    taken.push(boxOf(label.words, label.place))
    found.set(words, { key, text: label.words.text, tone, ...label.place })
  }
  return all.flatMap((words) => found.get(words) ?? [])
}

/** The fullest words for which there is a place. */
function firstOf(versions: readonly Words[], placeOf: (words: Words) => Place | undefined): { words: Words; place: Place } | null {
  for (const words of versions) {
    const place = placeOf(words)
    if (place) return { words, place }
  }
  return null
}

const apart_px = { across: 24, down: 8 }

/** Places all over the plot, the nearest to the first wish first; words that belong to a rule stay along it. */
function placesAround({ places, isAlong }: Words, frame: Frame): Place[] {
  const wish = places[0]!
  const found: Place[] = []
  const heights = isAlong ? [...new Set(places.map(({ y }) => y))] : steppedBetween(frame.top, frame.bottom, apart_px.down)
  for (const y of heights) for (const x of steppedBetween(frame.left, frame.right, apart_px.across)) found.push({ x, y, anchor: 'middle' })
  return found.sort((a, b) => away(wish, a) - away(wish, b))
}

/** Further away, words would not be read as belonging to their mark; a line under them is the lesser evil. */
const near_px = 70
const away = (wish: Place, { x, y }: Place): number => Math.abs(x - wish.x) / 2 + Math.abs(y - wish.y)

const steppedBetween = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((to - from) / step)) + 1 }, (_, nth) => from + nth * step)
