/** Reads layouts from a seed on, and counts what is right, asked about, or wrong. */
import type { BankFile } from '../../../../core/bank-files/readBankFile.ts'
import { readText } from '../writing.ts'
import { layoutOf, type Row } from './layout.ts'

const rowsOf = (file: BankFile): Row[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents, payee }) => ({ date, amount_cents, payee })))
const moneyOf = (rows: readonly Row[]): string => rows.map(({ date, amount_cents }) => `${date} ${amount_cents}`).join('\n')
const wholeOf = (rows: readonly Row[]): string => rows.map(({ date, amount_cents, payee }) => `${date} ${amount_cents} ${payee}`).join('\n')

/** A balance that is not the account's; one that is not told is not wrong. */
const saysOtherwise = ({ accounts }: BankFile, balance_cents: number | null): boolean =>
  accounts.some((account) => account.balance_cents !== undefined && account.balance_cents !== balance_cents)

export interface LayoutsRead {
  asked: number
  /** Read without a question, and not what the file says. */
  wrong: string[]
  /** Wrong although the questions were answered. */
  wrongWhenTold: string[]
  /** Right, but for whom the money went to. */
  poor: string[]
}

export function readLayouts(seed: number, count: number): LayoutsRead {
  const found: LayoutsRead = { asked: 0, wrong: [], wrongWhenTold: [], poor: [] }
  for (let at = seed; at < seed + count; at += 1) {
    const { text, rows, balance_cents, answers, currency_code, describes } = layoutOf(at)
    const name = `SEED=${at} ${describes}`
    const file = readText(text, { currency_code })
    if (file.questions.length > 0 || file.format === null) {
      found.asked += 1
      const known = file.questions.flatMap(({ key }) => (key in answers ? [[key, answers[key as keyof typeof answers]]] : []))
      const told = readText(text, { currency_code, ...Object.fromEntries(known) })
      if (told.format !== null && told.questions.length === 0 && moneyOf(rowsOf(told)) !== moneyOf(rows)) found.wrongWhenTold.push(name)
    } else if (moneyOf(rowsOf(file)) !== moneyOf(rows) || saysOtherwise(file, balance_cents)) found.wrong.push(name)
    else if (wholeOf(rowsOf(file)) !== wholeOf(rows)) found.poor.push(name)
  }
  return found
}
