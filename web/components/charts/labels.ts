/** Where words stand in a picture: at the first of their places that is free of lines and of other words. */
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
  /** Left out where no place is free; others then stand at their first place, over what is there. */
  canBeLeftOut?: boolean
}

export interface Label extends Place {
  key: string
  text: string
  tone: Words['tone']
}

export const fontPixels = 13
/** A generous guess at the width of a character; the letters of all locales are about so wide. */
export const characterPixels = 7.2

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export const widthOf = (text: string): number => [...text].length * characterPixels

function boxOf(text: string, { x, y, anchor }: Place): Box {
  const width = widthOf(text)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - fontPixels, bottom: y + 4 }
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** A place whose words would leave the plot sideways is moved to its edge. */
function kept(text: string, place: Place, frame: Frame): Place {
  const { left, right } = boxOf(text, place)
  if (left < frame.left) return { ...place, x: frame.left, anchor: 'start' }
  return right > frame.right ? { ...place, x: frame.right, anchor: 'end' } : place
}

/** Gives each words a place, in order; what is placed first is not moved for what comes later. */
export function placeLabels(all: readonly Words[], frame: Frame, lines: readonly Steps[]): Label[] {
  const taken: Box[] = []
  const isFree = (box: Box): boolean =>
    box.top >= 0 &&
    box.bottom <= frame.bottom + 2 &&
    !taken.some((other) => meet(box, other)) &&
    !lines.some((steps) => {
      const found = reach(steps, dayAt(frame, box.left), dayAt(frame, box.right) + 1)
      return found !== null && yOf(frame, found.most) < box.bottom + 1 && yOf(frame, found.least) > box.top - 1
    })
  return all.flatMap(({ key, text, tone, places, canBeLeftOut }) => {
    const wished = places.map((place) => kept(text, place, frame))
    const place = wished.find((wish) => isFree(boxOf(text, wish))) ?? (canBeLeftOut ? undefined : wished[0])
    if (!place) return []
    taken.push(boxOf(text, place))
    return [{ key, text, tone, ...place }]
  })
}
