/** A confidence from 0 to 1 in words: one table for every place that says how sure a prediction is. */
import type { Say } from '../words/words.ts'

const words = [
  [0.95, 'rows.confidence.almost_certain'],
  [0.8, 'rows.confidence.very_likely'],
  [0.6, 'rows.confidence.likely'],
] as const

export const confidenceWords = (confidence: number, say: Say): string =>
  say(words.find(([from]) => confidence >= from)?.[1] ?? 'rows.confidence.possible')
