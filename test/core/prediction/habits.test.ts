/** What is no bill, however regular, and what has not ended, however silent. */
import { describe, expect, it } from 'vitest'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
import { predictBills } from '../../../core/prediction/predictBills.ts'
import { charges, monthly } from './charges.ts'

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
