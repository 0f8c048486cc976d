/** What a file is called but for what changes from one download to the next. */
import { monthOf } from './date-words.ts'

/** The words of a name, without the ending, numbers, dates and the "(1)" of browsers. */
export function nameStem(file_name: string): string {
  const dot = file_name.lastIndexOf('.')
  const name = dot > 0 ? file_name.slice(0, dot) : file_name
  const words = name.toLowerCase().split(/[^\p{L}]/u)
  return words.filter((word) => word !== '' && !isMonth(word)).join(' ')
}

/** A longer word that begins as a month does may be another one ("Main"): only three letters, or a month written out, are left out. */
const isMonth = (word: string): boolean => (word.length === 3 && monthOf(word) > 0) || written.has(word)
const written = new Set(
  (
    'january february march april june july august sept september october november december ' +
    'januar februar märz juni juli oktober dezember'
  ).split(' '),
)
