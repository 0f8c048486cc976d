/** A column of states is read whatever many words a bank has for what becomes of a payment. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const listed = (all: string): string[] => all.split(', ')
const banks = [
  {
    head: 'Date,Description,Type,Status,Amount',
    booked: 'Posted',
    others: 'Declined, Cancelled, Reversed, Failed, Pending, Authorised, Rejected, Returned',
  },
  {
    head: 'Datum,Empfänger,Umsatzart,Status,Betrag',
    booked: 'Gebucht',
    others: 'Vorgemerkt, Abgelehnt, Storniert, Fehlgeschlagen, Abgebrochen, Offen, Zurückgewiesen',
  },
  { head: 'Date,Bénéficiaire,Type,Statut,Montant', booked: 'Comptabilisé', others: 'En attente, Refusé, Rejeté, Annulé, Échoué' },
  {
    head: 'Fecha,Beneficiario,Tipo,Estado,Importe',
    booked: 'Contabilizado',
    others: 'Pendiente, Rechazado, Fallido, Anulado, Cancelado, Denegado',
  },
].map(({ others, ...bank }) => ({ ...bank, others: listed(others) }))

describe('a column of states', () => {
  it('leaves out each row that is not booked, however many words there are for that', () => {
    for (let seed = 1; seed <= manyRuns(400); seed += 1) {
      const random = seeded(Math.imul(seed, 0x9e3779b1))
      const below = (bound: number): number => Math.floor(random() * bound)
      const { head, booked, others } = banks[below(banks.length)]!
      const states = [...others.slice(0, 1 + below(others.length)), ...Array.from({ length: 4 + below(12) }, () => booked)]
      const rows = states
        .map((state, nth) => ({ state, cents: nth % 5 === 4 ? 90_000 + nth : -1_000 - below(900) * 10 - nth, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map((row, nth) => ({ ...row, date: addDays('2026-01-05', nth) }))
      const text = [
        head,
        ...rows.map(({ state, cents, date }, nth) => `${date},Shop ${'ABCDEFG'[nth % 7]},Card,${state},${decimalOf(cents)}`),
      ].join('\n')
      const file = readText(text)
      const read = file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`))
      const wanted = rows.filter(({ state }) => state === booked).map(({ date, cents }) => `${date} ${cents}`)
      expect(read.sort(), `seed ${seed}\n${text}`).toEqual(wanted.sort())
    }
  })
})

const readOf = (text: string) => {
  const file = readText(text)
  const money = file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`)).sort()
  return { money, codes: file.problems.map(({ code }) => code), questions: file.questions.length }
}
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

describe('beside a column of states', () => {
  /** A payment, what is said of one that was refused, what it costs, and the word between. */
  const languages = [
    ['payment, card payment, direct debit', 'failed, declined, cancelled, rejected', 'fee, penalty', 'for', 'Posted', 'Failed, Declined'],
    ['Lastschrift, Überweisung', 'abgelehnte, fehlgeschlagene, stornierte', 'Gebühr, Entgelt', 'für', 'Gebucht', 'Abgelehnt, Storniert'],
    ['prélèvement, virement', 'rejeté, refusé, annulé', 'frais, pénalité', 'pour', 'Comptabilisé', 'Rejeté, Annulé'],
    ['transferencia, compra', 'rechazada, fallida, anulada', 'comisión, gastos', 'por', 'Contabilizado', 'Rechazado, Fallido'],
    ['pagamento, bonifico', 'rifiutato, respinto, annullato', 'commissione, spese', 'per', 'Contabilizzato', 'Rifiutato, Annullato'],
    ['betaling, incasso', 'geweigerde, mislukte, geannuleerde', 'kosten, vergoeding', 'voor', 'Geboekt', 'Geweigerd, Mislukt'],
  ].map((own) => own.map(listed) as [string[], string[], string[], string[], string[], string[]])

  it('a fee for what was refused is counted and told, and the payment is left out', () => {
    for (const [payments, words, fees, between, booked, states] of languages)
      for (const payment of payments)
        for (const word of words)
          for (const fee of fees)
            for (const state of states)
              for (const text of [
                `${fee} ${between[0]} ${word} ${payment}`,
                `${fee} ${between[0]} ${payment} ${word}`,
                `${payment} ${word} - ${fee}`,
                `${payment} ${word} ${fee}`,
                `${word} ${payment} (${fee})`,
              ]) {
                const rows = [
                  `2026-01-02,Office,${booked[0]},1900.00`,
                  `2026-01-04,Market,${booked[0]},-9.00`,
                  `2026-01-05,Power,${booked[0]},-84.20`,
                  `2026-01-07,Gym,${state},-20.00`,
                  `2026-01-07,${upper(text)},${state},-15.00`,
                ]
                const { money, codes } = readOf(['Date,Description,Status,Amount', ...rows].join('\n'))
                expect([text, money.includes('2026-01-07 -1500'), money.length]).toEqual([text, true, 4])
                expect(codes.sort()).toEqual(['entry_is_not_booked', 'row_state_is_not_known'])
              }
  })
  it.each(['Failed: Membership fee', 'Failed payment', 'Tuition fee', 'Declined: fee'])('%s: what failed is left out', (text) => {
    const rows = ['2026-01-02,Office,Posted,1900.00', '2026-01-04,Market,Posted,-9.00', `2026-01-07,${text},Failed,-15.00`]
    const { money, codes } = readOf(['Date,Description,Status,Amount', ...rows].join('\n'))
    expect([money.length, codes]).toEqual([2, ['entry_is_not_booked']])
  })

  it('what a card authorised is told where another row books it, though both are posted, and nothing else is', () => {
    const kinds = listed('Card authorisation, Authorisation, Card authorization, Pending card payment')
    for (let seed = 1; seed <= manyRuns(300); seed += 1) {
      const random = seeded(Math.imul(seed, 0x9e3779b1))
      const below = (bound: number): number => Math.floor(random() * bound)
      const [kind, apart, isBooked] = [kinds[below(kinds.length)]!, below(10), below(2) === 0]
      const day = addDays('2026-02-01', below(20))
      const others = Array.from(
        { length: 4 + below(12) },
        (_, nth) =>
          [addDays('2026-02-01', below(28)), `Shop ${'ABCDEFG'[nth % 7]}`, 'Card payment', nth % 4 === 0 ? 90_000 : -2_000 - nth] as const,
      )
      const pair = [
        [day, 'Bakery', kind, -1_234],
        [addDays(day, apart), isBooked ? 'Bakery' : 'Butcher', 'Card payment', -1_234],
      ] as const
      const rows = [...others, ...pair].sort(([one], [other]) => (one < other ? -1 : 1))
      const lines = rows.map(([date, payee, type, cents]) => `${date},${payee},${type},Posted,${decimalOf(cents)}`)
      const { money, codes, questions } = readOf(['Date,Description,Type,Status,Amount', ...lines].join('\n'))
      expect([seed, money.length, questions]).toEqual([seed, rows.length, 0])
      expect([seed, codes]).toEqual([seed, isBooked ? ['row_state_is_not_known'] : []])
    }
  })
})
