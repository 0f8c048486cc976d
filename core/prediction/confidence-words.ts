/**
 * A confidence from 0 to 1 in words: one table for every place that says how sure a prediction is. One word in degrees, so that nobody
 * has to weigh two.
 */
import type { Say } from '../words/words.ts'

const words = [
  [0.95, 'rows.confidence.very_sure'],
  [0.8, 'rows.confidence.sure'],
  [0.6, 'rows.confidence.fairly_sure'],
] as const

export const confidenceWords = (confidence: number, say: Say): string =>
  say(words.find(([from]) => confidence >= from)?.[1] ?? 'rows.confidence.not_sure_yet')
