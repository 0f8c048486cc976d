import { describe, expect, test } from 'vitest'
import { formatDate } from '../../web/format/date.ts'
import { momentWords } from '../../web/format/moments.ts'
import { likelyCurrency } from '../../web/format/locale.ts'
import { formatAmount, formatMoney, formatMoneyRange, formatPercent } from '../../web/format/money.ts'
import { numberMarks } from '../../web/format/typedAmount.ts'
import { decimalText } from '../../core/money/money.ts'
import { readAmount } from '../../core/money/typed-amount.ts'

describe('money as a person reads it', () => {
  test('every digit of the largest amount is there', () => {
    expect(formatMoney(899_999_999_999_999, 'USD', 'en-US')).toBe('$8,999,999,999,999.99')
    expect(formatMoney(-1, 'USD', 'en-US')).toBe('-$0.01')
  })

  test('the currency decides the digits, not the habit of cash', () => {
    expect(formatMoney(1250, 'JPY', 'en-US')).toBe('¥1,250')
    expect(formatAmount(1250, 'KWD', 'en-US')).toBe('1.250')
    expect(formatAmount(1250, 'HUF', 'en-US')).toBe('12.50')
  })

  test('digits become decimal text without a fraction on the way', () => {
    expect([decimalText(5, 2), decimalText(-1205, 2), decimalText(7, 0), decimalText(0, 3)]).toEqual(['0.05', '-12.05', '7', '0.000'])
  })

  test('a range leaves the fraction out where both ends are whole, and is one amount where they are the same', () => {
    expect(
      [
        [7_100, 10_900],
        [7_100, 10_950],
        [7_100, 7_100],
      ].map(([low, high]) => formatMoneyRange(low!, high!, 'USD', 'en-US').replaceAll('\u2009', ' ')),
    ).toEqual(['$71 – $109', '$71.00 – $109.50', '$71.00'])
    expect(formatMoneyRange(700, 900, 'JPY', 'en-US')).toMatch(/^¥700\s?–\s?¥?900$/)
  })
  test('a percent is whole', () => expect(formatPercent(25, 'en-US')).toBe('25%'))
})

test('a moment is said as a person says it, until it is a week ago', () => {
  const now = new Date(2026, 2, 12, 20, 5)
  const said = (day: number, hour: number): string => momentWords(new Date(2026, 2, day, hour, 12).toISOString(), now, 'en-GB')
  expect([said(12, 9), said(12, 13), said(12, 19), said(11, 9), said(10, 0), said(6, 23)]).toEqual([
    'this morning, 09:12',
    'this afternoon, 13:12',
    'this evening, 19:12',
    'yesterday morning, 09:12',
    'on Tuesday, 00:12',
    'on Friday, 23:12',
  ])
  expect([said(5, 9), said(13, 9)]).toEqual(['5 Mar 2026, 09:12', '13 Mar 2026, 09:12'])
})

describe('what a field shows can be read back', () => {
  test.each(['en-US', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pt-BR', 'en-IN', 'ar-EG', 'fa-IR', 'pl-PL', 'sv-SE'])('in %s', (language) => {
    for (const amount of [0, 5, 123_456, -123_456, 899_999_999_999_999]) {
      const text = formatAmount(amount, 'EUR', language).replace(/[\u200e\u200f\u061c]/g, '')
      expect(readAmount(text, 2, numberMarks('EUR', language)), text).toEqual({ ok: true, amount_cents: amount })
    }
  })
})

describe('days', () => {
  test('the year is told where it is another one', () => {
    expect(formatDate('2026-03-12', '2026-11-22', 'en-US')).toBe('Mar 12')
    expect(formatDate('2027-01-01', '2026-11-22', 'en-US')).toBe('Jan 1, 2027')
  })
  test('a day and its month stay on one line where a point stands between them', () => {
    expect(formatDate('2026-03-03', '2026-11-22', 'de-DE')).toBe('3.\u00a0März')
    expect(formatDate('2027-12-24', '2026-11-22', 'de-DE')).toBe('24.\u00a0Dez. 2027')
  })
  test('a day is that day in every zone', () => expect(formatDate('2026-01-01', undefined, 'en-GB')).toBe('1 Jan 2026'))
})

test('the first guess of a currency is that of the person’s region', () => {
  expect(['en-US', 'de-DE', 'en-GB', 'ja', 'xx'].map(likelyCurrency)).toEqual(['USD', 'EUR', 'GBP', 'JPY', 'USD'])
})
