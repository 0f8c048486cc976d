/**
 * Amounts as a person reads and writes them. Minor units become decimal text digit by digit and Intl formats that text,
 * so no amount ever passes through a fraction.
 */
import { currencyCodes } from '../../core/currencies.ts'
import { decimalText, minorUnitDigits, type CurrencySigns, type NumberMarks, type ReadAmount } from '../../core/money.ts'
import { formatterCache, locale } from './locale.ts'

const moneyFormat = formatterCache((key) => {
  const [language, currency] = key.split(' ') as [string, string]
  const digits = minorUnitDigits(currency)
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
})

const plainFormat = formatterCache((key) => {
  const [language, digits] = key.split(' ') as [string, string]
  return new Intl.NumberFormat(language, { numberingSystem: 'latn', minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) })
})

/** Minor units with the currency's sign: 240000 USD is "$2,400.00". */
export function formatMoney(amount_cents: number, currency_code: string, language = locale()): string {
  const text = decimalText(amount_cents, minorUnitDigits(currency_code))
  return moneyFormat(`${language} ${currency_code}`).format(text as Intl.StringNumericLiteral)
}

/** What comes in or goes out: "+$120.00", "-$35.00". */
export const formatChange = (change_cents: number, currency_code: string, language = locale()): string => `${change_cents > 0 ? '+' : ''}${formatMoney(change_cents, currency_code, language)}`

const rangeFormat = formatterCache((key) => {
  const [language, currency, digits] = key.split(' ') as [string, string, string]
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', numberingSystem: 'latn', minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) })
})

/** Two amounts as a range, without the fraction where both are whole: 7100 and 10900 USD are "$71 – $109". */
export function formatMoneyRange(low_cents: number, high_cents: number, currency_code: string, language = locale()): string {
  if (low_cents === high_cents) return formatMoney(low_cents, currency_code, language)
  const digits = minorUnitDigits(currency_code)
  const [low, high] = [decimalText(low_cents, digits), decimalText(high_cents, digits)]
  const isWhole = digits > 0 && [low, high].every((text) => /\.0+$/.test(text))
  return rangeFormat(`${language} ${currency_code} ${isWhole ? 0 : digits}`).formatRange(low as Intl.StringNumericLiteral, high as Intl.StringNumericLiteral)
}

const roundFormat = formatterCache((key) => {
  const [language, currency, notation] = key.split(' ') as [string, string, 'standard' | 'compact']
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', numberingSystem: 'latn', notation, minimumFractionDigits: 0, maximumFractionDigits: notation === 'compact' ? 1 : 0 })
})

/** A round amount beside an axis, without the minor unit's digits: "$1,500", and from a hundred thousand on "$150K". */
export function formatRound(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  const notation = Math.abs(amount_cents) >= 100_000 * 10 ** digits ? 'compact' : 'standard'
  return roundFormat(`${language} ${currency_code} ${notation}`).format(decimalText(amount_cents, digits) as Intl.StringNumericLiteral)
}

const shortFormat = formatterCache((key) => {
  const [language, currency] = key.split(' ') as [string, string]
  const digits = minorUnitDigits(currency)
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', numberingSystem: 'latn', minimumFractionDigits: digits, maximumFractionDigits: digits, trailingZeroDisplay: 'stripIfInteger' })
})

/** An amount within a sentence: exact, but whole ones without the noughts behind them: "$200", "$212.10". */
export const formatShort = (amount_cents: number, currency_code: string, language = locale()): string =>
  shortFormat(`${language} ${currency_code}`).format(decimalText(amount_cents, minorUnitDigits(currency_code)) as Intl.StringNumericLiteral)

/** Minor units without the sign, as an amount field shows them: 240000 USD is "2,400.00". */
export function formatAmount(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  return plainFormat(`${language} ${digits}`).format(decimalText(amount_cents, digits) as Intl.StringNumericLiteral)
}

const briefFormat = formatterCache((language) => new Intl.NumberFormat(language, { numberingSystem: 'latn', maximumFractionDigits: 0, roundingMode: 'floor' }))
const compactFormat = formatterCache((language) => new Intl.NumberFormat(language, { numberingSystem: 'latn', notation: 'compact', maximumFractionDigits: 1, roundingMode: 'floor' }))

const cellFormat = formatterCache((key) => {
  const [language, digits] = key.split(' ') as [string, string]
  return new Intl.NumberFormat(language, { numberingSystem: 'latn', minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits), trailingZeroDisplay: 'stripIfInteger' })
})

/** Minor units where there is room for a few words, without the sign: 241835 USD is "2,418.35", 241800 "2,418", 24183500 "241.8K". */
export function formatCell(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  const text = decimalText(amount_cents, digits) as Intl.StringNumericLiteral
  return (/^-?\d{6}/.test(text) ? compactFormat(language) : cellFormat(`${language} ${digits}`)).format(text)
}

/** Minor units in little room, without the sign and the cents, never more than there is: 241875 USD is "2,418", 24183500 "241.8K". The exact amount stands elsewhere. */
export function formatBrief(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  const text = decimalText(amount_cents, digits) as Intl.StringNumericLiteral
  return (/^-?\d{6}/.test(text) ? compactFormat(language) : briefFormat(language)).format(text)
}

/** The decimal and grouping marks of a locale, for reading what a person types: of numbers, and of the currency's amounts where those have others. */
export const numberMarks = (currency_code: string, language = locale()): NumberMarks => marksOf(`${language} ${currency_code}`)
const marksOf = formatterCache((key): NumberMarks => {
  const [language, currency] = key.split(' ') as [string, string]
  const [ofNumbers, ofMoney] = [marksIn(plainFormat(`${language} 1`)), marksIn(new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', numberingSystem: 'latn', minimumFractionDigits: 1, maximumFractionDigits: 1 }))]
  return ofNumbers.decimal === ofMoney.decimal ? ofNumbers : { ...ofNumbers, money: ofMoney }
})

function marksIn(format: Intl.NumberFormat): Required<Omit<NumberMarks, 'money'>> {
  const parts = format.formatToParts(1234567.8)
  const mark = (type: string, otherwise: string): string => parts.find((part) => part.type === type)?.value ?? otherwise
  return { decimal: mark('decimal', '.'), group: mark('group', ','), group_digits: parts.findLast(({ type }) => type === 'integer')?.value.length ?? 3 }
}

const signFormat = formatterCache((key) => {
  const [language, currency, currencyDisplay] = key.split(' ') as [string, string, 'symbol' | 'narrowSymbol']
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay, numberingSystem: 'latn' })
})
const signsIn = (language: string, currency_code: string): string[] =>
  (['symbol', 'narrowSymbol'] as const).map((display) => signFormat(`${language} ${currency_code} ${display}`).formatToParts(0).find(({ type }) => type === 'currency')!.value)

/** What people write for a currency beside the signs that Intl knows. */
const usualSigns: Record<string, readonly string[]> = { JPY: ['円'], CNY: ['元'], KRW: ['원'], INR: ['Rs'], CHF: ['Fr', 'SFr'], GBP: ['£'] }

const ownSigns = formatterCache((key): string[] => {
  const [language, code] = key.split(' ') as [string, string]
  const [, narrow] = signsIn('en', code) as [string, string]
  return [code, ...signsIn(language, code), ...signsIn('en', code), code.slice(0, 2) + narrow, code.slice(0, 1) + narrow, ...(usualSigns[code] ?? [])]
})
const allSigns = formatterCache((language): ReadonlySet<string> => new Set([...currencyCodes].flatMap((code) => [...signsIn(language, code), ...signsIn('en', code)]).map((sign) => sign.toLowerCase())))

/** The signs of a currency, and whether another text is a sign of a different one. */
export const currencySigns = (currency_code: string, language = locale()): CurrencySigns => ({
  own: ownSigns(`${language} ${currency_code}`),
  isOther: (sign) => allSigns(language).has(sign.toLowerCase()),
})

/** What to tell a person whose amount can't be read. */
export function amountProblem(read: Extract<ReadAmount, { ok: false }>, currency_code: string, language = locale()): string {
  switch (read.reason) {
    case 'divides_by_zero':
      return 'This divides by zero. Change the divisor.'
    case 'too_large':
      return 'This is more than a plan can hold. Write a smaller amount.'
    case 'not_a_sum':
      return `Write an amount such as ${formatAmount(125_000, currency_code, language)}, or a sum such as 120/3.`
    case 'unclear': {
      const [one, other] = read.readings.map((amount) => formatAmount(amount, currency_code, language))
      return `This can be ${one} or ${other}. Write the one you mean.`
    }
    case 'other_currency':
      return `This plan is in ${currency_code}, and “${read.sign}” is another currency. Write how much it is in ${currency_code}.`
  }
}

const percentFormat = formatterCache((language) => new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn', maximumFractionDigits: 0 }))

/** A whole percent: 25 is "25%". */
export const formatPercent = (value: number, language = locale()): string => percentFormat(language).format(value / 100)
