/** Rows whose text or kind says that no money moved, or that it is only authorised: left out and told, or told, and never counted twice. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { saidBy } from '../../../core/bank-files/csv/pending-texts.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const listed = (all: string): string[] => all.split(', ')

/** Words of banks: a kind of payment, what was refused or undone, and what a card has authorised. */
const languages = [
  {
    head: ['Date', 'Type', 'Description', 'Amount', 'Balance', 'Status'],
    kind: 'Card payment',
    booked: 'Completed',
    undone: 'failed, declined, cancelled, rejected, reversed, unsuccessful',
    authorised: 'Card authorisation, POS authorization, Visa authorisation',
  },
  {
    head: ['Datum', 'Umsatzart', 'Empfänger', 'Betrag', 'Saldo', 'Status'],
    kind: 'Kartenzahlung',
    booked: 'Gebucht',
    undone: 'fehlgeschlagen, abgelehnt, storniert, abgebrochen, nicht ausgeführt',
    authorised: 'Autorisierung Karte, Karte Autorisierung',
  },
  {
    head: ['Date', 'Type', 'Bénéficiaire', 'Montant', 'Solde', 'Statut'],
    kind: 'Paiement par carte',
    booked: 'Comptabilisé',
    undone: 'refusé, rejeté, annulé, échoué, non abouti',
    authorised: 'Autorisation carte, Autorisation paiement par carte',
  },
  {
    head: ['Fecha', 'Tipo', 'Beneficiario', 'Importe', 'Saldo', 'Estado'],
    kind: 'Pago con tarjeta',
    booked: 'Contabilizado',
    undone: 'rechazado, fallido, anulado, cancelado, denegado',
    authorised: 'Autorización tarjeta, Autorización compra',
  },
  {
    head: ['Data', 'Tipo', 'Beneficiario', 'Importo', 'Saldo', 'Stato'],
    kind: 'Pagamento con carta',
    booked: 'Contabilizzato',
    undone: 'rifiutato, fallito, annullato, respinto, non riuscito, stornato',
    authorised: 'Autorizzazione carta, Autorizzazione POS',
  },
  {
    head: ['Datum', 'Type', 'Naam', 'Bedrag', 'Saldo', 'Status'],
    kind: 'Pinbetaling',
    booked: 'Geboekt',
    undone: 'geweigerd, mislukt, geannuleerd, afgewezen, teruggedraaid',
    authorised: 'Autorisatie kaart, Autorisatie pinbetaling',
  },
  {
    head: ['Data', 'Rodzaj', 'Odbiorca', 'Kwota', 'Saldo', 'Status'],
    kind: 'Płatność kartą',
    booked: 'Zaksięgowana',
    undone: 'odrzucona, anulowana, nieudana, niezrealizowana, cofnięta',
    authorised: 'Autoryzacja kartą, Autoryzacja karty',
  },
  {
    head: ['Data', 'Tipo', 'Beneficiário', 'Valor', 'Saldo', 'Estado'],
    kind: 'Compra com cartão',
    booked: 'Efetuado',
    undone: 'recusada, cancelada, rejeitada, falhada, anulada, estornada',
    authorised: 'Autorização cartão, Autorização compra',
  },
  {
    head: ['Datum', 'Typ', 'Mottagare', 'Belopp', 'Saldo', 'Status'],
    kind: 'Kortköp',
    booked: 'Bokförd',
    undone: 'nekat, avvisat, misslyckat, avbrutet, makulerat, medges ej',
    authorised: 'Auktorisation kort, Auktorisering kortköp',
  },
  {
    head: ['Dato', 'Type', 'Modtager', 'Beløb', 'Saldo', 'Status'],
    kind: 'Kortbetaling',
    booked: 'Bogført',
    undone: 'afvist, mislykket, annulleret',
    authorised: 'Autorisation kort',
  },
  {
    head: ['Datum', 'Typ', 'Příjemce', 'Částka', 'Zůstatek', 'Stav'],
    kind: 'Platba kartou',
    booked: 'Zaúčtováno',
    undone: 'zamítnutá, odmítnutá, neúspěšná, zrušená, stornovaná',
    authorised: 'Autorizace kartou',
  },
  {
    head: ['Pvm', 'Laji', 'Saaja', 'Määrä', 'Saldo', 'Tila'],
    kind: 'Korttiosto',
    booked: 'Kirjattu',
    undone: 'hylätty, peruttu, epäonnistunut',
    authorised: 'Autorisointi',
  },
].map((own) => ({ ...own, undone: listed(own.undone), authorised: listed(own.authorised) }))

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const inKinds: readonly ((kind: string, word: string) => string)[] = [
  (kind, word) => `${kind} ${word}`,
  (kind, word) => `${upper(word)} ${kind.toLowerCase()}`,
  (kind, word) => `${kind} (${word})`,
  (kind, word) => `${kind} - ${word}`,
  (kind, word) => `${kind}: ${word}`.toUpperCase(),
  (_, word) => upper(word),
]
const inTexts: readonly ((name: string, word: string) => string)[] = [
  (name, word) => `${upper(word)}: ${name}`,
  (name, word) => `${word.toUpperCase()} - ${name}`,
  (name, word) => `${name} (${word})`,
  (name, word) => `${name} - ${word}`,
  (name, word) => `[${word}] ${name}`,
]
const shops = listed('Kiosk, Bakery, Cinema, Market, Florist, Garage, Chemist, Adria')
const money = (file: BankFile): string =>
  file.accounts
    .flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`))
    .sort()
    .join()
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const isAsked = (file: BankFile): boolean => file.questions.some(({ is_open }) => is_open)

type Place = 'kind' | 'text' | 'status'

/** A file of booked rows with one that did not happen, or is held by a card; `balance`: whether one is there, and counts that row. */
function fileOf(seed: number, place: Place, isHeld: boolean, balance: 'none' | 'counts' | 'stands still') {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const own = one(languages)
  const [count, word, held] = [6 + below(9), one(own.undone), one(own.authorised)]
  const at = 1 + below(count - 2)
  let sum = 300_000
  const rows = Array.from({ length: count }, (_, row) => {
    const isDoubt = row === at
    const cents = row % 4 === 3 && !isDoubt ? 90_000 + row : -1_000 - below(900) * 10 - row
    const isCounted = !isDoubt || balance === 'counts'
    if (isCounted) sum += cents
    const name = isDoubt ? 'Cafe Zeta' : one(shops)
    const kind = isDoubt && place === 'kind' ? (isHeld ? held : one(inKinds)(own.kind, word)) : own.kind
    const text = isDoubt && place === 'text' ? one(inTexts)(name, word) : name
    const date = addDays('2026-01-05', row)
    const cells = [date, kind, text, decimalOf(cents)]
    if (balance !== 'none') cells.push(decimalOf(sum))
    if (place === 'status') cells.push(isDoubt ? upper(word) : own.booked)
    return { cells: cells.map((cell) => `"${cell}"`).join(','), line: `${date} ${cents}`, isDoubt }
  })
  const isDownwards = below(2) === 0
  const head = own.head.filter((_, index) => (index !== 4 || balance !== 'none') && (index !== 5 || place === 'status'))
  return {
    text: [head.join(','), ...(isDownwards ? rows.toReversed() : rows).map(({ cells }) => cells)].join('\n'),
    all: rows
      .map(({ line }) => line)
      .sort()
      .join(),
    others: rows
      .filter(({ isDoubt }) => !isDoubt)
      .map(({ line }) => line)
      .sort()
      .join(),
  }
}

const runOf = (count: number, wrongOf: (seed: number) => string | null): void => {
  const seed = Number(process.env.SEED ?? 1)
  const wrong: string[] = []
  for (let at = seed; at < seed + manyRuns(count); at += 1) {
    const text = wrongOf(at)
    if (text !== null) wrong.push(`SEED=${at}\n${text}`)
  }
  expect(wrong.slice(0, 3), `${wrong.length} wrong`).toEqual([])
}

describe('a row that did not happen', () => {
  it.each(['kind', 'text', 'status'] as const)('by its %s is left out and told, in twelve languages', (place) =>
    runOf(1_500, (seed) => {
      const { text, others } = fileOf(seed, place, false, 'none')
      const file = readText(text)
      return money(file) === others && codes(file).join() === 'entry_is_not_booked' && !isAsked(file) ? null : text
    }),
  )
  it.each(['kind', 'text'] as const)('by its %s is booked where the balance moves by it, and left out where it stands still', (place) =>
    runOf(800, (seed) => {
      const counted = fileOf(seed, place, false, 'counts')
      const file = readText(counted.text)
      if (money(file) !== counted.all || codes(file).length > 0 || isAsked(file)) return counted.text
      const still = fileOf(seed, place, false, 'stands still')
      const without = readText(still.text)
      return money(without) === still.others && codes(without).join() === 'entry_is_not_booked' && !isAsked(without) ? null : still.text
    }),
  )
})

describe('what a card has authorised', () => {
  it('is never counted without a word, and by the balance where there is one', () =>
    runOf(1_500, (seed) => {
      const { text, all, others } = fileOf(seed, 'kind', true, 'none')
      const file = readText(text)
      const isTold = [all, others].includes(money(file)) && codes(file).length === 1
      const counted = fileOf(seed, 'kind', true, 'counts')
      const still = fileOf(seed, 'kind', true, 'stands still')
      if (!isTold) return text
      if (money(readText(counted.text)) !== counted.all) return counted.text
      return money(readText(still.text)) === still.others ? null : still.text
    }))
  it('is left out where another row books it, once each', () => {
    const file = (...rows: string[]) => readText(['Date,Type,Description,Amount', ...rows].join('\n'))
    const others = ['2026-01-02,Transfer,Office,1900.00', '2026-01-03,Direct debit,Power,-84.20', '2026-01-04,Card payment,Market,-9.00']
    const [held, booked] = ['2026-01-08,Card authorisation,Cafe Z,-12.99', '2026-01-10,Card payment,Cafe Z Town,-12.99']
    expect(codes(file(...others, held, booked))).toEqual(['entry_is_not_booked'])
    expect(money(file(...others, held, booked))).toBe('2026-01-02 190000,2026-01-03 -8420,2026-01-04 -900,2026-01-10 -1299')
    expect(money(file(booked, held, ...others.toReversed()))).toBe('2026-01-02 190000,2026-01-03 -8420,2026-01-04 -900,2026-01-10 -1299')
    expect(codes(file(...others, held, held, booked))).toEqual(['entry_is_not_booked', 'row_state_is_not_known'])
    expect(codes(file(...others, held, '2026-03-10,Card payment,Cafe Z,-12.99'))).toEqual(['row_state_is_not_known'])
    expect(codes(file(...others, held, '2026-01-10,Card payment,Garage,-12.99'))).toEqual(['row_state_is_not_known'])
  })
  it('is told once a kind, with its rows', () => {
    const rows = Array.from({ length: 5 }, (_, row) => `2026-0${1 + row}-08,Card authorisation,Shop ${row},-${10 + row}.00`)
    const file = readText(['Date,Type,Description,Amount', ...rows, '2026-01-02,Transfer,Office,1900.00'].join('\n'))
    expect(file.problems.map(({ code, values }) => [code, values])).toEqual([
      ['row_state_is_not_known', { text: 'Card authorisation', rows: 5 }],
    ])
  })
})

describe('a row that takes another back', () => {
  const file = (...rows: string[]) =>
    readText(['Date,Description,Amount', '2026-01-02,Market,-9.00', '2026-01-03,Power,-84.20', '2026-01-04,Gym,-20.00', ...rows].join('\n'))
  it('is read with it, without a word', () => {
    const both = file('2026-01-08,Hotel Adria,-120.00', '2026-01-09,Cancelled: Hotel Adria,120.00')
    expect([money(both).split(',').length, codes(both)]).toEqual([5, []])
  })
  it('is read and told where the row it takes back is not there, or itself is called so', () => {
    const back = file('2026-01-09,Cancelled: Hotel Adria,120.00')
    expect([money(back).split(',').length, codes(back)]).toEqual([4, ['row_state_is_not_known']])
    const both = file('2026-01-08,Cancelled: Hotel Adria,-120.00', '2026-01-09,Hotel Adria,120.00')
    expect([money(both).split(',').length, codes(both)]).toEqual([5, ['row_state_is_not_known']])
  })
})

describe('what a text says', () => {
  it.each([
    'Declined payment fee',
    'Rejected direct debit fee',
    'Refund cancelled order',
    'Reversal: Shop',
    'Storno Lastschrift',
    'Rücklastschrift: Gym',
    'Chargeback Shop',
    'Scheduled payment: Rent',
    'Authorised direct debit: Gas',
    'Invoice 12 (expired)',
    'Voids and Vessels',
    'Failsafe Systems',
    'Cancelli Ferro Srl',
    'Denied Brewing Ltd',
  ])('%s: nothing that leaves it out', (text) => {
    expect(typeof saidBy(text) === 'string').toBe(false)
  })
  it.each(['Cafe Z declined', 'DECLINED CAFE Z', 'Failed Cafe Z'])(
    '%s: told where nothing else tells, left out beside its name',
    (text) => {
      const file = (name: string) =>
        readText(
          ['Date,Description,Amount', '2026-01-02,Market,-9.00', `2026-01-04,${name},-20.00`, `2026-01-05,${text},-21.00`].join('\n'),
        )
      expect(codes(file('Gym'))).toEqual(['row_state_is_not_known'])
      expect(codes(file('Cafe Z'))).toEqual(['entry_is_not_booked'])
    },
  )
})
