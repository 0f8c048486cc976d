/** Sums and days in the digits of Arabic, Persian and Hindi, turned into plain ones; names keep theirs. */
import { looksLikeAmount, looksLikeDate } from './column.ts'

const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/
/** The zero of each script. */
const zeros = [0x0660, 0x06f0, 0x0966]

/** Marks that only say which way a text runs. */
const ofDirection = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const longest = 40

export const hasOtherDigits = (text: string): boolean => otherDigits.test(text)

/** Cells with each sum and each day in plain digits; the marks of decimals and thousands in Arabic become a point and an apostrophe. */
export const inPlainDigits = (cells: string[]): string[] => cells.map(plainCell)

function plainCell(cell: string): string {
  if (cell.length > longest || !otherDigits.test(cell)) return cell
  const plain = Array.from(cell.replace(ofDirection, ''), (sign) => {
    const code = sign.charCodeAt(0)
    const zero = zeros.find((own) => code >= own && code <= own + 9)
    return zero !== undefined ? String(code - zero) : sign === '\u066b' ? '.' : sign === '\u066c' ? "'" : sign === '\u060c' ? ',' : sign
  }).join('')
  return looksLikeAmount(plain) || looksLikeDate(plain) || isDayAlone.test(plain.trim()) ? plain : cell
}

/** Without a year, which may stand elsewhere. */
const isDayAlone = /^\d{1,2}[./-]\d{1,2}\.?$/
