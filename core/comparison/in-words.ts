/** What a comparison comes to in a sentence or two: which plan gets lower, when and by how much, and in which more is left at the end. */
import type { ComparedFigure, ComparedName, ComparedProjections } from './projections.ts'

export interface Extreme {
  /** Which plan it is of, by its place among those compared. */
  nth: number
  cents: number
  /** null: it is of no day. */
  date: string | null
  /** By how much it is less, or more, than the plan that is next to it; 0: others have just as much. */
  by_cents: number
  /** The plan next to it. */
  next: number
}

/** null: between currencies, or where figures are not there, nothing can be said. */
export function comparedInWords({ figures }: ComparedProjections): { lowest: Extreme; most_left: Extreme } | null {
  const lowest = extremeOf(figureOf(figures, 'lowest_point'), 1)
  const most_left = extremeOf(figureOf(figures, 'end_available'), -1)
  return lowest && most_left && { lowest, most_left }
}

const figureOf = (figures: readonly ComparedFigure[], name: ComparedName): ComparedFigure => figures.find(({ figure }) => figure === name)!

/** `way` 1: the least comes first; -1: the most. */
function extremeOf({ values }: ComparedFigure, way: 1 | -1): Extreme | null {
  // Without a difference to the first plan there is none to any.
  if (values.length < 2 || values.some(({ cents, delta_cents }, nth) => cents === null || (nth > 0 && delta_cents === null))) return null
  const [first, second] = values
    .map(({ cents, date }, nth) => ({ nth, cents: cents!, date }))
    .sort((a, b) => way * (a.cents - b.cents) || a.nth - b.nth)
  return { ...first!, by_cents: Math.abs(second!.cents - first!.cents), next: second!.nth }
}
