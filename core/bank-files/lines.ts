/** The lines of a text, whichever of the three line ends it has. One too long for any bank's is cut, and told once. */
import { limits } from '../limits.ts'
import type { Findings } from './findings.ts'

export interface Line {
  /** Counted from 1. */
  line: number
  content: string
}

export function* linesOf(text: string, findings: Findings): Generator<Line> {
  const end = text.includes('\n') ? '\n' : '\r'
  let wasTold = false
  let line = 0
  for (let at = 0; at < text.length;) {
    const found = text.indexOf(end, at)
    const stop = found < 0 ? text.length : found
    line += 1
    if (stop - at > limits.bank_file_line_characters) {
      if (!wasTold) findings.add('bank.line_is_too_long', line, { most: limits.bank_file_line_characters })
      wasTold = true
    } else {
      const isCrLf = end === '\n' && text.charCodeAt(stop - 1) === 13 && stop > at
      yield { line, content: text.slice(at, isCrLf ? stop - 1 : stop) }
    }
    at = stop + 1
  }
}
