/** Amounts as people type and paste them, in every locale and currency there is. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyCodes } from '../../core/money/currencies.ts'
import { minorUnitDigits } from '../../core/money/money.ts'
import { readAmount, type ReadAmount } from '../../core/money/typed-amount.ts'
import { formatAmount, formatMoney, formatShort } from '../../web/format/money.ts'
import { amountProblem, currencySigns, numberMarks } from '../../web/format/typedAmount.ts'
import { runs } from '../core/runs.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const languages = letters.flatMap((a) => letters.flatMap((b) => [a + b, ...letters.map((c) => a + b + c)]))
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const regions = letters.flatMap((a) => letters.map((b) => (a + b).toUpperCase())).filter((region) => regionNames.of(region) !== undefined)
/** Every language Intl has data of its own for, in every region there is. */
const known = languages.filter((language) => Intl.NumberFormat.supportedLocalesOf(language).length > 0)
const locales = known.flatMap((language) => [language, ...regions.map((region) => `${language}-${region}`)])
const anyLocale = fc.nat({ max: locales.length - 1 }).map((at) => locales[at]!)

const read = (text: string, currency: string, language: string): ReadAmount =>
  readAmount(text, minorUnitDigits(currency), numberMarks(currency, language), currencySigns(currency, language))

describe('an amount in a field', () => {
  const amounts = fc.oneof(
    fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 }),
    fc.integer({ min: -200_000, max: 200_000 }),
    fc.constantFrom(0, -1, -1200, 99, 100_000, -123_456_789),
  )

  it('is read back as it is shown, in every locale, currency and sign', () => {
    expect(locales.length).toBeGreaterThan(50_000)
    fc.assert(
      fc.property(anyLocale, fc.constantFrom(...currencyCodes), amounts, (language, currency, amount) => {
        const text = formatAmount(amount, currency, language)
        expect(read(text, currency, language), `${language} ${currency} ${JSON.stringify(text)}`).toEqual({
          ok: true,
          amount_cents: amount,
        })
      }),
      { numRuns: runs(1_200) },
    )
  })

  it('is read as it stands elsewhere on the page, with its sign', () => {
    fc.assert(
      fc.property(anyLocale, fc.constantFrom(...currencyCodes), amounts, (language, currency, amount) => {
        const text = formatMoney(amount, currency, language)
        expect(read(text, currency, language), `${language} ${currency} ${JSON.stringify(text)}`).toEqual({
          ok: true,
          amount_cents: amount,
        })
      }),
      { numRuns: runs(1_200) },
    )
  })

  /** Places where money has other marks than numbers, in some currencies or all: each once read as a thousandth or a thousand of what was shown. */
  it.each(['en-PT', 'en-DK', 'en-CZ', 'en-GE', 'kea-CV', 'pt-CV', 'de-AT', 'es-UY'])(
    'is read as it stands elsewhere on the page in %s, in every currency',
    (language) => {
      for (const currency of currencyCodes) {
        for (const amount of [0, 5, -1_200, 100_000, -123_456, 123_456_789]) {
          for (const format of [formatAmount, formatMoney, formatShort]) {
            const text = format(amount, currency, language)
            expect(read(text, currency, language), `${currency} ${JSON.stringify(text)}`).toEqual({ ok: true, amount_cents: amount })
          }
        }
      }
    },
  )

  it.each<[string, string, string, number]>([
    ['$1,842.37', 'USD', 'en-US', 184_237],
    ['US$ 1,842.37', 'USD', 'en-CA', 184_237],
    ['USD 1842.37', 'USD', 'en-US', 184_237],
    ['1,842.37 usd', 'USD', 'en-US', 184_237],
    ['-$5', 'USD', 'en-US', -500],
    ['$-5', 'USD', 'en-US', -500],
    ['1.842,37\u00a0€', 'EUR', 'de-DE', 184_237],
    ['1\u202f842,37\u00a0€', 'EUR', 'fr-FR', 184_237],
    ['1\u2009842,37', 'EUR', 'fr-FR', 184_237],
    ['€1.842,37', 'EUR', 'de-DE', 184_237],
    ["CHF 1'842.37", 'CHF', 'de-CH', 184_237],
    ['Fr. 12', 'CHF', 'de-CH', 1_200],
    ['１，８４２．３７', 'USD', 'en-US', 184_237],
    ['￥１，８４２', 'JPY', 'ja-JP', 1_842],
    ['1,842円', 'JPY', 'ja-JP', 1_842],
    ['＄１２', 'USD', 'en-US', 1_200],
    ['－１２', 'USD', 'en-US', -1_200],
    ['（１＋２）＊３', 'USD', 'en-US', 900],
    ['١٬٨٤٢٫٣٧', 'EGP', 'ar-EG', 184_237],
    ['۱۲۳٫۵', 'USD', 'fa-IR', 12_350],
    ['१,८४२.३७', 'INR', 'hi-IN', 184_237],
    ['₹1,23,456.78', 'INR', 'en-IN', 12_345_678],
    ['𝟏𝟐', 'USD', 'en-US', 1_200],
    ['5 kr.', 'SEK', 'sv-SE', 500],
    ['12 zł', 'PLN', 'pl-PL', 1_200],
    ['R$ 1.234,50', 'BRL', 'pt-BR', 123_450],
    ['S/ 12', 'PEN', 'es-PE', 1_200],
    ['A$12', 'AUD', 'en-US', 1_200],
    ['-AED 1,000.00', 'AED', 'en-PT', -100_000],
    ['1.234.567,89', 'USD', 'en-US', 123_456_789],
    ['12-', 'USD', 'en-US', -1_200],
    ['1,842.37−', 'USD', 'en-US', -184_237],
    ['12 $-', 'USD', 'en-US', -1_200],
    ['($12.00)', 'USD', 'en-US', -1_200],
    ['(12 USD)', 'USD', 'en-US', -1_200],
    ['$120/3', 'USD', 'en-US', 4_000],
    ['1.125*8', 'USD', 'en-US', 900],
    ['(-12)', 'USD', 'en-US', -1_200],
  ])('%s in %s and %s is what it says', (text, currency, language, cents) => {
    expect(read(text, currency, language)).toEqual({ ok: true, amount_cents: cents })
  })

  it.each<[string, string, string, string]>([
    ['1,2345', 'USD', 'en-US', 'This can be 1.23 or 12,345.00. Write the one you mean.'],
    ['1.2345', 'EUR', 'de-DE', 'This can be 1,23 or 12.345,00. Write the one you mean.'],
    ['1,2345', 'EUR', 'de-DE', 'This can be 1,23 or 1,24. Write the one you mean.'],
    ['-12.5', 'JPY', 'en-US', 'This can be -12 or -13. Write the one you mean.'],
    ['1.234', 'USD', 'en-US', 'This can be 1.23 or 1,234.00. Write the one you mean.'],
    ['1,5', 'JPY', 'en-US', 'This can be 2 or 15. Write the one you mean.'],
    ['(12)', 'USD', 'en-US', 'This can be 12.00 or -12.00. Write the one you mean.'],
    ['（１２）', 'USD', 'en-US', 'This can be 12.00 or -12.00. Write the one you mean.'],
    ['€12', 'USD', 'en-US', 'This plan is in USD, and “€” is another currency. Write how much it is in USD.'],
    ['12 EUR', 'USD', 'en-US', 'This plan is in USD, and “EUR” is another currency. Write how much it is in USD.'],
    ['CA$12', 'USD', 'en-US', 'This plan is in USD, and “CA$” is another currency. Write how much it is in USD.'],
    ['12 zł', 'USD', 'en-US', 'This plan is in USD, and “zł” is another currency. Write how much it is in USD.'],
    ['$12', 'EUR', 'de-DE', 'This plan is in EUR, and “$” is another currency. Write how much it is in EUR.'],
    ['1 2', 'USD', 'en-US', 'Write an amount such as 1,250.00, or a sum such as 120/3.'],
    ['1,23,4', 'USD', 'en-US', 'Write an amount such as 1,250.00, or a sum such as 120/3.'],
    ['5²', 'USD', 'en-US', 'Write an amount such as 1,250.00, or a sum such as 120/3.'],
    ['1½', 'USD', 'en-US', 'Write an amount such as 1,250.00, or a sum such as 120/3.'],
    [
      '$71 – $109',
      'USD',
      'en-US',
      'This is a range from 71.00 to 109.00. Write one amount here, or give the lowest and the highest as “Range”. If you mean the difference, write -38.00.',
    ],
    ['12,-', 'EUR', 'de-DE', 'Write an amount such as 1.250,00, or a sum such as 120/3.'],
    ['12 dollars', 'USD', 'en-US', 'Write an amount such as 1,250.00, or a sum such as 120/3.'],
  ])('%s in %s and %s is asked about, and says how to write it', (text, currency, language, sentence) => {
    const found = read(text, currency, language)
    expect(found.ok ? found : amountProblem(found, currency, language)).toBe(sentence)
  })

  it('never throws, and never turns what is pasted into another amount', () => {
    const pieces = fc.constantFrom(
      ..."0123456789.,+-*/() ’'e$€−".split(''),
      'USD',
      'EUR',
      ' ',
      '\u200e',
      '１',
      '٣',
      '٫',
      '٬',
      'kr',
      '(',
      ')',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        fc.constantFrom('en-US', 'de-DE', 'ar-EG', 'de-CH'),
        (text, currency, language) => {
          const found = read(text.join(''), currency, language)
          if (found.ok) expect(Number.isSafeInteger(found.amount_cents)).toBe(true)
        },
      ),
      { numRuns: runs(3_000) },
    )
  })
})
