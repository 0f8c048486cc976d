/** Each kind of bill that households have, in other words, countries and days than where the rules come from: the answers were written down before they were run. */
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, weekdayOf } from '../../../core/calendar.ts'
import { predictBills, type AccountTransaction, type Proposal } from '../../../core/prediction/predictBills.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'
import { charges, datesOf } from './charges.ts'

const monthlyOn = (day: number, from: string, until: string, shift?: 'before' | 'after'): string[] =>
  datesOf({ every: 1, unit: 'month', on: [day], ...(shift ? { shift } : {}) }, from, until)
const byTurns =
  <T>(...values: T[]) =>
  (nth: number): T =>
    values[nth % values.length]!
const inTurn =
  (...values: number[]) =>
  (nth: number): number =>
    values[nth]!
/** Days off by turns, so that nothing rests on chance. */
const off = (dates: readonly string[], ...days: number[]): string[] => dates.map((date, nth) => addDays(date, days[nth % days.length]!))
const texts = (dates: readonly string[], amount: number, write: (nth: number, date: string) => string): AccountTransaction[] =>
  dates.flatMap((date, nth) => charges(write(nth, date), [date], amount))

/** What a household buys besides: groceries, fuel, coffee, cash and shops that are met once. */
function noise(from: string, until: string, account = 'a'): AccountTransaction[] {
  const list: AccountTransaction[] = []
  const put = (payee: string, date: string, cents: number): void => void list.push(...charges(payee, [date], cents, { account }))
  for (let date = from, nth = 0; date <= until; date = addDays(date, 1), nth += 1) {
    const mixed = (nth * 7_919 + dayOf(date)! * 104_729) % 1_000
    if (weekdayOf(dayOf(date)!) === 5 && mixed > 150) put('ALDERGATE GROCERS 0417', date, 4_200 + mixed * 6)
    if (nth % 9 === mixed % 5) put('QUAYSIDE FUEL', date, 3_900 + mixed * 3)
    if (mixed % 4 === 0) put('TINY ROASTERY', date, [380, 420, 560][mixed % 3]!)
    if (nth % 13 === mixed % 7) put('ATM WITHDRAWAL 0091', date, 2_000 * (1 + (mixed % 4)))
    if (mixed % 6 === 1) put(`${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.slice(mixed % 20, (mixed % 20) + 5)} SHOP`, date, 900 + mixed * 9)
  }
  return list
}

interface Right {
  payee: RegExp
  direction?: 'in' | 'out'
  every?: [number, Schedule['unit']]
  /** The next date, give or take three days. */
  due: string
  cents: number
  /** By how much the amount may be off; to the cent where nothing is said. */
  percent?: number
  state?: Proposal['state']
}

/** That just these are proposed, and nothing of the noise with them. */
function expectJust(transactions: readonly AccountTransaction[], today: string, rights: readonly Right[]): void {
  const first = transactions.reduce((least, { date }) => (date < least ? date : least), today)
  const proposals = predictBills([...transactions.map((one) => ({ account: 'a', ...one })), ...noise(first, today)], today)
  expect(proposals.map(({ payee, state }) => `${payee} ${state}`)).toHaveLength(rights.length)
  for (const { payee, direction = 'out', every, due, cents, percent = 0, state } of rights) {
    const found = proposals.find((one) => payee.test(one.payee))
    expect(found, String(payee)).toBeDefined()
    expect(found!.direction).toBe(direction)
    if (every) expect([found!.schedule.every, found!.schedule.unit]).toEqual(every)
    expect(Math.abs(dayOf(found!.due_date)! - dayOf(due)!), `${found!.due_date} for ${due}`).toBeLessThanOrEqual(3)
    const said = found!.exceptions[found!.due_date]?.amount_cents ?? found!.amount_cents
    expect(Math.abs(said - cents), `${said} for ${cents}`).toBeLessThanOrEqual((percent * cents) / 100)
    if (state) expect(found!.state).toBe(state)
    else expect(found!.state).not.toBe('lapsed')
  }
}

const month: [number, Schedule['unit']] = [1, 'month']
const year: [number, Schedule['unit']] = [1, 'year']

describe('two charges a month apart', () => {
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'over the turn of the year',
      charges('KINOWELT ABO', ['2025-12-19', '2026-01-19'], 1_299),
      '2026-02-02',
      [{ payee: /KINOWELT/, every: month, due: '2026-02-19', cents: 1_299, state: 'early' }],
    ],
    [
      'by a weekend that was left',
      charges('SEPA LASTSCHRIFT MOBILFUNK NORD', ['2026-01-30', '2026-03-02'], 2_999),
      '2026-03-12',
      [{ payee: /MOBILFUNK/, every: month, due: '2026-03-30', cents: 2_999, state: 'early' }],
    ],
    [
      'a cent or two dearer',
      charges('HETZLER CLOUD', ['2026-04-08', '2026-05-08'], inTurn(1_874, 1_901)),
      '2026-05-20',
      [{ payee: /HETZLER/, every: month, due: '2026-06-08', cents: 1_901, state: 'early' }],
    ],
    [
      'on months’ last days',
      charges('FITNESS PORTO', ['2026-02-28', '2026-03-31'], 3_490),
      '2026-04-15',
      [{ payee: /FITNESS/, every: month, due: '2026-04-30', cents: 3_490, state: 'early' }],
    ],
    [
      'a salary',
      charges('STADT BRUEGGEN GEHALT', ['2026-03-30', '2026-04-30'], -241_733),
      '2026-05-11',
      [{ payee: /GEHALT/, direction: 'in', every: month, due: '2026-05-30', cents: 241_733, state: 'early' }],
    ],
    ['not where amounts are far apart', charges('BAKERS YARD', ['2026-04-08', '2026-05-08'], inTurn(1_874, 2_301)), '2026-05-20', []],
    ['not a haircut', charges('SALON MIRA', ['2026-03-12', '2026-04-10'], 4_500), '2026-04-20', []],
    ['not where the third did not come', charges('KINOWELT ABO', ['2026-01-19', '2026-02-19'], 1_299), '2026-04-20', []],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('bills of a year or half a year, each dearer', () => {
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'car tax, twice',
      charges('BUNDESKASSE KFZ', ['2025-02-03', '2026-02-03'], inTurn(21_800, 21_800)),
      '2026-05-03',
      [{ payee: /BUNDESKASSE/, every: year, due: '2027-02-03', cents: 21_800, state: 'early' }],
    ],
    [
      'home insurance, twice',
      charges('MAIF HABITATION', ['2025-01-06', '2026-01-05'], inTurn(28_412, 30_155)),
      '2026-04-01',
      [{ payee: /MAIF/, every: year, due: '2027-01-05', cents: 30_155, state: 'early' }],
    ],
    [
      'a domain, three times',
      charges('GANDI SAS', ['2024-04-11', '2025-04-11', '2026-04-11'], inTurn(1_599, 1_799, 2_099)),
      '2026-06-01',
      [{ payee: /GANDI/, every: year, due: '2027-04-11', cents: 2_099 }],
    ],
    [
      'half a year, three times',
      charges('HUK COBURG', ['2025-01-02', '2025-07-01', '2026-01-02'], inTurn(31_240, 31_240, 33_018)),
      '2026-03-01',
      [{ payee: /HUK/, every: [6, 'month'], due: '2026-07-01', cents: 33_018 }],
    ],
    [
      'half a year, twice',
      charges('PROGRESSIVE INS', ['2025-09-14', '2026-03-14'], inTurn(58_100, 60_900)),
      '2026-05-01',
      [{ payee: /PROGRESSIVE/, every: [6, 'month'], due: '2026-09-14', cents: 60_900, state: 'early' }],
    ],
    ['not two holidays', charges('SEAVIEW HOTEL', ['2024-08-12', '2025-07-29'], inTurn(61_250, 88_400)), '2026-01-10', []],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('uneven but fixed dates', () => {
  const council = (from: string, until: string, day: number, skipped: readonly number[]): string[] =>
    monthlyOn(day, from, until).filter((date) => !skipped.includes(Number(date.slice(5, 7))))
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'land tax in February and November',
      charges('FINANZAMT GRUNDSTEUER', ['2024-02-15', '2024-11-15', '2025-02-17', '2025-11-17', '2026-02-16'], 31_150),
      '2026-05-01',
      [{ payee: /GRUNDSTEUER/, due: '2026-11-15', cents: 31_150 }],
    ],
    [
      'ten a year, told in its pause',
      charges(
        'MIDWICK COUNCIL',
        council('2024-04-05', '2026-01-05', 5, [2, 3]),
        inTurn(...Array.from({ length: 30 }, (_, nth) => (nth < 10 ? 15_600 : 16_400))),
      ),
      '2026-03-20',
      [{ payee: /MIDWICK/, due: '2026-04-05', cents: 16_400 }],
    ],
    [
      'school meals but for summer',
      charges('CANTINE SCOLAIRE', council('2024-09-10', '2026-06-10', 10, [7, 8]), 6_820),
      '2026-07-25',
      [{ payee: /CANTINE/, due: '2026-09-10', cents: 6_820 }],
    ],
    ['a pause in the first year is no end', charges('MIDWICK COUNCIL', monthlyOn(5, '2025-09-05', '2026-01-05'), 15_600), '2026-04-02', []],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('payments to a person whose memo varies', () => {
  const words = ['rent', 'Miete', 'thanks!', 'flat', 'March', '']
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'with codes and months',
      texts(
        monthlyOn(2, '2025-07-02', '2026-05-02'),
        87_500,
        (nth, date) => `Zelle payment to Ines Calvo ${words[nth % 6]} Conf# k${nth}x8${date.slice(5, 7)}qz`,
      ),
      '2026-05-20',
      [{ payee: /INES CALVO/, every: month, due: '2026-06-02', cents: 87_500, state: 'steady' }],
    ],
    [
      'by faster payment, month by month',
      texts(
        monthlyOn(28, '2025-08-28', '2026-05-28'),
        64_000,
        (nth, date) =>
          `FASTER PAYMENT TO OWEN PRITCHARD REF ${['JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC', 'JAN', 'FEB', 'MAR'][nth]} RENT ${date.slice(2, 4)}`,
      ),
      '2026-06-10',
      [{ payee: /OWEN PRITCHARD/, every: month, due: '2026-06-28', cents: 64_000 }],
    ],
    [
      'a lesson each week',
      texts(
        datesOf({ every: 1, unit: 'week', on: ['TU'] }, '2026-02-03', '2026-05-26'),
        2_750,
        (nth) => `Überweisung an Jonas Adler ${['Klavier', 'Stunde', 'Klavier Danke'][nth % 3]}`,
      ),
      '2026-05-28',
      [{ payee: /JONAS ADLER/, every: [1, 'week'], due: '2026-06-02', cents: 2_750 }],
    ],
    [
      'not a friend',
      texts(
        ['2026-02-03', '2026-02-21', '2026-03-30', '2026-05-04'],
        2_500,
        (nth) => `VENMO PAYMENT TO LIAM BOYD ${['pizza', 'cinema', 'taxi', 'gift'][nth]}`,
      ),
      '2026-05-28',
      [],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('by the season', () => {
  const gas = [1.8, 1.6, 1.35, 0.95, 0.6, 0.45, 0.4, 0.4, 0.5, 0.85, 1.3, 1.7]
  const wobble = [1.02, 0.97, 1.01, 0.99, 1.03, 0.98, 1]
  const metered =
    (dates: readonly string[], level: number, profile: readonly number[], yearly: number): ((nth: number) => number) =>
    (nth) =>
      Math.round(
        level * profile[Number(dates[nth]!.slice(5, 7)) - 1]! * wobble[nth % 7]! * yearly ** (Number(dates[nth]!.slice(0, 4)) - 2024),
      )
  const days = monthlyOn(18, '2024-03-18', '2025-11-18')
  const hot = monthlyOn(7, '2024-02-07', '2026-06-07')
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'gas, before winter',
      charges('NORDGAS VERSORGUNG', days, metered(days, 8_200, gas, 1.06)),
      '2025-11-25',
      [{ payee: /NORDGAS/, every: month, due: '2025-12-18', cents: Math.round(8_200 * 1.7 * 1.06), percent: 10 }],
    ],
    [
      'power, before summer',
      charges('DESERT ELECTRIC', hot, metered(hot, 11_000, [0.8, 0.75, 0.75, 0.85, 1.1, 1.5, 1.7, 1.65, 1.3, 0.9, 0.75, 0.8], 1.03)),
      '2026-06-20',
      [{ payee: /DESERT/, every: month, due: '2026-07-07', cents: Math.round(11_000 * 1.7 * 1.03 ** 2), percent: 10 }],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('salaries', () => {
  const last = datesOf({ every: 1, unit: 'month', on: [-1], shift: 'before' }, '2024-05-31', '2026-05-29')
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'with odd months',
      charges('KRUMHOLZ AG LOHN', last, (nth) => -(nth % 5 === 3 ? 301_245 + nth * 310 : 289_990)),
      '2026-06-10',
      [{ payee: /KRUMHOLZ/, direction: 'in', every: month, due: '2026-06-30', cents: 289_990 }],
    ],
    [
      'a thirteenth in November, twice',
      charges('ATELIER LUNE SALAIRE', last, (nth) => -(last[nth]!.slice(5, 7) === '11' ? 412_000 : 206_000)),
      '2026-06-10',
      [{ payee: /ATELIER/, direction: 'in', every: month, due: '2026-06-30', cents: 206_000 }],
    ],
    [
      'a bonus that came last',
      charges('PINE AND CO PAYROLL', last, (nth) => -(nth === last.length - 1 ? 655_000 : 310_400)),
      '2026-06-10',
      [{ payee: /PINE/, direction: 'in', every: month, due: '2026-06-30', cents: 310_400 }],
    ],
    [
      'every other Friday, hours vary',
      charges(
        'HARBOUR STORES WAGES',
        datesOf({ every: 2, unit: 'week', on: ['FR'] }, '2025-10-03', '2026-06-12'),
        (nth) => -(96_412 + ((nth * 4_831) % 7_919)),
      ),
      '2026-06-15',
      [{ payee: /HARBOUR/, direction: 'in', every: [2, 'week'], due: '2026-06-26', cents: 99_931, percent: 10 }],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))

  it('expect the thirteenth again in its month', () => {
    const [found] = predictBills(
      charges('ATELIER LUNE SALAIRE', last, (nth) => -(last[nth]!.slice(5, 7) === '11' ? 412_000 : 206_000)),
      '2026-06-10',
    )
    expect(Object.entries(found!.exceptions)).toEqual([[expect.stringMatching(/^2026-11-/), { amount_cents: 412_000 }]])
  })
})

describe('bills that go on', () => {
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'on another day',
      charges('LANTERN ENERGY', [...monthlyOn(3, '2025-05-03', '2026-02-03'), ...monthlyOn(17, '2026-03-17', '2026-05-17')], 8_460),
      '2026-05-25',
      [{ payee: /LANTERN/, every: month, due: '2026-06-17', cents: 8_460 }],
    ],
    [
      'under another name',
      [
        ...charges('BELLWETHER MUTUAL', monthlyOn(21, '2025-04-21', '2026-01-21'), 5_435),
        ...charges('ARDENT MUTUAL', monthlyOn(21, '2026-02-21', '2026-05-21'), 5_435),
      ],
      '2026-05-25',
      [{ payee: /MUTUAL/, every: month, due: '2026-06-21', cents: 5_435 }],
    ],
    [
      'by two names by turns',
      texts(monthlyOn(12, '2025-06-12', '2026-05-12'), 7_715, (nth) => (nth % 3 === 1 ? 'CORVID HOME COVER' : 'CORVID DIRECT DEBIT INS')),
      '2026-05-25',
      [{ payee: /CORVID/, every: month, due: '2026-06-12', cents: 7_715 }],
    ],
    [
      'after three months off',
      charges('GYMNASIA', [...monthlyOn(9, '2025-02-09', '2025-08-09'), ...monthlyOn(9, '2025-12-09', '2026-05-09')], 3_299),
      '2026-05-25',
      [{ payee: /GYMNASIA/, every: month, due: '2026-06-09', cents: 3_299 }],
    ],
    [
      'dearer under a wholly other name: at least not ended',
      [
        ...charges('SILVERLINE', monthlyOn(9, '2025-02-09', '2026-03-09'), 4_210),
        ...charges('TELEQUINT', monthlyOn(9, '2026-04-09', '2026-05-09'), 4_390),
      ],
      '2026-05-25',
      [{ payee: /TELEQUINT/, every: month, due: '2026-06-09', cents: 4_390 }],
    ],
    [
      'and one that has ended',
      charges('OLDTOWN POOL', monthlyOn(9, '2025-02-09', '2026-02-09'), 2_180),
      '2026-05-25',
      [{ payee: /OLDTOWN/, due: '2026-06-09', cents: 2_180, state: 'lapsed' }],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('own money', () => {
  const sums = byTurns(71_215, 40_980, 93_377, 55_102, 60_419)
  const paid = monthlyOn(20, '2025-09-20', '2026-05-20')
  const saved = monthlyOn(1, '2025-09-01', '2026-06-01')
  it.each<[string, AccountTransaction[], string]>([
    [
      'a card that is paid off, both accounts read',
      [
        ...charges('NOVABANK CARD PYMT', paid, sums),
        ...charges('PAYMENT - THANK YOU', off(paid, 1, 2, 3), (nth) => -sums(nth), { account: 'card' }),
      ],
      '2026-06-05',
    ],
    ['the card’s account alone', charges('Einzahlung Kreditkarte', paid, (nth) => -sums(nth), { account: 'card' }), '2026-06-05'],
    ['a card’s account in Spanish', charges('PAGO RECIBIDO GRACIAS', paid, (nth) => -sums(nth), { account: 'card' }), '2026-06-05'],
    [
      'to savings, whose first sum left before the other account was read',
      [
        ...charges('TO RAINY DAY', ['2026-05-01', '2026-06-01'], 25_000),
        ...charges('FROM EVERYDAY', ['2026-04-02', '2026-05-02', '2026-06-02'], -25_000, { account: 'savings' }),
      ],
      '2026-06-05',
    ],
    [
      'to savings, both read',
      [...charges('TO RAINY DAY', saved, 25_000), ...charges('FROM EVERYDAY', off(saved, 0, 1), -25_000, { account: 'savings' })],
      '2026-06-05',
    ],
  ])('%s is none', (_name, transactions, today) => expectJust(transactions, today, []))
})

describe('shopping', () => {
  const weekly = datesOf({ every: 1, unit: 'week', on: ['TH'] }, '2026-03-05', '2026-05-28')
  it.each<[string, AccountTransaction[], string]>([
    [
      'each Thursday in ninety days',
      charges('MERCATO VERDE', weekly, byTurns(6_411, 7_230, 5_904, 8_118, 6_777, 7_015, 5_120)),
      '2026-05-30',
    ],
    ['each Thursday for about the same', charges('MERCATO VERDE', weekly, byTurns(6_411, 6_780, 6_104, 6_590, 6_297)), '2026-05-30'],
    [
      'a pizza most Fridays',
      charges(
        'FORNO NAPOLI',
        datesOf({ every: 1, unit: 'week', on: ['FR'] }, '2026-03-06', '2026-05-29').filter((_date, nth) => nth % 4 !== 2),
        byTurns(2_350, 2_690, 2_350, 3_120),
      ),
      '2026-05-30',
    ],
    [
      'fuel every ten days',
      charges('TANKE AM RING', datesOf({ every: 10, unit: 'day' }, '2026-03-01', '2026-05-30'), byTurns(5_511, 6_204, 5_890, 6_377)),
      '2026-05-30',
    ],
    [
      'a chemist about monthly',
      charges('LINDEN APOTHEKE', ['2026-02-27', '2026-03-27', '2026-04-29', '2026-05-27'], inTurn(1_210, 3_385, 1_940, 2_605)),
      '2026-05-30',
    ],
    [
      'a haircut about monthly',
      charges('SALON MIRA', ['2025-12-13', '2026-01-17', '2026-02-14', '2026-03-20', '2026-04-16', '2026-05-21'], 4_500),
      '2026-05-30',
    ],
  ])('%s is no bill', (_name, transactions, today) => expectJust(transactions, today, []))
})

describe('kept loosely', () => {
  const quarters = datesOf({ every: 3, unit: 'month' }, '2024-08-14', '2026-05-14')
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'water by the quarter',
      charges('YARRA WATER', off(quarters, 0, 2, -1, 1, -2, 0, 1, -1), byTurns(18_320, 19_015, 17_804, 18_877)),
      '2026-05-28',
      [{ payee: /YARRA/, every: [3, 'month'], due: '2026-08-14', cents: 18_320, percent: 10 }],
    ],
    [
      'a phone by the month',
      charges(
        'TELEKOMA MOBIL',
        off(monthlyOn(5, '2025-06-05', '2026-05-05'), 0, 1, -2, 2, 0, -1),
        byTurns(4_995, 4_995, 5_012, 4_995, 4_999),
      ),
      '2026-05-20',
      [{ payee: /TELEKOMA/, every: month, due: '2026-06-05', cents: 4_995, percent: 1 }],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})

describe('due lately', () => {
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'yesterday',
      charges('ORCHARD HOMES RENT', monthlyOn(1, '2025-07-01', '2026-05-01'), 118_000),
      '2026-06-02',
      [{ payee: /ORCHARD/, every: month, due: '2026-06-01', cents: 118_000 }],
    ],
    [
      'on a weekend that is left for Monday',
      charges('ABONNEMENT SNCF', monthlyOn(6, '2025-07-06', '2026-05-06', 'after'), 4_900),
      '2026-06-08',
      [{ payee: /SNCF/, every: month, due: '2026-06-06', cents: 4_900 }],
    ],
    [
      'a month ago is none: it comes next',
      charges('ORCHARD HOMES RENT', monthlyOn(1, '2025-07-01', '2026-05-01'), 118_000),
      '2026-06-15',
      [{ payee: /ORCHARD/, every: month, due: '2026-07-01', cents: 118_000 }],
    ],
  ])('%s', (_name, transactions, today, rights) => {
    expectJust(transactions, today, rights)
    const [found] = predictBills(transactions, today)
    expect(found!.due_date).toBe(rights[0]!.due)
  })
})

describe('ninety days', () => {
  it.each<[string, AccountTransaction[], string, Right[]]>([
    [
      'three charges to the day',
      charges('STROMNETZ ABSCHLAG', monthlyOn(15, '2026-03-15', '2026-05-15'), 9_600),
      '2026-06-01',
      [{ payee: /STROMNETZ/, every: month, due: '2026-06-15', cents: 9_600, state: 'steady' }],
    ],
    [
      'three with a weekend left',
      charges('LIGHTHOUSE LOAN', monthlyOn(11, '2026-03-11', '2026-05-11', 'after'), 21_377),
      '2026-06-01',
      [{ payee: /LIGHTHOUSE/, every: month, due: '2026-06-11', cents: 21_377, state: 'steady' }],
    ],
    [
      'three salaries',
      charges('OSTWIND LOHN', ['2026-03-27', '2026-04-28', '2026-05-28'], -198_250),
      '2026-06-05',
      [{ payee: /OSTWIND/, direction: 'in', every: month, due: '2026-06-28', cents: 198_250, state: 'steady' }],
    ],
  ])('%s', (_name, transactions, today, rights) => expectJust(transactions, today, rights))
})
