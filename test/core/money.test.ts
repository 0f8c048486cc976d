import codes from 'currency-codes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyCodes } from '../../core/money/currencies.ts'
import { decimalText, isAmount, isCurrencyCode, minorUnitDigits, rescale, sumOf } from '../../core/money/money.ts'
import { readAmount } from '../../core/money/typed-amount.ts'
import { manyRuns } from './runs.ts'

const english = { decimal: '.', group: ',' }
const german = { decimal: ',', group: '.' }
const swiss = { decimal: '.', group: '’' }
const french = { decimal: ',', group: '\u202f' }

describe('reading an amount a person typed', () => {
  it.each([
    ['120/3', 4000],
    ['12.5', 1250],
    ['1,234.56', 123_456],
    ['1,234', 123_400],
    ['2*(49.90+5)', 10_980],
    ['-5', -500],
    ['−5', -500],
    ['  7 ', 700],
    ['.5', 50],
    ['5.', 500],
    ['10/3', 333],
    ['20/3', 667],
    ['-20/3', -667],
    ['0.005*1', 1],
    ['0.004*1', 0],
    ['3×4', 1200],
    ['10÷4', 250],
    ['1+2*3', 700],
    ['-(2+3)', -500],
    ['0.1+0.2', 30],
    ['1,23', 123],
  ])('%s is %d cents in an English locale', (text, cents) => {
    expect(readAmount(text, 2, english)).toEqual({ ok: true, amount_cents: cents })
  })
  it.each([
    ['1.234,56', german, 123_456],
    ['1.234', german, 123_400],
    ['12,5', german, 1250],
    ['12.5', german, 1250],
    ['49,90*2', german, 9980],
    ['1’234.50', swiss, 123_450],
    ["1'234.50", swiss, 123_450],
    ['1\u202f234,5', french, 123_450],
    ['1 234,5', french, 123_450],
    ['1,23,456.78', english, 12_345_678],
  ])('%s is read by the locale’s marks', (text, marks, cents) => {
    expect(readAmount(text, 2, marks)).toEqual({ ok: true, amount_cents: cents })
  })
  it('minor units follow the currency', () => {
    expect(readAmount('1500', 0, english)).toEqual({ ok: true, amount_cents: 1500 })
    expect(readAmount('1.5', 3, english)).toEqual({ ok: true, amount_cents: 1500 })
  })
  it.each(['', 'abc', '1..2', '1+', '(1', '1)', '1 2/', '1,2,3', '$', '--', '1e5', '0x10', '('.repeat(60)])('%j is no sum', (text) => {
    expect(readAmount(text, 2, english)).toEqual({ ok: false, reason: 'not_a_sum' })
  })
  it.each([
    ['80-120', 8000, 12_000],
    ['80 – 120', 8000, 12_000],
    ['$80-$120', 8000, 12_000],
    ['1,200.50−1,300', 120_050, 130_000],
    ['0-40', 0, 4000],
  ])('%s is a range and no sum below zero', (text, low, high) => {
    expect(readAmount(text, 2, english, { own: ['$'], isOther: () => false })).toEqual({ ok: false, reason: 'range', range: [low, high] })
  })
  it.each([
    ['120-80', 4000],
    ['80-80', 0],
    ['-(120-80)', -4000],
    ['80-120+0', -4000],
    ['–5', -500],
  ])('%s is a sum all the same', (text, cents) => {
    expect(readAmount(text, 2, english)).toEqual({ ok: true, amount_cents: cents })
  })
  it('says when a sum divides by zero or is too large', () => {
    expect(readAmount('1/0', 2, english)).toEqual({ ok: false, reason: 'divides_by_zero' })
    expect(readAmount('9999999999999999', 2, english)).toEqual({ ok: false, reason: 'too_large' })
  })
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,+-*/() ’e'.split('')), maxLength: 60 }),
        fc.constantFrom(english, german, swiss),
        (text, marks) => void readAmount(text, 2, marks),
      ),
      { numRuns: manyRuns(3000) },
    )
  })
  it('reads every amount back that it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000_000 }), (cents) => {
        const whole = Math.floor(cents / 100)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, '.')
        expect(readAmount(`${whole},${String(cents % 100).padStart(2, '0')}`, 2, german)).toEqual({ ok: true, amount_cents: cents })
      }),
    )
  })
})

describe('currencies', () => {
  it('follow ISO 4217 as the currency-codes package has it', () => {
    expect([...currencyCodes].sort()).toEqual(codes.codes().sort())
    for (const code of currencyCodes) expect([code, minorUnitDigits(code)]).toEqual([code, codes.code(code)!.digits])
  })
  it('rescaling is exact or refused', () => {
    expect(rescale(1250, 2, 3)).toBe(12_500)
    expect(rescale(1200, 2, 0)).toBe(12)
    expect(rescale(1250, 2, 0)).toBeNull()
    expect(rescale(-1200, 2, 0)).toBe(-12)
    expect(rescale(900_000_000_000_000, 0, 2)).toBeNull()
  })
  it('sums of absurd amounts stay at the largest whole number rather than drift', () => {
    expect(sumOf([1, 2, -3])).toBe(0)
    expect(sumOf(Array.from({ length: 2000 }, () => 900_000_000_000_000))).toBe(Number.MAX_SAFE_INTEGER)
    expect(
      sumOf([...Array.from({ length: 20 }, () => 900_000_000_000_000), ...Array.from({ length: 20 }, () => -900_000_000_000_000), 1]),
    ).toBe(1)
  })
})

describe('plain amounts', () => {
  it('are whole numbers of minor units within the limit', () => {
    expect([0, -900_000_000_000_000, 900_000_000_000_000].map(isAmount)).toEqual([true, true, true])
    expect([0.5, 900_000_000_000_001, -900_000_000_000_001, NaN, Infinity].map(isAmount)).toEqual([false, false, false, false, false])
  })
  it.each([
    [-1_205, 2, '-12.05'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [-5, 3, '-0.005'],
    [1_500, 0, '1500'],
    [-1_500, 0, '-1500'],
    [123_456, 3, '123.456'],
  ])('%d at %d digits is %s', (amount, digits, text) => {
    expect(decimalText(amount, digits)).toBe(text)
  })
  it('know their currencies, and take two digits for one that is not known', () => {
    expect(['USD', 'usd', 'ABC', ''].map(isCurrencyCode)).toEqual([true, false, false, false])
    expect(['USD', 'JPY', 'KWD', 'ABC'].map(minorUnitDigits)).toEqual([2, 0, 3, 2])
  })
  it('are the same money in a currency of other digits, or none', () => {
    expect(rescale(1_250, 2, 2)).toBe(1_250)
    expect(rescale(-5, 0, 3)).toBe(-5_000)
    expect(rescale(1_205, 3, 2)).toBeNull()
    expect(rescale(1_210, 3, 2)).toBe(121)
    expect(rescale(9_000_000_000_000, 0, 2)).toBe(900_000_000_000_000)
    expect(rescale(9_000_000_000_001, 0, 2)).toBeNull()
  })
  it('sum exactly where single steps can’t, and stop at the largest whole number on either side', () => {
    const large = Array.from({ length: 12 }, () => 900_000_000_000_000)
    expect(sumOf([])).toBe(0)
    expect(sumOf([1, 2, 4])).toBe(7)
    expect(sumOf([...large, ...large.map((amount) => -amount), 7])).toBe(7)
    expect(sumOf(large)).toBe(Number.MAX_SAFE_INTEGER)
    expect(sumOf(large.map((amount) => -amount))).toBe(-Number.MAX_SAFE_INTEGER)
  })
})
