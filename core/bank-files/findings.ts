/** The problems found while a file is read: as many as are listed elsewhere, and then how many more. */
import { limits } from '../limits.ts'
import { problem, type Problem, type Says } from '../problem.ts'
import type { Values } from '../words/words.ts'

type Finding = Extract<Says, `bank.${string}`>

export interface Findings {
  /** `line` counts from 1; 0 is the file as a whole. Values that have to be made first are, when it is listed. */
  add: (says: Finding, line: number, values?: Values | (() => Values)) => void
  list: () => Problem[]
  count: () => number
}

export function newFindings(): Findings {
  const listed: Problem[] = []
  let count = 0
  return {
    add: (says, line, values = {}) => {
      count += 1
      if (count > limits.problems_listed) return
      listed.push(problem(says, line > 0 ? `/lines/${line}` : '', typeof values === 'function' ? values() : values))
    },
    list: () => {
      const more = count - listed.length
      listed.sort((one, other) => lineOf(one) - lineOf(other))
      return more > 0 ? [...listed, problem('bank.too_many_problems', '', { more })] : listed
    },
    count: () => count,
  }
}

/** 0 of the file as a whole, which comes first. */
const lineOf = ({ path }: Problem): number => Number(path.split('/')[2] ?? 0)

export function tellRounded(line: number, text: string, findings: Findings): void {
  findings.add('bank.amount_was_rounded', line, () => ({ text: shortened(text) }))
}

/** What a file says, as a sentence repeats it: short, without control characters. */
export function shortened(text: string, most = 60): string {
  const shown = cleanText(text.slice(0, 4 * most))
  return shown.length > most ? `${shown.slice(0, most).toWellFormed()}…` : shown
}

/** Text on one line: runs of spaces and control characters become one space, the ends are trimmed, the length is limited. */
export function cleanText(text: string): string {
  const from = text.length > 4 * limits.bank_text_characters ? text.slice(0, 4 * limits.bank_text_characters) : text
  return isClean(from) ? from : cut(squeezed(from))
}

function isClean(text: string): boolean {
  const length = text.length
  if (length > limits.bank_text_characters) return false
  let wasSpace = true
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 126) {
      if (code < 161 || code >= 0x2000) return false
      wasSpace = false
    } else if (code > 32) wasSpace = false
    else if (code < 32 || wasSpace) return false
    else wasSpace = true
  }
  return !wasSpace || length === 0
}

const isBlank = (code: number): boolean =>
  code <= 32 ||
  (code >= 127 && code <= 160) ||
  (code >= 0x2000 && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202f) ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff

function squeezed(text: string): string {
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at += 1) {
    const blank = at === text.length || isBlank(text.charCodeAt(at))
    if (!blank && start < 0) start = at
    if (blank && start >= 0) {
      words.push(text.slice(start, at))
      start = -1
    }
  }
  return words.join(' ').toWellFormed()
}

/** Cut to the limit, never through a character of two units. */
function cut(text: string): string {
  if (text.length <= limits.bank_text_characters) return text
  const code = text.charCodeAt(limits.bank_text_characters - 1)
  return text.slice(0, limits.bank_text_characters - (code >= 0xd800 && code <= 0xdbff ? 1 : 0)).trimEnd()
}
