/**
 * Days as banks write them: 2024-01-31, 31.1.24, 01/31/2024, 20240131, 31 Jan 2024, 1/ 5' 8, each with or without a time
 * behind; 2025年2月3日; years of the Buddhist calendar. Which of day and month comes first is inferred from all dates of a file together.
 */
import { dayOf, daysInMonth } from '../calendar.ts'
import type { DateOrder } from './bank-file.ts'
import { remembered } from './csv/once.ts'
import { isWeekday, monthOf, withoutThai } from './date-words.ts'

export const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

interface Part {
  value: number
  /** 0: the name of a month. */
  digits: number
}

/** Three numbers, or one run of 6 or 8 digits. */
type Written = { kind: 'parts'; parts: Part[]; apostrophe: boolean } | { kind: 'run'; digits: string }

const longest = 40
const firstYear = 1900
const lastYear = 2199
/** Two digits from here on are of the last century. */
const pivot = 70

/** The day a text names when its parts come in this order, as `YYYY-MM-DD`; null when it names none. */
export function readDate(text: string, order: DateOrder): string | null {
  const written = partsOf(text)
  return written && ofWritten(written, order)
}

function ofWritten(written: Written, order: DateOrder): string | null {
  if (written.kind === 'run') return ofRun(written.digits, order)
  const [first, second, third] = written.parts as [Part, Part, Part]
  const year = (part: Part): number => yearOf(part, written.apostrophe)
  const named = written.parts.findIndex((part) => part.digits === 0)
  if (named >= 0) {
    const [one, other] = written.parts.filter((_, index) => index !== named) as [Part, Part]
    const month = written.parts[named]!.value
    return one.digits === 4 ? plainDate(year(one), month, other.value) : plainDate(year(other), month, one.value)
  }
  if (first.digits === 4) return plainDate(first.value, second.value, third.value)
  if (third.digits === 4 && order === 'ymd') return null
  if (order === 'ymd') return plainDate(year(first), second.value, third.value)
  return order === 'dmy' ? plainDate(year(third), second.value, first.value) : plainDate(year(third), first.value, second.value)
}

/**
 * Whether a text may be a day, at a glance. A day has three digits at least (3 Feb 5); where nothing but digits and marks stands there, in
 * three groups, or in one of six: most texts and sums are none.
 */
function mayBeDate(text: string): boolean {
  let [digits, groups, group] = [0, 0, 0]
  let isPlain = true
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      digits += 1
      if (group === 0) groups += 1
      group += 1
      if (group === fewestInOneGroup) return true
    } else {
      group = 0
      if (code === firstYearOfAnEra) digits += 1
      if (code > 57) isPlain = false
    }
    if (digits >= fewestDigits && (groups > 2 || !isPlain)) return true
  }
  return false
}

const [fewestDigits, fewestInOneGroup, firstYearOfAnEra] = [3, 5, 0x5143]

/** Whether a text names a day in some order of its parts. */
export const isDate = (text: string): boolean => mayBeDate(text) && namesDay(text)

const namesDay = remembered((text) => {
  const written = partsOf(text)
  return written !== null && dateOrders.some((order) => ofWritten(written, order) !== null)
})

/** The day of `YYYYMMDD`, whatever follows: a time, a zone. The day is taken as written. */
export function readCompactDate(text: string): string | null {
  if (text.length < 8) return null
  const digits = text.slice(0, 8)
  return areDigits(digits) ? ofRun(digits, 'ymd') : readDate(text, 'ymd')
}

/** The Buddhist calendar is so many years ahead; its years from 1900 + 543 on can't be others. */
const buddhistYears = 543

export function plainDate(written: number, month: number, day: number): string | null {
  const year = written >= firstYear + buddhistYears && written <= lastYear + buddhistYears ? written - buddhistYears : written
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

export const yearOfTwoDigits = (value: number): number => value + (value >= pivot ? 1900 : 2000)

function yearOf({ value, digits }: Part, apostrophe: boolean): number {
  if (digits === 4) return value
  if (digits > 2) return 0
  return apostrophe ? 2000 + value : yearOfTwoDigits(value)
}

function ofRun(digits: string, order: DateOrder): string | null {
  const long = digits.length - 4
  const number = (from: number, length: number): number => Number(digits.slice(from, from + length))
  const year = (from: number): number => (long === 4 ? number(from, 4) : yearOfTwoDigits(number(from, 2)))
  if (order === 'ymd') return plainDate(year(0), number(long, 2), number(long + 2, 2))
  return order === 'dmy' ? plainDate(year(4), number(2, 2), number(0, 2)) : plainDate(year(4), number(0, 2), number(2, 2))
}

const isFirstDigit = (text: string): boolean => isDigit(text.charCodeAt(0))
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const areDigits = (text: string): boolean => [...text].every((digit) => digit >= '0' && digit <= '9')
/** Latin, Greek and Cyrillic letters, with marks of their own. */
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x530)
const isThai = /[\u0e00-\u0e7f]/

/** 年 月 日 and 년 월 일, behind the number that each names. */
const isDateSign = (code: number): boolean =>
  code === 0x5e74 || code === 0x6708 || code === 0x65e5 || code === 0xb144 || code === 0xc6d4 || code === 0xc77c

/** 令和7年, R7.1.13: the eras of Japan, by the year before each one's first. */
const eras: readonly [RegExp, number][] = [
  [/^(?:令和|R)(\d{1,2}|元)(?=[年./-])/, 2018],
  [/^(?:平成|H)(\d{1,2}|元)(?=[年./-])/, 1988],
  [/^(?:昭和|S)(\d{1,2}|元)(?=[年./-])/, 1925],
]
/** 114/01/13, 民國114年: years of the Republic of China. */
const rocYear = /^(?:民國|民国)?(1[0-4]\d)(?=[年/.])/
const yearsBeforeRoc = 1911

function withPlainYear(text: string): string {
  const roc = rocYear.exec(text)
  if (roc) return `${Number(roc[1]) + yearsBeforeRoc}${text.slice(roc[0].length)}`
  for (const [era, before] of eras) {
    const found = era.exec(text)
    if (found) return `${before + (found[1] === '元' ? 1 : Number(found[1]))}${text.slice(found[0].length)}`
  }
  return text
}

/** "d’abril", "ta’ Jan". */
const ofAMonth = / (?:d|ta)['’] ?(?=\p{L})/u
/** What stands within a date for "of" and "year". */
const besideDates = new Set(['gada', 'del', 'Fómhair'])

/** "mar. 11/02/2025": three letters before a whole date are a weekday, though a month may begin so. */
const weekdayBefore = /^\p{L}{2,4}[.,]{0,2} (?=\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d))/u

const timeBehindMark = /^[-:]\d{1,2}:\d{2}(?!\d)/

const partsOf = (written: string): Written | null => (written.length > longest ? null : knownParts(written))
const knownParts = remembered(partsRead)

function partsRead(written: string): Written | null {
  if (!/\d/.test(written)) return null
  const plain = isThai.test(written) ? withoutThai(written) : written
  const text = /^[\d-]/.test(plain) && !rocYear.test(plain) ? plain : withPlainYear(plain)
  if (ofAMonth.test(text)) return partsOf(text.replace(ofAMonth, ' '))
  if (!isFirstDigit(text) && weekdayBefore.test(text)) return partsOf(text.replace(weekdayBefore, ''))
  const parts: Part[] = []
  let apostrophe = false
  let weekday = false
  let at = 0
  if (text.charCodeAt(0) === 45) return null
  while (at < text.length && parts.length < 3) {
    const code = text.charCodeAt(at)
    let end = at + 1
    if (isDigit(code)) {
      while (end < text.length && isDigit(text.charCodeAt(end))) end += 1
      const length = end - at
      if (length > 4)
        return parts.length === 0 && (length === 6 || length === 8 || length === 12 || length === 14)
          ? { kind: 'run', digits: text.slice(at, at + (length === 6 ? 6 : 8)) }
          : null
      // Three digits, or a comma right between two numbers, are those of an amount.
      if (length === 3 || (text.charCodeAt(at - 1) === 44 && isDigit(text.charCodeAt(at - 2)))) return null
      parts.push({ value: Number(text.slice(at, end)), digits: length })
    } else if (isLetter(code)) {
      while (end < text.length && isLetter(text.charCodeAt(end))) end += 1
      const month = parts.length === 0 && end - at > 3 && isWeekday(text.slice(at, end)) ? 0 : monthOf(text.slice(at, end))
      // Of two names of months the first, short one is a weekday: "mar. 11 févr. 2025".
      if (month > 0 && parts.length === 2 && parts[0]!.digits === 0 && weekday) {
        parts.shift()
        weekday = false
      }
      if (month > 0 && parts.length === 0) weekday = end - at <= 4
      if (month > 0 && parts.every((part) => part.digits > 0)) parts.push({ value: month, digits: 0 })
      // A weekday may stand before a date, and letters such as "de" within; words make it a text.
      else if (parts.length > 0 ? end - at > 2 && !besideDates.has(text.slice(at, end)) : !isWeekday(text.slice(at, end))) return null
    } else if (code === 39 || code === 0x2019) {
      // It stands for the hundreds of a year, which follows.
      if (!/^ *\d/.test(text.slice(end))) return null
      apostrophe = true
    } else if (!(isDateSign(code) || code === 47 || code === 45 || code === 46 || code === 32 || code === 44 || code === 160)) return null
    at = end
  }
  if (parts.length < 3) return null
  // Behind it a time may stand: after a space, a comma or a T, a dash or a colon. Some end a day with a dot.
  const next = text.charAt(at)
  const isEnd =
    next === '' ||
    ' \u00a0,Tt('.includes(next) ||
    isDateSign(text.charCodeAt(at)) ||
    (next === '.' && !isDigit(text.charCodeAt(at + 1))) ||
    timeBehindMark.test(text.slice(at))
  return isEnd ? { kind: 'parts', parts, apostrophe } : null
}

/** So many changes of the date tell whether a file runs up or down. */
const longestSequence = 50_000

export interface OrderFound {
  order: DateOrder
  /** The orders in which the dates can be read. */
  candidates: DateOrder[]
  is_open: boolean
  /** A date that the candidates read differently. */
  example: string
}

/**
 * The order of day, month and year by all dates of a file: the one in which they are all days of the calendar; of several
 * such the one in which they follow each other by date, when there are at least four days; then what is usual for the
 * marks: dots part day and month, a run of digits starts with the year; then `guess`, where something else makes it sure. Open when
 * that leaves it undecided. `others`: dates of the same file that are none of these, as of another column; they tell where they are
 * written alike. `known`: the texts, each once.
 */
export function inferDateOrder(
  texts: Iterable<string>,
  guess: DateOrder,
  isGuessSure = false,
  others: readonly string[] = [],
  known?: readonly string[],
): OrderFound {
  const distinctTexts = new Set<string>()
  const sequence: string[] = []
  let last: string | undefined
  for (const text of texts) {
    if (text === last) continue
    if (known === undefined) distinctTexts.add(text)
    if (sequence.length < longestSequence) sequence.push(text)
    else if (known !== undefined) break
    last = text
  }
  const distinct = known ?? [...distinctTexts]
  const { read, valid } = inEachOrder(distinct)
  const most = Math.max(...valid)
  const candidates = most === 0 ? [] : dateOrders.filter((_, nth) => valid[nth] === most)
  const settled = (order: DateOrder): OrderFound => ({ order, candidates, is_open: false, example: '' })
  if (candidates.length < 2) return settled(candidates[0] ?? guess)
  const example = distinct.find((text) => new Set(candidates.map((order) => read.get(order)!.get(text))).size > 1)
  if (example === undefined) return settled(candidates[0]!)
  const alike = others.filter((text) => marksOf(text) === marksOf(example))
  const fitting = candidates.filter((order) => alike.every((text) => readDate(text, order) !== null))
  if (fitting.length === 1) return settled(fitting[0]!)
  const narrow = narrowest(candidates, read)
  if (narrow !== null) return settled(narrow)
  const inOrder = distinct.length >= 4 ? candidates.filter((order) => isSorted(sequence, read.get(order)!)) : []
  if (inOrder.length === 1) return settled(inOrder[0]!)
  if (candidates.includes('dmy') && example.includes('.')) return settled('dmy')
  if (candidates.includes('ymd') && areDigits(example)) return settled('ymd')
  if (isGuessSure && candidates.includes(guess)) return settled(guess)
  return { order: candidates.includes(guess) ? guess : candidates[0]!, candidates, is_open: true, example }
}

/** The days that texts name in each order, and how many do. */
function inEachOrder(texts: readonly string[]) {
  const days = dateOrders.map(() => new Map<string, string | null>())
  const valid = dateOrders.map(() => 0)
  for (const text of texts) {
    const written = partsOf(text)
    for (let nth = 0; nth < dateOrders.length; nth += 1) {
      const date = written && ofWritten(written, dateOrders[nth]!)
      days[nth]!.set(text, date)
      if (date !== null) valid[nth]! += 1
    }
  }
  return { read: new Map(dateOrders.map((order, nth) => [order, days[nth]!])), valid }
}

/** How a date is written, but for its numbers. */
const marksOf = (text: string): string => text.trim().replace(/\d\d?(?=\D|$)/g, '1')

/** Statements cover a year or so; an order that spreads the same dates over so many more days is not theirs. */
const mostDaysOfAStatement = 550
const timesWider = 5
const aMonth = 31

/** The one order in which the dates lie close together; null when none or several do. */
function narrowest(candidates: readonly DateOrder[], read: ReadonlyMap<DateOrder, ReadonlyMap<string, string | null>>): DateOrder | null {
  const spans = candidates.map((order) => {
    const days = [...read.get(order)!.values()].filter((date) => date !== null)
    const [first, last] = [days.reduce((a, b) => (a < b ? a : b)), days.reduce((a, b) => (a > b ? a : b))]
    return { order, days: dayOf(last)! - dayOf(first)! }
  })
  // With the year first, days that follow each other would be years that do.
  const [first, isShort] = [spans.find(({ order }) => order === 'ymd'), spans.some(({ days }) => days <= aMonth)]
  const close = spans.filter(
    ({ days, order }) => days <= mostDaysOfAStatement && !(order === 'ymd' && isShort && first!.days > timesWider * aMonth),
  )
  if (close.length !== 1) return null
  const [{ order, days }] = close as [{ order: DateOrder; days: number }]
  return spans.every((other) => other.order === order || other.days > timesWider * Math.max(days, 30)) ? order : null
}

function isSorted(sequence: readonly string[], dates: ReadonlyMap<string, string | null>): boolean {
  let rises = false
  let falls = false
  let last: string | null = null
  for (const text of sequence) {
    const date = dates.get(text) ?? null
    if (date === null) continue
    if (last !== null && date > last) rises = true
    if (last !== null && date < last) falls = true
    last = date
  }
  return rises !== falls
}
