/**
 * Days without a year, such as `05/11`, `05.11.` and `5 Nov`, where the file tells their year elsewhere: a period or a day of making above
 * or below the table, a month or a year in its heading, a column of years. Where it is not certain they stay as they are, and are no days.
 */
import { addDays, dayOf } from '../../calendar.ts'
import { monthOf } from '../date-words.ts'
import { plainDate, readDate } from '../read-dates.ts'
import { looksLikeDate } from './column.ts'
import { headerFit, plainHeader } from './header-words.ts'
import { isKnownHeader } from './layout.ts'
import type { Row } from './table.ts'

type Order = 'dmy' | 'mdy'
interface Period {
  from: string
  until: string
  /** Both its days stand in the file: rows may stand in any order. */
  isTold?: boolean
  /** A year alone may be that of the first or of the last row: no two rows are half a year apart. */
  isYearAlone?: boolean
}
const orders: readonly Order[] = ['dmy', 'mdy']

/** How the rows get their years, by the first ones; null where their days have one, or none is certain. */
export function yearMending(head: readonly Row[]): ((cells: string[]) => string[]) | null {
  const names = head.find(({ cells }) => isKnownHeader(cells))
  if (!names) return null
  const named = names.cells.flatMap((name, index) => (isNamedDay(plainHeader(name)) ? [index] : []))
  const below = head.slice(head.indexOf(names) + 1)
  const columns = named.filter((index) => isYearless(below.map(({ cells }) => cells[index] ?? '')))
  const isOfTable = ({ cells }: Row): boolean => columns.some((index) => partsOf(cells[index] ?? '') !== null)
  const rows = below.filter(isOfTable)
  if (rows.length === 0 || rows.some(({ cells }) => cells.some(looksLikeDate))) return null
  const years = names.cells.findIndex((name, index) => yearNames.test(plainHeader(name)) && rows.every(({ cells }) => isYear(cells[index])))
  if (years >= 0) return (cells) => withYears(cells, columns, () => (isYear(cells[years]) ? cells[years]!.trim() : null))
  const around = head.filter((row) => row !== names && !isOfTable(row)).map(({ cells }) => cells.join(' '))
  const days = rows.flatMap(({ cells }) => columns.slice(0, 1).flatMap((index) => partsOf(cells[index] ?? '') ?? []))
  // Dots part the day from the month behind it.
  const possible = rows.every(({ cells }) => (cells[columns[0]!] ?? '').includes('.')) ? orders.slice(0, 1) : orders
  const fitting = possible.flatMap((order) => {
    const period = order === 'dmy' || !around.some((text) => dottedDay.test(text)) ? periodOf(around, order) : null
    return period && days.every((day) => yearOf(day, order, period) !== null) && isInOneRun(days, order, period) ? [{ order, period }] : []
  })
  const yearsOf = (day: Parts): Set<number | null> => new Set(fitting.map(({ order, period }) => yearOf(day, order, period)))
  // Rows of which some have a year and others none would fall apart.
  if (fitting.length === 0 || days.some((day) => yearsOf(day).size > 1)) return null
  return (cells) =>
    withYears(cells, columns, (cell) => {
      const day = partsOf(cell)
      const found = day ? yearsOf(day) : new Set<null>()
      return found.size === 1 ? ([...found][0]?.toString() ?? null) : null
    })
}

/** "Valor" may be a sum as well, and 12.10 one. */
const isNamedDay = (plain: string): boolean =>
  headerFit(plain, 'date') > 0 && (['amount', 'debit', 'credit', 'balance'] as const).every((role) => headerFit(plain, role) === 0)

const yearNames = /^ (?:year|jahr|annee|ano|anno|jaar|ar|aar|rok|ev|yil|god|год|рік) $/
const isYear = (cell: string | undefined): boolean => /^(?:19|20)\d\d$/.test((cell ?? '').trim())

/** Two numbers as they stand, or the day of a month that is named. */
interface Parts {
  first: number
  second: number
  isNamed: boolean
}

const [inNumbers, dayFirst, monthFirst] = [
  /^(\d{1,2})[./-](\d{1,2})\.?$/,
  /^(\d{1,2})\.?[ -]?(\p{L}{3,12})\.?$/u,
  /^(\p{L}{3,12})\.?[ -](\d{1,2})$/u,
]

function partsOf(cell: string): Parts | null {
  const text = cell.trim()
  if (text.length > 16) return null
  const numbers = inNumbers.exec(text)
  if (numbers) return { first: Number(numbers[1]), second: Number(numbers[2]), isNamed: false }
  const [, day, month] =
    dayFirst.exec(text) ?? monthFirst.exec(text)?.toSpliced(1, 2, text.split(/[ -]/)[1]!, text.split(/[ .-]/)[0]!) ?? []
  const number = monthOf(month ?? '')
  return number > 0 ? { first: Number(day), second: number, isNamed: true } : null
}

/** Whether nearly all that stands in a column are days without a year. */
function isYearless(cells: readonly string[]): boolean {
  const full = cells.filter((cell) => cell.trim() !== '')
  return full.length > 0 && full.filter((cell) => partsOf(cell) !== null).length * 5 >= full.length * 4
}

const dayIn = ({ first, second, isNamed }: Parts, order: Order, year: number): string | null =>
  isNamed || order === 'dmy' ? plainDate(year, second, first) : plainDate(year, first, second)

/** The one year in which a day lies within a period; null where it does in none, or in two. */
function yearOf(day: Parts, order: Order, { from, until }: Period): number | null {
  const years = [Number(from.slice(0, 4)), Number(until.slice(0, 4))].filter((year, nth, all) => {
    const date = dayIn(day, order, year)
    return all.indexOf(year) === nth && date !== null && date >= from && date <= until
  })
  return years.length === 1 ? years[0]! : null
}

/** Whether the rows only rise or only fall: where they do, none of them is of another year. */
function isInOneRun(days: readonly Parts[], order: Order, period: Period): boolean {
  if (period.isTold) return true
  const dates = days.map((day) => dayIn(day, order, yearOf(day, order, period)!)!)
  const steps = dates.slice(1).map((date, nth) => dayOf(date)! - dayOf(dates[nth]!)!)
  return (
    (steps.every((days) => days >= 0) || steps.every((days) => days <= 0)) &&
    (!period.isYearAlone || steps.every((days) => Math.abs(days) < halfAYear))
  )
}

const wholeDays =
  /\b\d{4}[-./]\d\d?[-./]\d\d?\b|\b\d\d?[-./]\d\d?[-./]\d{4}\b|\b\d\d?\.? [^\s\d.]{3,12}\.? \d{4}\b|[^\s\d.]{3,12}\.? \d\d?,? \d{4}\b/g
/** Dots part the day from the month behind it, here too. */
const dottedDay = /\b\d\d?\.\d\d?\.\d{4}\b/
const ofItsMaking =
  /creat|generat|export|downloa|print|as of|as at|statement date|erstellt|druck|stand|abruf|edit|emis|fecha|stampat|utskr|wydruk|abrechn|auszug/i
const [aYear, halfAYear, aMonth] = [365, 183, 45]

/**
 * Of the texts around a table: the two days of one line, or the first and the last of several, at most a year apart; a year back from the
 * day on which the file was made; the month or the year in a heading, where no day is told.
 */
function periodOf(texts: readonly string[], order: Order): Period | null {
  const told = texts.map((text) => (text.match(wholeDays) ?? []).flatMap((day) => readDate(day.replace(',', ''), order) ?? []))
  const days = told.flat().toSorted()
  const pairs = told.filter((own) => own.length === 2)
  const [from, until] = pairs.length === 1 ? pairs[0]!.toSorted() : [days[0], days.at(-1)]
  if (from !== undefined && until !== undefined && from < until)
    return dayOf(until)! - dayOf(from)! <= aYear ? { from, until, isTold: true } : null
  if (until !== undefined)
    return texts.some((text, nth) => told[nth]!.length > 0 && ofItsMaking.test(text)) ? { from: addDays(until, 1 - aYear), until } : null
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []))
  if (years.size !== 1) return null
  const year = Number([...years][0])
  const month = texts.flatMap((text) => monthsBeside(text)).at(0)
  if (month === undefined) return { from: `${year}-01-01`, until: `${year}-12-31`, isYearAlone: true }
  const first = plainDate(year, month, 1)!
  return { from: addDays(first, -aMonth), until: addDays(plainDate(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!, -1) }
}

/** "November 2025", "11/2025". */
const monthsBeside = (text: string): number[] =>
  [...text.matchAll(/(?<![\d\p{L}])(?:(\p{L}{3,12})\.?|(\d{1,2}))[ /.-]20\d\d(?!\d)/gu)]
    .map(([, name, number]) => (name === undefined ? Number(number) : monthOf(name)))
    .filter((month) => month >= 1 && month <= 12)

const withYears = (cells: string[], columns: readonly number[], yearAt: (cell: string) => string | null): string[] =>
  cells.map((cell, index) => {
    if (!columns.includes(index) || partsOf(cell) === null) return cell
    const year = yearAt(cell)
    if (year === null) return cell
    const text = cell.trim()
    return inNumbers.test(text) ? `${text.replace(/\.$/, '')}${/[./-]/.exec(text)![0]}${year}` : `${text} ${year}`
  })
