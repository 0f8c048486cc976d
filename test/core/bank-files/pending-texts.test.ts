/** Rows whose text says that they are not booked, where no column of states does: told and left out; a word within a name says nothing. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { plainLetters } from '../../../core/bank-files/csv/header-words.ts'
import { namesTotal } from '../../../core/bank-files/csv/total-words.ts'
import { notBookedBy } from '../../../core/bank-files/csv/pending-texts.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { languages } from './layouts/languages.ts'
import { readText } from './writing.ts'

describe('what a text says', () => {
  it.each([
    'Pending: Shop',
    'PENDING - SHOP',
    '(pending) Shop',
    '** Pending ** Shop',
    'Pending… Shop',
    'Shop (pending)',
    'Shop – pending',
    'Shop - pending transaction',
    'Markt – vorgemerkter Umsatz',
    'Marché - opération en cours',
    'Pending',
    'Pending debit card purchase SHOP',
    'Card payment pending: Shop',
    'Hold: Shop',
    'Authorisation: Shop',
    'Vorgemerkt: Markt',
    'Vorgemerkter Umsatz Markt',
    'Noch nicht gebucht - Markt',
    'Reserviert: Markt',
    'Ausstehend: Markt',
    'En attente : Marché',
    'Paiement CB en cours: Marché',
    'Prenotato: Mercato',
    'Non contabilizzato - Mercato',
    'PREL KÖP MATAFFÄR',
    'Prel. kortköp: Mataffär',
    'Kjop reservert: Butikk',
    'КУПІВЛЯ (ТРАНЗАКЦІЯ В ОБРОБЦІ)',
    'Reservert transaksjon Butikk',
    'Katevaraus: Kauppa',
    '【未確定】市場',
    '处理中：超市',
    'VORGEMERKT MARKT BERLIN',
    'Vormerkung Lastschrift Stadtwerke',
    'Kartenzahlung vorgemerkt',
    'NOT YET POSTED SHOP',
    'PREAUTHORIZATION SHOP',
    'PRE-AUTH SHOP 123',
    'AUTH HOLD SHOP',
    'AUTH: SHOP',
    'Temporary hold: Shop',
    'PENDING AUTHORIZATION SHOP',
    'PENDING PURCHASE SHOP',
    'PENDING POS SHOP EU SARL',
    'Pending card payment to Shop',
    'Visa Debit Pending SHOP',
    'Prelievo in attesa',
  ])('%s: it is not booked', (text) => {
    expect(notBookedBy(text)).toBe('pending')
  })
  it.each(['Declined: Shop', 'Abgelehnt - Markt', 'Marché (refusé)'])('%s: no money moved', (text) => {
    expect(notBookedBy(text)).toBe('reverted')
  })
  it.each([
    'Pending Coffee Ltd',
    'Coffee Pending',
    'Coffee (Pending Ltd)',
    'The Pending - Bar',
    'Pending Payments Ltd',
    'Reserviert GmbH',
    'Reservation: Hotel',
    'Holding AG: Dividende',
    'Scheduled payment: Rent',
    'Authorised direct debit: Gas',
    'Retención: intereses',
    'Attente Café',
    'PREL - Assurance Maif',
    'Prel. con carta',
    'PREL PAR CARTE : Edf',
    'Venter',
    'Venter: rent',
    'Vorgemerkt GmbH',
    'Pending Ltd',
    'Hold Fast Climbing',
    'Holdings Inc',
    'Household: Paint',
    'Authentic Foods',
    'AUTHOR FEES',
    'Authentik: Shop',
    'In Progress Studio',
    'Pending Matters Solicitors',
    'Patent pending GmbH',
    'Processing fee',
    'Pendulum: Books',
    'Offen Apotheke',
    'Caffe sospeso',
  ])('%s: a name, or what is booked', (text) => {
    expect(notBookedBy(text)).toBe(null)
  })
})

it('a word is known whatever marks, capitals and composed letters it has', () => {
  const forms: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => text.toUpperCase().normalize('NFD'),
    plainLetters,
    (text) => plainLetters(text).toUpperCase(),
  ]
  const [beside, words] = [
    ['transakcja', 'kjøp', 'tranzacție', 'płatność', 'транзакція', 'συναλλαγή', 'işlem', 'opération'],
    ['reservert', 'nezaúčtováno', 'đang xử lý', 'w trakcie', 'в обробці', 'εκκρεμείς', 'bekliyor', 'niezaksięgowane', 'în așteptare'],
  ]
  for (const one of beside)
    for (const word of words)
      for (const form of forms) {
        expect(notBookedBy(`${form(`${one} ${word}`)}: X`)).toBe('pending')
        expect(notBookedBy(`X (${form(`${word} ${one}`)})`)).toBe('pending')
      }
})

const marks: readonly ((word: string, name: string) => string)[] = [
  (word, name) => `${word}: ${name}`,
  (word, name) => `${word}:${name}`,
  (word, name) => `${word.toUpperCase()} - ${name}`,
  (word, name) => `(${word}) ${name}`,
  (word, name) => `[${word}] ${name}`,
  (word, name) => `*${word}* ${name}`,
  (word, name) => `${name} (${word})`,
  (word, name) => `${word} – ${name}`,
]

/** A file without states: rows that are booked, among them a name with the word, and one that is not, by its payee or its memo. */
function fileOf(seed: number) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const language = one(languages)
  const hasBalance = below(2) === 0
  const rows = Array.from({ length: 5 + below(20) }, (_, index) => ({
    date: addDays('2026-01-02', index),
    cents: index % 6 === 5 ? 150_000 + below(50_000) : -100 - below(9_000),
    payee: index === 2 ? `${language.pending.split(' ').at(-1)} ${one(['Coffee Ltd', 'GmbH', 'SARL'])}` : one(language.shops),
    memo: `${language.memo} ${index}`,
  }))
  let balance = 200_000
  const cell = (text: string): string => `"${text}"`
  const sum = (cents: number): string => `${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2)}`
  const lines = rows.map(({ date, cents, payee, memo }) => {
    balance += cents
    return [date, cell(payee), cell(memo), sum(cents), ...(hasBalance ? [sum(balance)] : [])].join(',')
  })
  const [text, shop, isMemo] = [one(marks)(language.pending, 'X'), one(language.shops), below(3) === 0]
  const marked = one(marks)(language.pending, shop)
  const line = [rows.at(-1)!.date, cell(isMemo ? shop : marked), cell(isMemo ? text : language.memo), '-12.34', ...(hasBalance ? [''] : [])]
  lines.push(line.join(','))
  const header = [language.date, language.payee, language.memo, language.amount, ...(hasBalance ? [language.balance] : [])].map(cell)
  const isDownwards = below(2) === 0
  return { text: [header.join(','), ...(isDownwards ? lines.toReversed() : lines)].join('\n'), rows, at: isDownwards ? 2 : rows.length + 2 }
}

it('in fifteen languages, behind every mark and beside a balance, the row is told and left out, and names are read', () => {
  const seed = Number(process.env.SEED ?? 1)
  const wrong: string[] = []
  for (let at = seed; at < seed + manyRuns(3_000); at += 1) {
    const { text, rows, at: line } = fileOf(at)
    const file = readText(text)
    const read = file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`)).sort()
    const isTold = file.problems.some(({ code, path }) => code === 'entry_is_not_booked' && path === `/lines/${line}`)
    if (
      !isTold ||
      read.join() !==
        rows
          .map(({ date, cents }) => `${date} ${cents}`)
          .sort()
          .join()
    )
      wrong.push(`SEED=${at}\n${text}`)
  }
  expect(wrong.slice(0, 3), `${wrong.length} wrong`).toEqual([])
})

describe('a word before a name, without a mark', () => {
  const fileWith = (...rows: string[]) => readText(['Date;Description;Amount', ...rows].join('\n'))
  const [power, pay] = ['13.01.2026;Power;-84,20', '12.01.2026;Office;1.900,00']
  const payeesOf = (file: ReturnType<typeof readText>): string[] =>
    file.accounts.flatMap(({ transactions }) => transactions.map(({ payee }) => payee))
  it.each([
    ['PENDING SHOP', 'SHOP'],
    ['PENDING SHOP NORTH 0123', 'SHOP NORTH 0099'],
    ['SHOP NORTH PENDING', 'SHOP NORTH'],
    ['PENDIENTE MERCADO', 'Mercado'],
    ['EN ATTENTE MARCHE SUD', 'Marché Sud'],
    ['Vorgemerkt Coffee Ltd', 'Coffee Ltd'],
  ])('%s beside %s is not booked', (text, other) => {
    const file = fileWith(`16.01.2026;${text};-12,00`, `14.01.2026;${other};-8,00`, power, pay)
    expect([payeesOf(file), file.problems.map(({ code }) => code)]).toEqual([[other, 'Power', 'Office'], ['entry_is_not_booked']])
  })
  it('several names behind it are not booked', () => {
    const file = fileWith('16.01.2026;PENDING SHOP;-12,00', '16.01.2026;PENDING GARAGE;-40,00', power, pay)
    expect(payeesOf(file)).toEqual(['Power', 'Office'])
  })
  it.each([
    ['On Hold Records', 'Pending Thoughts'],
    ['En cours de Route', 'A venir Librairie'],
    ['Gaida Peter', 'Gaida Maria'],
    ['In corso Como', 'In corso Italia Bar'],
  ])('%s and %s are read, and told: other words, or a name of many', (one, other) => {
    const file = fileWith(`16.01.2026;${one};-12,00`, `16.01.2026;${other};-40,00`, power, pay)
    expect([payeesOf(file), file.problems.map(({ code }) => code)]).toEqual([
      [one, other, 'Power', 'Office'],
      ['row_state_is_not_known', 'row_state_is_not_known'],
    ])
  })
  it('the one row without a balance is not booked', () => {
    const file = readText(
      [
        'Date,Description,Amount,Balance',
        '2026-01-16,PENDING SHOP,-12.00,',
        '2026-01-13,Power,-84.20,1815.80',
        '2026-01-12,Office,1900.00,1900.00',
      ].join('\n'),
    )
    expect([payeesOf(file), file.questions]).toEqual([['Power', 'Office'], []])
  })
  it('alone it may be a name: it is read, and told', () => {
    const file = fileWith('16.01.2026;PENDING SHOP;-12,00', power, pay)
    expect([payeesOf(file), file.problems.map(({ code, path }) => [code, path])]).toEqual([
      ['PENDING SHOP', 'Power', 'Office'],
      [['row_state_is_not_known', '/lines/2']],
    ])
  })
  it.each(['Pending Coffee', 'Coffee Pending', 'Pending Coffee Ltd'])('%s month by month is a name, and nothing is told', (text) => {
    const file = fileWith(`16.01.2026;${text};-12,00`, `15.12.2025;${text};-12,00`, power, pay)
    expect([payeesOf(file).length, file.problems]).toEqual([4, []])
  })
})

it('names of totals are known in capitals, and with their marks or without', () => {
  const dated = ['12/2025 Summe', '01.02.2025 Total:', '***** Total *****', '=====Totals*', '1. Obrat 2025', '12/2025 ИТОГО)', '***** 合計']
  for (const text of dated) expect(namesTotal(text), text).toBe(true)
  for (const text of ['Käive', 'KÄIVE', 'Összesen', 'Σύνολο', 'ИТОГО', 'Итого', 'Yhteensä', 'Celkem', '合計'])
    expect(namesTotal(text), text).toBe(true)
})

describe('a row whose balance has moved by its sum', () => {
  const texts = [
    'Pago pendiente',
    'Pago pendiente: curso',
    'Ausstehende Zahlung: Rechnung 12',
    'Loyer - en cours',
    'Invoice 12 (pending)',
    'Hold: parking',
  ]
  it.each([...texts])('%s: is booked, up and down, in one column or two, and the balance agrees', (text) => {
    for (const [isDown, hasTwo] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]) {
      let balance = 100_000
      const sum = (cents: number): string => (cents / 100).toFixed(2)
      const rows = [150_000, -20_000, -5_000, -5_000, 700].map((cents, nth) => {
        balance += cents
        const sums = hasTwo ? [cents < 0 ? sum(-cents) : '', cents < 0 ? '' : sum(cents)] : [sum(cents)]
        return [`2026-01-${10 + nth}`, nth === 1 ? text : `Shop ${nth}`, ...sums, sum(balance)].join(',')
      })
      const header = ['Date', 'Description', ...(hasTwo ? ['Debit', 'Credit'] : ['Amount']), 'Balance'].join(',')
      const file = readText([header, ...(isDown ? rows.toReversed() : rows)].join('\n'))
      expect(file.accounts[0]).toMatchObject({ transactions: { length: 5 }, balance_agrees: true })
      expect(file.problems).toEqual([])
    }
  })
  it('is pending where its balance stands still, or the next one moves by an equal sum', () => {
    const rows = [
      '2026-01-10,Pay,1500.00,2500.00',
      '2026-01-11,Pending: Shop,-20.00,2500.00',
      '2026-01-12,Shop,-20.00,2480.00',
      '2026-01-13,Gas,-30.00,2450.00',
    ]
    for (const lines of [rows, rows.toReversed()]) {
      const file = readText(['Date,Description,Amount,Balance', ...lines].join('\n'))
      expect(file.accounts[0]).toMatchObject({ transactions: { length: 3 }, balance_agrees: true })
    }
  })
})
