/** Which answers about a file are kept for the next one of its bank. Apart from the readers, so that a page need not load them for it. */
import type { Answers, BankFile } from './bank-file.ts'

const kept = new Set<string>([
  'delimiter',
  'columns',
  'date_order',
  'decimal',
  'positive_is',
  'amounts_in',
  'edges_are',
  'carried_are',
  'undated_are',
])

/**
 * What to keep under the file's shape once a person has seen how it was read, so that the next file of that bank is read the same
 * way, and gives the same ids, whatever its own rows would suggest. What is still open is not among it, nor what holds for this file alone.
 */
export function answersToKeep({ understood }: BankFile, given: Answers): Answers {
  return {
    ...given,
    ...Object.fromEntries(
      understood
        .filter(({ key, is_open, is_passing }) => kept.has(key) && !is_open && is_passing !== true)
        .map(({ key, chosen }) => [key, chosen]),
    ),
  }
}
