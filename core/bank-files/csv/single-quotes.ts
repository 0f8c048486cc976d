/** Tables whose cells stand in single quotes, in the form that the parser knows. */
import type { Delimiter } from '../bank-file.ts'

const [apostrophe, lineFeed, carriageReturn] = [39, 10, 13]
const sampleCharacters = 64 * 1_024
/** So many lines in a hundred have a cell between single quotes; a text that begins with one by itself is no quoted cell. */
const mostLines = 80

/** The text with double quotes for single ones; the same where it is not written so, or where a quote is out of place. */
export function withDoubleQuotes(text: string): string {
  const delimiter = text.includes("'") && !text.includes('"') ? delimiterOf(text.slice(0, sampleCharacters)) : null
  if (delimiter === null) return text
  const parting = delimiter.charCodeAt(0)
  const pieces: string[] = []
  let kept = 0
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) === apostrophe) {
      const close = closingOf(text, at, parting)
      if (close < 0) return text
      pieces.push(text.slice(kept, at), '"', text.slice(at + 1, close).replaceAll("''", "'"), '"')
      kept = close + 1
      at = close + 1
    }
    while (at < text.length && !isEdge(text.charCodeAt(at), parting)) at += 1
    at += 1
  }
  pieces.push(text.slice(kept))
  return pieces.join('')
}

const isEdge = (code: number, parting: number): boolean => code === parting || code === lineFeed || code === carriageReturn

/** The quote before a delimiter, a line end or the end; −1 where another stands first. */
function closingOf(text: string, open: number, parting: number): number {
  for (let at = text.indexOf("'", open + 1); at >= 0; at = text.indexOf("'", at + 1)) {
    if (at + 1 >= text.length || isEdge(text.charCodeAt(at + 1), parting)) return at
    if (text.charCodeAt(at + 1) !== apostrophe) return -1
    at += 1
  }
  return -1
}

/** The delimiter beside which single quotes stand in nearly every line; null where they do so beside none. */
function delimiterOf(sample: string): Delimiter | null {
  const lines = sample.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isQuoted = (line: string, delimiter: Delimiter): boolean =>
    line.includes(delimiter) &&
    line.split(delimiter).some((cell) => cell.startsWith("'")) &&
    line.split(delimiter).some((cell) => cell.endsWith("'") && cell.length > 1)
  // The names of the columns may stand without quotes.
  return (
    ([';', ',', '\t', '|'] as const).find(
      (delimiter) => lines.length > 1 && lines.filter((line) => isQuoted(line, delimiter)).length * 100 >= (lines.length - 1) * mostLines,
    ) ?? null
  )
}
