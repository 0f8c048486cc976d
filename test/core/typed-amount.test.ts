/** Amounts as they are typed and pasted: signs of currencies, digits of other scripts, marks that group and part. */
import { describe, expect, it } from 'vitest'
import { readAmount, type CurrencySigns, type NumberMarks } from '../../core/money/typed-amount.ts'

const english: NumberMarks = { decimal: '.', group: ',' }
const german: NumberMarks = { decimal: ',', group: '.' }
const swiss: NumberMarks = { decimal: '.', group: '’' }
const french: NumberMarks = { decimal: ',', group: '\u202f' }
/** In lakhs, the last group of three. */
const indian: NumberMarks = { decimal: '.', group: ',', group_digits: 3 }
/** Numbers as in Denmark, money as in English. */
const danish: NumberMarks = { decimal: ',', group: '.', money: { decimal: '.', group: ',', group_digits: 3 } }
/** The sign of escudos stands where the mark for decimals does. */
const escudos: NumberMarks = { decimal: ',', group: ' ', money: { decimal: '$', group: ' ', group_digits: 3 } }

const dollar: CurrencySigns = { own: ['USD', '$', 'US$', ''], isOther: (sign) => ['ca$', 'zł', 'kr'].includes(sign.toLowerCase()) }
const franc: CurrencySigns = { own: ['CHF', 'Fr', 'SFr'], isOther: () => false }
const krona: CurrencySigns = { own: ['SEK', 'kr'], isOther: () => false }

const cents = (amount_cents: number) => ({ ok: true, amount_cents })
const noSum = { ok: false, reason: 'not_a_sum' }
const unclear = (...readings: [number, number]) => ({ ok: false, reason: 'unclear', readings })
const other = (sign: string) => ({ ok: false, reason: 'other_currency', sign })

describe('an amount with the sign of its currency', () => {
  it.each<[string, NumberMarks, CurrencySigns, number]>([
    ['$1,842.37', english, dollar, 184_237],
    ['US$ 1,842.37', english, dollar, 184_237],
    ['usd 1842.37', english, dollar, 184_237],
    ['1,842.37 USD', english, dollar, 184_237],
    ['-$5', english, dollar, -500],
    ['$-5', english, dollar, -500],
    ['+5', english, dollar, 500],
    ['($12)', english, dollar, -1_200],
    ['(12 USD)', english, dollar, -1_200],
    ['(-12)', english, dollar, -1_200],
    ['12 $-', english, dollar, -1_200],
    ['12-', english, dollar, -1_200],
    ['$120/3', english, dollar, 4_000],
    ['Fr. 12', swiss, franc, 1_200],
    ['12 SFr.', swiss, franc, 1_200],
    ['Fr.5', swiss, franc, 50],
    ['5 kr.', german, krona, 500],
    ['5 kr + 3 kr', german, krona, 800],
    ['$b 12', english, { own: ['$', '$b'], isOther: () => false }, 1_200],
    ['$50', escudos, { own: ['CVE'], isOther: () => false }, 50],
    ['1.234', danish, dollar, 123_400],
    ['５ ＄', english, dollar, 500],
    ['$ 1.234,50', german, dollar, 123_450],
    ['$1,234.50', danish, dollar, 123_450],
    ['1.234,50', danish, dollar, 123_450],
    ['1 234$50', escudos, { own: ['CVE'], isOther: () => false }, 123_450],
    ['1 234,50', escudos, { own: ['CVE'], isOther: () => false }, 123_450],
  ])('%s', (text, marks, signs, amount) => {
    expect(readAmount(text, 2, marks, signs)).toEqual(cents(amount))
  })

  it.each([
    ['€12', '€'],
    ['12 EUR', 'EUR'],
    ['12 eur', 'eur'],
    ['CA$12', 'CA$'],
    ['12 zł', 'zł'],
    ['R$12', 'R$'],
    ['S/.12', 'S/.'],
  ])('%s is of another currency, and says which', (text, sign) => {
    const signs = { ...dollar, isOther: (one: string) => dollar.isOther(one) || one === 'S/.' }
    expect(readAmount(text, 2, english, signs)).toEqual(other(sign))
  })

  it.each(['12 dollars', '12 USDT', 'x', '$', '12 ab', '12a5', '5²', '1½'])('%s is no sum', (text) => {
    expect(readAmount(text, 2, english, dollar)).toEqual(noSum)
  })
  it('a sign that begins as the own one does is another one', () => {
    const kina: CurrencySigns = { own: ['PGK', 'K'], isOther: (sign) => sign === 'Kč' }
    expect(readAmount('K 12', 2, english, kina)).toEqual(cents(1_200))
    expect(readAmount('Kč 12', 2, english, kina)).toEqual(other('Kč'))
    expect(readAmount('12 Kč', 2, english, kina)).toEqual(other('Kč'))
  })
  it('a sign may be as wide as its digits', () => {
    expect(readAmount('￥１，８４２', 0, english, { own: ['¥'], isOther: () => false })).toEqual(cents(1_842))
  })
  it('what is asked about beside its sign is asked about with it too, and less than nothing stays less', () => {
    expect(readAmount('$1.234', 2, english, dollar)).toEqual(unclear(123, 123_400))
    expect(readAmount('1.234 USD', 2, english, dollar)).toEqual(unclear(123, 123_400))
    expect(readAmount('-$1.234', 2, english, dollar)).toEqual(unclear(-123, -123_400))
    expect(readAmount('($1.234)', 2, english, dollar)).toEqual(unclear(-123, -123_400))
    expect(readAmount('($1.2345)', 2, english, dollar)).toEqual(unclear(-123, -124))
    expect(readAmount('$1,2345', 2, english, dollar)).toEqual(unclear(123, 1_234_500))
    expect(readAmount('(1.234)', 2, english, dollar)).toEqual(unclear(123, -123))
    expect(readAmount('1,2345 EUR', 2, english, dollar)).toEqual(other('EUR'))
    for (const text of ['1.234 dollars', '-$1.2345*)', '($1.50+', '-$1.50)'])
      expect([text, readAmount(text, 2, english, dollar)]).toEqual([text, noSum])
    expect(readAmount('$1.234*2', 2, english, dollar)).toEqual(cents(247))
    expect(readAmount('$1.234+$1', 2, english, dollar)).toEqual(cents(223))
  })
  it('has the marks of money where those of numbers are others', () => {
    expect(readAmount('$1.234', 2, danish, dollar)).toEqual(unclear(123, 123_400))
  })
  it('a sign is none where nothing is known of signs', () => {
    expect(readAmount('€12', 2, english)).toEqual(noSum)
    expect(readAmount('12 EUR', 2, english)).toEqual(noSum)
  })
})

describe('digits and marks of other scripts and widths', () => {
  it.each<[string, NumberMarks, number]>([
    ['１，８４２．３７', english, 184_237],
    ['－１２', english, -1_200],
    ['（１＋２）＊３', english, 900],
    ['１０／４', english, 250],
    ['１０。５', english, 1_050],
    ['１０｡５', english, 1_050],
    ['١٬٨٤٢٫٣٧', english, 184_237],
    ['١٬٨٤٢٫٣٧', german, 184_237],
    ['۱۲۳٫۵', english, 12_350],
    ['१,८४२.३७', english, 184_237],
    ['९', english, 900],
    ['𝟏𝟐', english, 1_200],
    ['\u200e12\u200f', english, 1_200],
    ['12\ufeff', english, 1_200],
    ['5\u00a0', english, 500],
    ['1\u2009842,37', french, 184_237],
    ['1\u202f842,37', french, 184_237],
    ["1'234.50", english, 123_450],
    ['1‘234.50', english, 123_450],
    ['1ʼ234.50', swiss, 123_450],
    ['8−3', english, 500],
    ['8–3', english, 500],
    ['8﹣3', english, 500],
  ])('%s', (text, marks, amount) => {
    expect(readAmount(text, 2, marks)).toEqual(cents(amount))
  })
})

describe('marks that group and part', () => {
  it.each<[string, NumberMarks, number]>([
    ['1,234,567.89', english, 123_456_789],
    ['1.234.567,89', english, 123_456_789],
    ['1,234.5', german, 123_450],
    ['12.50', german, 1_250],
    ['12,50', english, 1_250],
    ['1.234.567', german, 123_456_700],
    ['1,23,456.78', indian, 12_345_678],
    ['12,34,567', indian, 123_456_700],
    ['12 345 678', french, 1_234_567_800],
    ['1 234', english, 123_400],
    ['12 + 5 ', english, 1_700],
    ['5.-3', english, 200],
    ['12.345.678,90', english, 1_234_567_890],
    ['0'.repeat(39) + '5', english, 500],
    [`${'9'.repeat(12)}.99`, english, 99_999_999_999_999],
    ['0'.repeat(38) + '5', english, 500],
  ])('%s', (text, marks, amount) => {
    expect(readAmount(text, 2, marks)).toEqual(cents(amount))
  })

  it.each<[string, NumberMarks]>([
    ['1,23,4', english],
    ['1,2,3', english],
    ['1,2,345', english],
    ['1’23’4', english],
    ['١٬٨٤٢٬٣', english],
    ['١٬٨٤٢٬٣', german],
    ['1.2345,67', english],
    ["1.234,5'0", english],
    ["1.234,'5", english],
    ["1.234,5'", english],
    ['1 2', english],
    ['1..2', english],
    ['1.2.3', english],
    ['12,-', german],
    ['12.-', english],
    ['12.–', english],
    ['12.−', english],
    ['1234,567,890', english],
    ['0,234,567', english],
    ['1,234,56', english],
    ['1.23.456,7', english],
    ['1.234.56,7', english],
    ['1234.567,89', english],
    ['1.234,5,6', english],
    ['1,234.', german],
    ['1,234.567', german],
    [',', english],
    ['.', english],
    [' ', english],
    ['1 234 5', english],
    ['0'.repeat(41), english],
    [`0.${'0'.repeat(40)}`, english],
    [`1${'.000'.repeat(14)},5`, english],
  ])('%s can’t be told', (text, marks) => {
    expect(readAmount(text, 2, marks)).toEqual(noSum)
  })

  it.each<[string, NumberMarks, number, [number, number]]>([
    ['1,2345', english, 2, [123, 1_234_500]],
    ['-1,2345', english, 2, [-123, -1_234_500]],
    ['1.234-', english, 2, [-123, -123_400]],
    ['−1.234', english, 2, [-123, -123_400]],
    ['--1.234', english, 2, [123, 123_400]],
    ['1.2345', german, 2, [123, 1_234_500]],
    ['1.234', english, 2, [123, 123_400]],
    ['999.999', english, 2, [100_000, 99_999_900]],
    ['1.234', english, 0, [1, 1_234]],
    ['1234.567', english, 2, [123_456, 123_457]],
    ['1,5', english, 0, [2, 15]],
    ['12.5', english, 0, [12, 13]],
    ['-12.5', english, 0, [-12, -13]],
    ['1,2345', german, 2, [123, 124]],
    ['12.345678', english, 2, [1_234, 1_235]],
    ['(12)', english, 2, [1_200, -1_200]],
    ["1'234,567", english, 2, [123_457, 123_456_700]],
    ['0.001', english, 2, [0, 1]],
    ['-0.001', english, 2, [0, -1]],
    ['0.001-', english, 2, [0, -1]],
  ])('%s is asked about: it can be one or the other', (text, marks, digits, readings) => {
    expect(readAmount(text, digits, marks)).toEqual(unclear(...readings))
  })

  it('in a sum three digits behind the point are decimals, and where the currency has three they always are', () => {
    expect(readAmount('1.125*8', 2, english)).toEqual(cents(900))
    expect(readAmount('1.234', 3, english)).toEqual(cents(1_234))
    expect(readAmount('0.125*8', 2, english)).toEqual(cents(100))
    expect(readAmount('1000.125*8', 2, english)).toEqual(cents(800_100))
    for (const text of ['1,2345*2', '1.234+1,2345', '1,2345+1.234'])
      expect([text, readAmount(text, 2, english)]).toEqual([text, unclear(123, 1_234_500)])
  })
})

describe('a sum', () => {
  it.each([
    ['10/-4', -250],
    ['-10/-4', 250],
    ['2--3', 500],
    ['2-+3', -100],
    ['2*-3', -600],
    ['8/2/2', 200],
    ['8-2-2', 400],
    ['2+3*4-1', 1_300],
    ['(2+3)*(4-1)', 1_500],
    ['1/3+1/3+1/3', 100],
    ['1/8', 13],
    ['-1/8', -13],
    ['1/16', 6],
    [`${'('.repeat(20)}1${')'.repeat(20)}`, 100],
    [`${'-'.repeat(21)}1`, -100],
    ['0.75-0.5', 25],
    ['5-2*2', 100],
    ['0*5', 0],
    ['-0', 0],
    ['120-120', 0],
    ['9000000000000', 900_000_000_000_000],
    ['-9000000000000', -900_000_000_000_000],
  ])('%s', (text, amount) => {
    expect(readAmount(text, 2, english)).toEqual(cents(amount))
  })
  it.each([
    '(1+2',
    '1+2)',
    '()',
    '(-)',
    '(-5',
    '5-(',
    '-1.5)',
    '(1.5+',
    '-1.234)',
    '(1.234+',
    '1+',
    '*2',
    '1**2',
    '1 (2)',
    '(1)(2)',
    `${'('.repeat(22)}1${')'.repeat(22)}`,
    `${'-'.repeat(23)}1`,
  ])('%s is none', (text) => {
    expect(readAmount(text, 2, english)).toEqual(noSum)
  })
  it('says when it divides by zero, wherever, and when it is too large', () => {
    for (const text of ['1/0', '5+1/(2-2)', '(1/0)*2', '2*1/0', '-(1/0)'])
      expect([text, readAmount(text, 2, english)]).toEqual([text, { ok: false, reason: 'divides_by_zero' }])
    for (const text of ['9000000000000.01', '-9000000000000.01', '9000000000000+0.01', '(9000000000001)*1', `1${'.000'.repeat(13)},5`])
      expect([text, readAmount(text, 2, english)]).toEqual([text, { ok: false, reason: 'too_large' }])
  })
  it('is read as far as 200 characters', () => {
    expect(readAmount('5'.padStart(200), 2, english)).toEqual(cents(500))
    expect(readAmount('5'.padStart(201), 2, english)).toEqual(noSum)
  })
  it('from less to more between two amounts is a range, and never one of what is worked out', () => {
    expect(readAmount('0.5-0.75', 2, english)).toEqual({ ok: false, reason: 'range', range: [50, 75] })
    expect(readAmount('1-2+0', 2, english)).toEqual(cents(-100))
    expect(readAmount('1+2', 2, english)).toEqual(cents(300))
    expect(readAmount('80-80', 2, english)).toEqual(cents(0))
  })
})
