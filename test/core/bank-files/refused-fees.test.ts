/** Fees for what was refused are money: never missing from a file, in any language, order or mark; and the first row of a balance. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

/** A payment, what is said of one that was refused or undone, and what it costs. */
const languages = [
  ['payment, card payment, direct debit, transfer', 'failed, declined, cancelled, rejected, unsuccessful', 'fee, fees, penalty'],
  ['Lastschrift, Überweisung, Kartenzahlung', 'abgelehnt, fehlgeschlagen, storniert', 'Gebühr, Entgelt, Kosten, Ablehnungsgebühr'],
  ['prélèvement, virement, paiement', 'rejeté, refusé, échoué, annulé', 'frais, commission, pénalité'],
  ['pago, transferencia, compra', 'rechazado, fallido, anulado, denegado', 'comisión, gastos, tarifa'],
  ['pagamento, bonifico, addebito', 'rifiutato, respinto, fallito, annullato', 'commissione, spese, penale'],
  ['pagamento, transferência, compra', 'recusado, falhado, cancelado', 'comissão, taxa, encargos'],
  ['betaling, incasso, overschrijving', 'mislukt, geweigerd, geannuleerd', 'kosten, provisie, vergoeding'],
  ['przelew, płatność, transakcja', 'odrzucony, odrzucona, nieudana, anulowana', 'opłata, prowizja'],
  ['betalning, autogiro, överföring', 'nekad, avvisad, misslyckad', 'avgift, avvisningsavgift'],
  ['betaling, overførsel, kortbetaling', 'afvist, mislykket, annulleret', 'gebyr, afvisningsgebyr'],
  ['platba, transakce', 'zamítnutá, neúspěšná, zrušená', 'poplatek, poplatky'],
  ['maksu, korttiosto', 'hylätty, peruttu, epäonnistunut', 'palvelumaksu, kulu'],
  ['fizetés, tranzakció', 'elutasítva, sikertelen, törölt', 'díj, költség, jutalék'],
  ['ödeme, işlem', 'reddedildi, başarısız, iptal', 'masraf, ücret, komisyon'],
  ['оплата, операция', 'отклонена, отменена', 'комиссия'],
  ['交易', '失败, 已拒绝', '手续费'],
].map((own) => own.map((all) => all.split(', ')) as [string[], string[], string[]])

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const separators = [' - ', ': ', ' – ', ' | ', '; ', ' ', ' / ', ' (', ' [', ' · ']
const closing = (separator: string): string => (separator === ' (' ? ')' : separator === ' [' ? ']' : '')

interface Texts {
  fee: string
  refused: string
}

/** Every order of the words, with every mark between them. */
function* texts(charges: readonly string[] | null): Generator<Texts & { text: string }> {
  for (const [payments, undone, fees] of languages)
    for (const payment of payments)
      for (const word of undone)
        for (const fee of charges ?? fees)
          for (const refused of [`${payment} ${word}`, `${word} ${payment}`, word])
            for (const separator of separators)
              for (const [first, second] of [
                [refused, fee],
                [fee, refused],
              ] as const) {
                const text = upper(`${first}${separator}${second}${closing(separator)}`)
                yield { fee, refused, text }
                yield { fee, refused, text: text.toUpperCase() }
              }
}

const others = ['2026-01-02,Office,1900.00', '2026-01-04,Market,-9.00', '2026-01-05,Power,-84.20', '2026-01-09,Gym,-20.00']
const fileOf = (text: string): BankFile => readText(['Date,Description,Amount', ...others, `2026-01-07,"${text}",-15.00`].join('\n'))
const money = (file: BankFile): string =>
  file.accounts
    .flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`))
    .sort()
    .join()
/** Which way is asked in so short a file where a text is also a word for pay. */
const has = (file: BankFile): boolean => /2026-01-07 -?1500/.test(money(file))
const isAsked = (file: BankFile): boolean => file.questions.some(({ is_open }) => is_open)
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)

/** Of all texts some, others in each run. */
function some<T>(all: readonly T[], count: number): T[] {
  const random = seeded(Number(process.env.SEED ?? 1))
  return Array.from({ length: manyRuns(count) }, () => all[Math.floor(random() * all.length)]!)
}

describe('a fee for what was refused', () => {
  it('is counted wherever a text names it, in sixteen languages', () => {
    const missing = some([...texts(null)], 6_000).filter(({ text }) => !has(fileOf(text)))
    expect(missing.slice(0, 5)).toEqual([])
  })
  it.each([
    'Payment failed - charge',
    'Payment failed charge',
    'Cancelled direct debit charge',
    'Failed Direct Debit Charge',
    'Cancelled card charge',
    'Reversed charge credit',
    'Failed: Membership fee',
    'Declined: fee',
    'Pago rechazado - cargo',
  ])('%s: may be one, is counted and told', (text) => {
    expect([has(fileOf(text)), codes(fileOf(text))]).toEqual([true, ['row_state_is_not_known']])
  })
  it('that is only called a charge is counted and told, or it is the charge that was refused', () => {
    const wrong = some([...texts(['charge'])], 2_000).filter(({ text, refused, fee }) => {
      const file = fileOf(text)
      const isPayment = text.toUpperCase().startsWith(`${fee} ${refused.split(' ')[0]!}`.toUpperCase())
      return !isPayment && !has(file)
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })
  it.each(['Card charge failed', 'Charge declined', 'Charge failed: Netflix', 'Cargo tarjeta rechazado', 'Cargo rechazado'])(
    '%s: a payment, left out',
    (text) => {
      expect([has(fileOf(text)), codes(fileOf(text))]).toEqual([false, ['entry_is_not_booked']])
    },
  )
  it('is told each time where it may be none, and never taken for what another row books', () => {
    const file = readText(
      [
        'Date,Type,Description,Amount',
        ...[1, 2, 3].map((month) => `2026-0${month}-07,Payment failed charge,,-15.00`),
        '2026-01-08,Card payment,Market,-15.00',
        '2026-01-09,Payment failed fee,,-15.00',
      ].join('\n'),
    )
    expect(money(file).split(',').length).toBe(5)
    expect(codes(file)).toEqual(Array(3).fill('row_state_is_not_known'))
  })
  it('is counted and told where another text of its row names it', () => {
    for (const row of ['Fee,Direct debit rejected', 'Gebühr,Lastschrift abgelehnt', 'Card payment declined,Bank fee']) {
      const file = readText(
        ['Date,Type,Description,Amount', '2026-01-02,Transfer,Office,90.00', '2026-01-04,Card payment,Market,-9.00']
          .concat(`2026-01-07,"${row.replace(',', '","')}",-15.00`)
          .join('\n'),
      )
      expect([row, has(file), codes(file)]).toEqual([row, true, ['row_state_is_not_known']])
    }
  })
  it('is as the balance says where there is one', () => {
    const wrong = some([...texts(null), ...texts(['charge'])], 1_500).filter(({ text }) => {
      const withBalance = (moved: number): BankFile =>
        readText(
          [
            'Date,Description,Amount,Balance',
            '2026-01-02,Office,1900.00,2900.00',
            '2026-01-04,Market,-9.00,2891.00',
            `2026-01-07,"${text}",-15.00,${decimalOf(289_100 - moved)}`,
            `2026-01-09,Gym,-20.00,${decimalOf(287_100 - moved)}`,
            `2026-01-10,Power,-84.20,${decimalOf(278_680 - moved)}`,
          ].join('\n'),
        )
      const [counted, still] = [withBalance(1_500), withBalance(0)]
      return codes(counted).length > 0 || !has(counted) || (has(still) && !isAsked(still))
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })
})

describe('the first row of a balance', () => {
  /** Rows of one kind with balances that count all of them, but for that at `still`. */
  const rowsOf = (kind: string, isDownwards: boolean, still = -1): { text: string; all: string } => {
    let sum = 500_000
    const rows = Array.from({ length: 8 }, (_, row) => {
      const cents = row === 2 ? 210_000 : -1_000 - 137 * row
      if (row !== still) sum += cents
      return { day: addDays('2026-01-05', row), cents, balance: sum }
    })
    const lines = rows.map(
      ({ day, cents, balance }, row) => `${day},${kind},Shop ${'abcdefgh'[row]!},${decimalOf(cents)},${decimalOf(balance)}`,
    )
    return {
      text: ['Date,Type,Description,Amount,Balance', ...(isDownwards ? lines.toReversed() : lines)].join('\n'),
      all: rows
        .map(({ day, cents }) => `${day} ${cents}`)
        .sort()
        .join(),
    }
  }
  it.each(['Failed', 'Cancelled', 'Storniert', 'Authorised', 'Pending', 'Rejeté'])('all %s: is counted as all others are', (kind) => {
    for (const isDownwards of [false, true]) {
      const { text, all } = rowsOf(kind, isDownwards)
      expect([money(readText(text)), codes(readText(text))]).toEqual([all, []])
    }
  })
  it('is left out where another that is called so is not counted', () => {
    for (const isDownwards of [false, true]) {
      const { text, all } = rowsOf('Failed', isDownwards, 4)
      expect(money(readText(text))).toBe(
        all
          .split(',')
          .filter((_, row) => row !== 0 && row !== 4)
          .join(),
      )
    }
  })
})
