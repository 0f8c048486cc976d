/** Random statements of what banks tell, within what each format can say. */
import fc from 'fast-check'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import type { StatementWritten, Written } from './writing.ts'

const word = fc.stringMatching(/^[A-Za-zäöüßéèñçČřł0-9&'#*()./-]{2,12}$/)
/** Words of one space between them, beginning with a letter: every format can carry them. */
export const anyText = fc
  .tuple(fc.stringMatching(/^[A-Z][a-z]{2,8}$/), fc.array(word, { maxLength: 4 }))
  .map(([first, rest]) => [first, ...rest].join(' '))

export const anyAmount = fc
  .oneof(fc.integer({ min: -500_000, max: 500_000 }), fc.integer({ min: -9e11, max: 9e11 }))
  .filter((cents) => cents !== 0)

const anyTransaction: fc.Arbitrary<Omit<Written, 'date'> & { days: number }> = fc.record({
  days: fc.integer({ min: 0, max: 9 }),
  amount_cents: anyAmount,
  payee: anyText,
  memo: anyText,
  reference: fc.stringMatching(/^[A-Z0-9]{8,16}$/),
})

/** In the order of a statement: by date, with days that tell day and month apart. */
export const anyStatement: fc.Arbitrary<StatementWritten> = fc
  .record({
    start: fc.integer({ min: dayOf('2001-01-01')!, max: dayOf('2040-01-01')! }),
    rows: fc.array(anyTransaction, { minLength: 1, maxLength: 25 }),
    balance: fc.integer({ min: -1e9, max: 1e9 }),
  })
  .map(({ start, rows, balance }) => {
    let day = start
    const transactions = rows.map(({ days, ...row }) => ({ ...row, date: dateOf((day += days)) }))
    return { account: 'DE02120300000000202051', currency: 'EUR', balance_cents: balance, balance_date: dateOf(day), transactions }
  })
