/**
 * Amounts as a person reads and writes them. Minor units become decimal text digit by digit and Intl formats that text,
 * so no amount ever passes through a fraction.
 */
import { decimalText, minorUnitDigits } from '../../core/money/money.ts'
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
  return new Intl.NumberFormat(language, {
    numberingSystem: 'latn',
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: Number(digits),
  })
})

/** Minor units with the currency's sign: 240000 USD is "$2,400.00". */
export function formatMoney(amount_cents: number, currency_code: string, language = locale()): string {
  const text = decimalText(amount_cents, minorUnitDigits(currency_code))
  return moneyFormat(`${language} ${currency_code}`).format(text as Intl.StringNumericLiteral)
}

/** What comes in or goes out: "+$120.00", "-$35.00". */
export const formatChange = (change_cents: number, currency_code: string, language = locale()): string =>
  `${change_cents > 0 ? '+' : ''}${formatMoney(change_cents, currency_code, language)}`

const rangeFormat = formatterCache((key) => {
  const [language, currency, digits] = key.split(' ') as [string, string, string]
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: Number(digits),
  })
})

/** Two amounts as a range, without the fraction where both are whole: 7100 and 10900 USD are "$71 – $109". */
export function formatMoneyRange(low_cents: number, high_cents: number, currency_code: string, language = locale()): string {
  if (low_cents === high_cents) return formatMoney(low_cents, currency_code, language)
  const digits = minorUnitDigits(currency_code)
  const [low, high] = [decimalText(low_cents, digits), decimalText(high_cents, digits)]
  const isWhole = digits > 0 && [low, high].every((text) => /\.0+$/.test(text))
  return rangeFormat(`${language} ${currency_code} ${isWhole ? 0 : digits}`).formatRange(
    low as Intl.StringNumericLiteral,
    high as Intl.StringNumericLiteral,
  )
}

const roundFormat = formatterCache((key) => {
  const [language, currency, notation] = key.split(' ') as [string, string, 'standard' | 'compact']
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
    notation,
    minimumFractionDigits: 0,
    maximumFractionDigits: notation === 'compact' ? 1 : 0,
  })
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
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  })
})

/** An amount within a sentence: exact, but whole ones without the noughts behind them: "$200", "$212.10". */
export const formatShort = (amount_cents: number, currency_code: string, language = locale()): string =>
  shortFormat(`${language} ${currency_code}`).format(decimalText(amount_cents, minorUnitDigits(currency_code)) as Intl.StringNumericLiteral)

/** Minor units without the sign, as an amount field shows them: 240000 USD is "2,400.00". */
export function formatAmount(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  return plainFormat(`${language} ${digits}`).format(decimalText(amount_cents, digits) as Intl.StringNumericLiteral)
}

const briefFormat = formatterCache(
  (language) => new Intl.NumberFormat(language, { numberingSystem: 'latn', maximumFractionDigits: 0, roundingMode: 'floor' }),
)
const compactFormat = formatterCache(
  (language) =>
    new Intl.NumberFormat(language, { numberingSystem: 'latn', notation: 'compact', maximumFractionDigits: 1, roundingMode: 'floor' }),
)

const cellFormat = formatterCache((key) => {
  const [language, digits] = key.split(' ') as [string, string]
  return new Intl.NumberFormat(language, {
    numberingSystem: 'latn',
    minimumFractionDigits: Number(digits),
    maximumFractionDigits: Number(digits),
    trailingZeroDisplay: 'stripIfInteger',
  })
})

/** Minor units where there is room for a few words, without the sign: 241835 USD is "2,418.35", 241800 "2,418", 24183500 "241.8K". */
export function formatCell(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  const text = decimalText(amount_cents, digits) as Intl.StringNumericLiteral
  return (/^-?\d{6}/.test(text) ? compactFormat(language) : cellFormat(`${language} ${digits}`)).format(text)
}

/**
 * Minor units in little room, without the sign and the cents, never more than there is: 241875 USD is "2,418", 24183500 "241.8K". The exact
 * amount stands elsewhere.
 */
export function formatBrief(amount_cents: number, currency_code: string, language = locale()): string {
  const digits = minorUnitDigits(currency_code)
  const text = decimalText(amount_cents, digits) as Intl.StringNumericLiteral
  return (/^-?\d{6}/.test(text) ? compactFormat(language) : briefFormat(language)).format(text)
}

const percentFormat = formatterCache(
  (language) => new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn', maximumFractionDigits: 0 }),
)

/** A whole percent: 25 is "25%". */
export const formatPercent = (value: number, language = locale()): string => percentFormat(language).format(value / 100)
