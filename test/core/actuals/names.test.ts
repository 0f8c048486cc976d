/** Which names at the bank are those of a row. */
import { describe, expect, it } from 'vitest'
import { everydayNames, fitOf, knownNames, namesOfRows, type NamedRow, type PayeeFit } from '../../../core/actuals/names.ts'

describe('which names are a row’s', () => {
  const known = (payee: string) => ({ payee, confidence: 0.9, charges: 6, first_date: '2025-06-01', last_date: '2026-02-01' })
  const row = (name: string, payee: string | null = null, sign: -1 | 1 = -1): NamedRow => ({
    name,
    evidence: payee === null ? null : known(payee),
    sign,
  })
  const fits = (
    one: NamedRow,
    payees: string[],
    more: { seen?: string[]; everyday?: string[]; taken?: string[] } = {},
  ): [PayeeFit[], boolean] => {
    const names = namesOfRows(
      new Map([['a', one]]),
      payees,
      new Map(more.seen ? [['a', new Set(more.seen)]] : []),
      new Set(more.everyday),
    ).get('a')!
    return [payees.map((payee) => fitOf(names, payee, new Set(more.taken))), names.is_known]
  }
  it('the very name, and of others what nothing is known of, or what is taken', () => {
    expect(fits(row('Netflix'), ['NETFLIX', 'HULU'])).toEqual([['known', 'foreign'], true])
    expect(fits(row('Netflix'), ['NETFLIX', 'HULU'], { taken: ['HULU', 'NETFLIX'] })).toEqual([['known', 'taken'], true])
    expect(fits(row('Flat'), ['J SMITH'])).toEqual([['other'], false])
  })
  it('words in common, or half of those of who it was paid to', () => {
    expect(fits(row('Harbour rent', 'HARBOUR PROPERTIES NORTH BAY'), ['HARBOUR PROPERTIES', 'NORTH SEA', 'HARBOUR CAFE'])[0]).toEqual([
      'alike',
      'foreign',
      'alike',
    ])
    expect(fits(row('Flat', 'HARBOUR PROPERTIES NORTH BAY'), ['HARBOUR PROPERTIES', 'HARBOUR CAFE'])).toEqual([['alike', 'foreign'], true])
    expect(fits(row('Harbour'), ['HARBOUR PROPERTIES'])).toEqual([['alike'], false])
  })
  it('where the bank prints the very name, one that has but words of it is another’s', () => {
    expect(fits(row('Telekom'), ['TELEKOM', 'TELEKOM SHOP'])[0]).toEqual(['known', 'foreign'])
    expect(fits(row('Phone', 'TELEKOM'), ['TELEKOM', 'TELEKOM SHOP'])[0]).toEqual(['known', 'foreign'])
    expect(fits(row('Phone'), ['TELEKOM', 'TELEKOM SHOP'], { seen: ['TELEKOM'] })).toEqual([['known', 'foreign'], true])
  })
  it('a word that begins or ends one of the other, unless everyday spending goes there', () => {
    expect(fits(row('Water'), ['WATERWORKS LUDLOW', 'FREEWAY TYRES'])).toEqual([['akin', 'other'], false])
    expect(fits(row('Miete'), ['KALTMIETE HAUSVERWALTUNG'])[0]).toEqual(['akin'])
    expect(fits(row('Stromkosten'), ['STROM NORD'])[0]).toEqual(['akin'])
    expect(fits(row('Water'), ['WATERWORKS LUDLOW'], { everyday: ['WATERWORKS LUDLOW'] })[0]).toEqual(['other'])
    expect(fits(row('Water', 'BLUESOURCE'), ['WATERWORKS LUDLOW'])[0]).toEqual(['foreign'])
  })
  it('one of the same kind, by what goes out or by what comes in', () => {
    expect(fits(row('Rent'), ['CITY LANDLORD', 'NORTHWIND PAYROLL', 'J SMITH'])).toEqual([['akin', 'other', 'other'], false])
    expect(fits(row('Salary', null, 1), ['CITY LANDLORD', 'NORTHWIND PAYROLL', 'J SMITH'])).toEqual([['other', 'akin', 'other'], false])
    expect(fits(row('Salary'), ['NORTHWIND PAYROLL'])[0]).toEqual(['other'])
    expect(fits(row('Rent', null, 1), ['CITY LANDLORD'])[0]).toEqual(['other'])
    expect(fits(row('Rent', 'J SMITH'), ['CITY LANDLORD'])[0]).toEqual(['foreign'])
  })
  it('any word of several may begin or end one of the other', () => {
    expect(fits(row('Harbour water'), ['WATERWORKS LUDLOW'])[0]).toEqual(['akin'])
    expect(fits(row('Water'), ['LUDLOW WATERWORKS', 'LUDLOW TYRES'])[0]).toEqual(['akin', 'other'])
  })
  it('none that is not at the bank', () => {
    const payees = ['WATERWORKS LUDLOW', 'HARBOUR PROPERTIES', 'CITY LANDLORD', 'J SMITH']
    const rows = [row('Water'), row('Rent'), row('Harbour', 'HARBOUR PROPERTIES'), row('Flat'), row('Phone', 'TELEKOM NORTH')]
    const names = namesOfRows(new Map(rows.map((one, nth) => [String(nth), one])), payees, new Map([['3', new Set(['GONE'])]]), new Set())
    expect([...names.values()].map((one) => [[...one.fits.keys()].sort(), one.is_known])).toEqual([
      [['WATERWORKS LUDLOW'], false],
      [['CITY LANDLORD', 'HARBOUR PROPERTIES'], false],
      [['HARBOUR PROPERTIES'], true],
      [[], false],
      [[], true],
    ])
  })
  it('of one that everyday spending goes to a word in common says little', () => {
    expect(fits(row('Harbour rent'), ['HARBOUR CAFE'], { everyday: ['HARBOUR CAFE'] })[0]).toEqual(['akin'])
  })
  it('known are the names that are some row’s for certain', () => {
    const names = namesOfRows(
      new Map([
        ['a', row('Netflix')],
        ['b', row('Harbour')],
      ]),
      ['NETFLIX', 'HARBOUR PROPERTIES'],
      new Map(),
      new Set(),
    )
    expect(knownNames(names.values())).toEqual(new Set(['NETFLIX']))
  })
  it('everyday spending goes where one pays thrice or more, hardly twice the same; what comes in is none', () => {
    const paid = (payee: string, amounts: number[], sign: -1 | 1 = -1) => amounts.map((amount_cents) => ({ payee, amount_cents, sign }))
    const all = [
      ...paid('market', [4_712, 3_050, 6_114]),
      ...paid('bakery', [300, 300, 450, 520]),
      ...paid('gym', [2_000, 2_000, 2_000]),
      ...paid('kiosk', [300, 300, 450, 450]),
      ...paid('dentist', [9_000, 4_000]),
      ...paid('employer', [200_000, 210_000, 190_000], 1),
    ]
    expect([...everydayNames(all)].sort()).toEqual(['bakery', 'market'])
  })
})
