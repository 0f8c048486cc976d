/** What is no bill, however regular, and what has not ended, however silent. */
import { describe, expect, it } from 'vitest'
import { chanceOf, type Chance } from '../../../bench/prediction/seeded.ts'
import { addDays } from '../../../core/calendar.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
import { predictBills, type AccountTransaction } from '../../../core/prediction/predictBills.ts'
import { charges, monthly } from './charges.ts'

const persons = 60

const months = monthly('2024-07-11')
const monthsLate =
  (most: number) =>
  (chance: Chance): string[] =>
    months.map((date) => addDays(date, chance.whole(0, most)))
function every30(chance: Chance): string[] {
  const dates = [months[0]!]
  while (dates.at(-1)! < '2026-05-20') dates.push(addDays(dates.at(-1)!, 30 + Math.round(2 * chance.normal())))
  return dates
}

/** Baskets on some days. */
const visits = (chance: Chance, dates: readonly string[], payee: string): AccountTransaction[] =>
  dates.map((date, nth) => ({
    id: `${nth}`,
    date,
    amount_cents: -Math.round(9_000 * Math.exp(0.3 * chance.normal())),
    payee,
    memo: '',
  }))

/** Of which part of some persons something is told. */
function toldOf(datesOf: (chance: Chance) => string[], payee: string): number {
  const chance = chanceOf(20_261_130)
  const told = Array.from({ length: persons }, () => predictBills(visits(chance, datesOf(chance), payee), '2026-06-20'))
  return told.filter((found) => found.some(({ state }) => state !== 'lapsed')).length / persons
}

describe('habits', () => {
  it.each(['ATM WITHDRAWAL LEEDS 0274', 'GELDAUTOMAT KOELN', 'RETRAIT DAB NANTES 1234', 'CASH WITHDRAWAL'])(
    'cash is none, by %s',
    (payee) => {
      expect(predictBills(charges(payee, monthly('2025-10-03'), 20_000), '2026-06-20')).toEqual([])
    },
  )

  it.each([
    ['three washes of a car, four weeks or so apart', ['2026-04-10', '2026-05-07', '2026-06-05'], 1_200],
    ['five visits every other week, a few days off', ['2026-04-03', '2026-04-15', '2026-05-01', '2026-05-13', '2026-05-31'], 2_500],
    ['four visits on two days of a month', ['2026-05-03', '2026-05-18', '2026-06-03', '2026-06-18'], 2_150],
    ['three haircuts a month apart, a day or two off', ['2026-04-11', '2026-05-09', '2026-06-12'], 2_500],
  ])('%s are none', (_case, dates, amount) => expect(predictBills(charges('Elm Corner', dates, amount), '2026-06-20')).toEqual([]))

  it.each([
    ['about every 30 days', every30, 0.12],
    ['within four days of pay', monthsLate(4), 0.2],
  ])('a store that is gone to %s, a basket each time, is seldom one', (_case, datesOf, most) => {
    expect(toldOf(datesOf, 'FRED MEYER')).toBeLessThanOrEqual(most)
  })

  it('of amounts that go to and fro as much, what keeps its day or says that it is a bill is one', () => {
    expect(toldOf(monthsLate(0), 'BLUECARD AUTOPAY')).toBeGreaterThan(0.9)
    expect(toldOf(monthsLate(2), 'VATTENKRAFT ENERGY')).toBeGreaterThan(0.9)
  })

  it.each(['SATURDAY FARMERS MARKET', 'BAECKEREI NORDLICHT', 'THE CORNER CAFE'])(
    'what %s is paid each week in whole sums is none; a class is one',
    (payee) => {
      const saturdays = Array.from({ length: 26 }, (_, nth) => addDays('2025-12-20', 7 * nth))
      expect(predictBills(charges(payee, saturdays, 2_000), '2026-06-20')).toEqual([])
      expect(predictBills(charges('Elm Dance', saturdays, 2_000), '2026-06-20')).toHaveLength(1)
    },
  )
  it('what a store takes each month at one price is one, as for a membership', () => {
    expect(predictBills(charges('COSTCO MEMBERSHIP', monthly('2025-06-11'), 1_499), '2026-06-20')).toHaveLength(1)
  })

  it('three charges of a price to the day are a bill all the same', () => {
    expect(predictBills(charges('Elm Corner', ['2026-04-11', '2026-05-11', '2026-06-11'], 2_499), '2026-06-20')).toHaveLength(1)
  })
})

describe('what has ended', () => {
  const other = charges('Corner shop', ['2026-06-19'], 512)
  const statesOf = (dates: string[], payee = 'Maple Sports'): string[] =>
    predictBills([...charges(payee, dates, 4_599), ...other], '2026-06-20').map(({ state }) => state)

  it('is said after two months of silence, not in a pause of six weeks that may come each year', () => {
    expect(statesOf(monthly('2025-11-08', '2026-04-10'))).toEqual(['lapsed'])
    expect(statesOf(monthly('2025-11-01', '2026-05-01'))).not.toContain('lapsed')
  })

  it.each(['Maple School', 'MAPLE COUNCIL', 'ECOLE DES ERABLES'])('is not said of %s in what may be its first summer', (payee) => {
    expect(statesOf(monthly('2025-11-08', '2026-04-10'), payee)).not.toContain('lapsed')
  })

  it('is not said where another begins on its next date at about its price', () => {
    const dearer = charges('QUILL MEDIA', ['2026-05-08', '2026-06-08'], 4_799)
    expect(
      predictBills([...charges('Maple Sports', monthly('2025-11-08', '2026-04-10'), 4_599), ...dearer, ...other], '2026-06-20').map(
        ({ state }) => state,
      ),
    ).not.toContain('lapsed')
  })

  it('is not said while another name is paid its price on its day', () => {
    const renamed = charges('QUILL MEDIA', ['2026-06-08'], 4_599)
    const dates = monthly('2024-11-08', '2026-04-10')
    expect(predictBills([...charges('Maple School', dates, 4_599), ...other], '2026-06-20')).toMatchObject([{ state: 'lapsed' }])
    expect(predictBills([...charges('Maple School', dates, 4_599), ...renamed, ...other], '2026-06-20')).toEqual([])
  })
})

it.each([
  ['VIREMENT VERS RUBY GARNIER AOÛT LOYER', 'RUBY GARNIER'],
  ['TO MARIA GREEN REF MARCH RENT', 'MARIA GREEN'],
  ['Überweisung an Greta Becker Miete März', 'GRETA BECKER'],
  ['TRANSFER TO MR J OSEI HOUSE', 'J OSEI'],
  ['PRLV SEPA FREYFENA INS PREM ECH 3781197', 'FREYFENA INS PREM'],
])('the key of %s is %s', (text, key) => expect(readPayee(text).key).toBe(key))

it.each(['PAYMENT RECEIVED - THANK YOU', 'Ausgleich Kreditkarte', 'PAIEMENT CARTE MERCI', 'RÈGLEMENT DE VOTRE CARTE', 'PAGO RECIBIDO'])(
  'a card’s own payment is own money, by %s',
  (payee) => {
    expect(ownMoney(charges(payee, ['2026-05-08'], -40_000)).size).toBe(1)
  },
)
