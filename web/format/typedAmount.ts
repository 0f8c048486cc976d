/** What reading an amount that a person types needs of their language: marks, signs, and what to say where it can't be read. */
import { currencyCodes } from '../../core/money/currencies.ts'
import type { CurrencySigns, NumberMarks, ReadAmount } from '../../core/money/typed-amount.ts'
import { canSay, say } from '../words/say.ts'
import { formatterCache, locale } from './locale.ts'
import { formatAmount } from './money.ts'

/**
 * The decimal and grouping marks of a locale, for reading what a person types: of numbers, and of the currency's amounts where those have
 * others.
 */
export const numberMarks = (currency_code: string, language = locale()): NumberMarks => marksOf(`${language} ${currency_code}`)
const marksOf = formatterCache((key): NumberMarks => {
  const [language, currency] = key.split(' ') as [string, string]
  const [ofNumbers, ofMoney] = [
    marksIn(new Intl.NumberFormat(language, { numberingSystem: 'latn', minimumFractionDigits: 1, maximumFractionDigits: 1 })),
    marksIn(
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        numberingSystem: 'latn',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
    ),
  ]
  return ofNumbers.decimal === ofMoney.decimal ? ofNumbers : { ...ofNumbers, money: ofMoney }
})

function marksIn(format: Intl.NumberFormat): Required<Omit<NumberMarks, 'money'>> {
  const parts = format.formatToParts(1234567.8)
  const mark = (type: string, otherwise: string): string => parts.find((part) => part.type === type)?.value ?? otherwise
  return {
    decimal: mark('decimal', '.'),
    group: mark('group', ','),
    group_digits: parts.findLast(({ type }) => type === 'integer')?.value.length ?? 3,
  }
}

const signFormat = formatterCache((key) => {
  const [language, currency, currencyDisplay] = key.split(' ') as [string, string, 'symbol' | 'narrowSymbol']
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay, numberingSystem: 'latn' })
})
const signsIn = (language: string, currency_code: string): string[] =>
  (['symbol', 'narrowSymbol'] as const).map(
    (display) =>
      signFormat(`${language} ${currency_code} ${display}`)
        .formatToParts(0)
        .find(({ type }) => type === 'currency')!.value,
  )

/** What people write for a currency beside the signs that Intl knows. */
const usualSigns: Record<string, readonly string[]> = { JPY: ['円'], CNY: ['元'], KRW: ['원'], INR: ['Rs'], CHF: ['Fr', 'SFr'], GBP: ['£'] }

const ownSigns = formatterCache((key): string[] => {
  const [language, code] = key.split(' ') as [string, string]
  const [, narrow] = signsIn('en', code) as [string, string]
  return [
    code,
    ...signsIn(language, code),
    ...signsIn('en', code),
    code.slice(0, 2) + narrow,
    code.slice(0, 1) + narrow,
    ...(usualSigns[code] ?? []),
  ]
})
const allSigns = formatterCache(
  (language): ReadonlySet<string> =>
    new Set([...currencyCodes].flatMap((code) => [...signsIn(language, code), ...signsIn('en', code)]).map((sign) => sign.toLowerCase())),
)

/** The signs of a currency, and whether another text is a sign of a different one. */
export const currencySigns = (currency_code: string, language = locale()): CurrencySigns => ({
  own: ownSigns(`${language} ${currency_code}`),
  isOther: (sign) => allSigns(language).has(sign.toLowerCase()),
})

/** What to tell a person whose amount can't be read. Its words come with those of problems, once the first screen stands. */
export function amountProblem(read: Extract<ReadAmount, { ok: false }>, currency_code: string, language = locale()): string {
  const sentence = `problems.typed_amount.${read.reason}` as const
  if (!canSay(sentence)) return say('common.refused')
  switch (read.reason) {
    case 'divides_by_zero':
    case 'too_large':
      return say(sentence)
    case 'not_a_sum':
      return say('problems.typed_amount.not_a_sum', { example: formatAmount(125_000, currency_code, language) })
    case 'unclear': {
      const [one, other] = read.readings.map((amount) => formatAmount(amount, currency_code, language))
      return say('problems.typed_amount.unclear', { one: one!, other: other! })
    }
    case 'range': {
      const [low, high, difference] = [...read.range, read.range[0] - read.range[1]].map((amount) =>
        formatAmount(amount, currency_code, language),
      )
      return say('problems.typed_amount.range', { low: low!, high: high!, difference: difference! })
    }
    case 'other_currency':
      return say('problems.typed_amount.other_currency', { currency: currency_code, sign: read.sign })
  }
}
