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
