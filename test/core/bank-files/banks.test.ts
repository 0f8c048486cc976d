/** Small files as banks of many countries and programs lay them out: each row, sign and payee is right, or asked about. */
import { describe, expect, it } from 'vitest'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { americas } from './banks/americas.ts'
import { asia } from './banks/asia.ts'
import type { BankLayout } from './banks/bank-layout.ts'
import { britain } from './banks/britain.ts'
import { east } from './banks/east.ts'
import { furtherBanks } from './banks/further-banks.ts'
import { furtherCards } from './banks/further-cards.ts'
import { german } from './banks/german.ts'
import { north } from './banks/north.ts'
import { south } from './banks/south.ts'
import { unitedStates } from './banks/united-states.ts'
import { west } from './banks/west.ts'
import { readText } from './writing.ts'

const rowsOf = (file: BankFile): string[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents, payee }) => `${date} ${amount_cents} ${payee}`))
const read = ({ text, currency_code }: BankLayout): BankFile => readText(text.slice(1), { currency_code })

describe.each(Object.entries({ americas, asia, britain, east, furtherBanks, furtherCards, german, north, south, unitedStates, west }))(
  '%s',
  (_, layouts) => {
    it.each(layouts)('$name', (layout) => {
      const file = read(layout)
      expect(file.questions.map(({ key }) => key)).toEqual(layout.asks ?? [])
      if (layout.rows.length === 0) return
      const order = layout.currency_code === 'USD' || layout.currency_code === 'CAD' ? 'mdy' : 'dmy'
      const told = readText(layout.text.slice(1), {
        currency_code: layout.currency_code,
        ...(layout.asks?.includes('date_order') && { date_order: order }),
      })
      expect(rowsOf(told).map(unsigned(layout))).toEqual(layout.rows.map(unsigned(layout)))
    })
    it.each(layouts.filter(({ asks }) => asks === undefined))('$name: the same with other line ends, and without the last', (layout) => {
      const [plain, other, cut] = [layout.text, layout.text.replaceAll('\n', '\r\n'), layout.text.trimEnd()].map((text) =>
        read({ ...layout, text }),
      )
      expect(rowsOf(other!)).toEqual(rowsOf(plain!))
      expect(rowsOf(cut!)).toEqual(rowsOf(plain!))
    })
  },
)

/** Where it is asked what a sum without a minus means, the guess is not what counts. */
const unsigned =
  ({ asks }: BankLayout) =>
  (row: string): string =>
    asks?.includes('positive_is') ? row.replace(' -', ' ') : row
