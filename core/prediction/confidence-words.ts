/** A confidence from 0 to 1 in words: one table for every place that says how sure a prediction is. */
const words: readonly [from: number, word: string][] = [
  [0.95, 'almost certain'],
  [0.8, 'very likely'],
  [0.6, 'likely'],
  [0, 'possible'],
]

export const confidenceWords = (confidence: number): string => words.find(([from]) => confidence >= from)?.[1] ?? 'possible'
