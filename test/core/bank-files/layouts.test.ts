/** Layouts of banks by the thousand: what is read is right, or it is asked. */
import { expect, it } from 'vitest'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { runs } from '../runs.ts'
import { layoutOf, type Row } from './layouts/layout.ts'
import { readText } from './writing.ts'

const rowsOf = (file: BankFile): Row[] => file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents, payee }) => ({ date, amount_cents, payee })))
const moneyOf = (rows: readonly Row[]): string => rows.map(({ date, amount_cents }) => `${date} ${amount_cents}`).join('\n')
const wholeOf = (rows: readonly Row[]): string => rows.map(({ date, amount_cents, payee }) => `${date} ${amount_cents} ${payee}`).join('\n')

it('no layout of a bank is read wrong without a question, and nine in ten are read right without one', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 30))
  const count = runs(20_000)
  const wrong: string[] = []
  const poor: string[] = []
  const wrongWhenTold: string[] = []
  let asked = 0
  for (let at = seed; at < seed + count; at += 1) {
    const { text, rows, answers, currency_code, describes } = layoutOf(at)
    const file = readText(text, { currency_code })
    if (file.questions.length > 0 || file.format === null) {
      asked += 1
      const known = file.questions.flatMap(({ key }) => (key in answers ? [[key, answers[key as keyof typeof answers]]] : []))
      const told = readText(text, { currency_code, ...Object.fromEntries(known) })
      if (told.format !== null && told.questions.length === 0 && moneyOf(rowsOf(told)) !== moneyOf(rows)) wrongWhenTold.push(`SEED=${at} ${describes}`)
    } else if (moneyOf(rowsOf(file)) !== moneyOf(rows)) wrong.push(`SEED=${at} ${describes}`)
    else if (wholeOf(rowsOf(file)) !== wholeOf(rows)) poor.push(`SEED=${at} ${describes}`)
  }
  console.log(`bank layouts: ${count} from seed ${seed} on, ${asked} asked about, ${poor.length} with another payee`)
  expect(wrong.slice(0, 10), `${wrong.length} of ${count} from SEED=${seed} on`).toEqual([])
  expect(wrongWhenTold.slice(0, 10), `${wrongWhenTold.length} from SEED=${seed} on`).toEqual([])
  expect(1 - asked / count).toBeGreaterThanOrEqual(0.9)
  expect(poor.length / count).toBeLessThanOrEqual(0.01)
}, 300_000)
