/** Quotes as spreadsheets and careless programs write them, in the form that the parser knows. */

/** A blank beside some quote, or Excel's `="0012"`. */
const unusual = /[= \t\u00a0]"|"[ \t\u00a0]/

/**
 * Takes away blanks between a quoted cell and what parts it from the next, and the `=` of `="…"`. Text with a quote out of place
 * is left as it is. Lines stay where they are.
 */
export function plainQuotes(text: string, delimiter: string): string {
  if (!text.includes('"') || !unusual.test(text)) return text
  const pieces: string[] = []
  let kept = 0
  for (let at = 0; at < text.length;) {
    const open = openingAt(text, at, delimiter)
    if (open === null) {
      at = nextCell(text, at, delimiter)
      continue
    }
    const close = closingQuote(text, open)
    const end = close < 0 ? -1 : skipBlanks(text, close + 1, delimiter)
    if (end < 0 || !isEdge(text, end, delimiter)) return text
    const isFormula = text.startsWith('"=""', open) && text.startsWith('"""', close - 2) && close - open >= 6
    pieces.push(text.slice(kept, at), '"', isFormula ? text.slice(open + 4, close - 2) : text.slice(open + 1, close), '"')
    kept = end
    at = end + 1
  }
  pieces.push(text.slice(kept))
  return pieces.join('')
}

/** The quote that opens the cell beginning here, behind blanks and `=`; null where the cell has none. */
function openingAt(text: string, start: number, delimiter: string): number | null {
  const at = skipBlanks(text, start, delimiter)
  if (text[at] === '"') return at
  return text[at] === '=' && text[at + 1] === '"' ? at + 1 : null
}

function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\u00a0' || (text[at] === '\t' && delimiter !== '\t')) at += 1
  return at
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}

const isEdge = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r'

/** Behind the next delimiter or line end. */
function nextCell(text: string, from: number, delimiter: string): number {
  let at = from
  while (!isEdge(text, at, delimiter)) at += 1
  return at + 1
}

const wholeLine = /^"((?:[^"]|"")*)"[;,\t|]*$/
const sampledCharacters = 16 * 1_024

/** Lines that stand in quotes as a whole, as where a table was saved as a single column, without these. Lines stay where they are. */
export function withoutOuterQuotes(text: string): string {
  if (text.charCodeAt(0) !== 34 && text.charCodeAt(text.indexOf('\n') + 1) !== 34) return text
  const lines = text.slice(0, sampledCharacters).split(/\r?\n/)
  const sampled = lines.slice(0, text.length > sampledCharacters ? -1 : lines.length).filter((line) => line.trim() !== '')
  const isWhole = (line: string): boolean => wholeLine.test(line) && /[;,\t|]/.test(line.slice(1, line.lastIndexOf('"')))
  if (sampled.length < 2 || sampled.filter(isWhole).length * 10 < sampled.length * 8) return text
  return text
    .split('\n')
    .map((line) => {
      const bare = line.endsWith('\r') ? line.slice(0, -1) : line
      return isWhole(bare) ? wholeLine.exec(bare)![1]!.replaceAll('""', '"') + line.slice(bare.length) : line
    })
    .join('\n')
}
