/** What a reading rests on, in the words in which a person is asked or can correct it. */
import type { DecimalFound } from './amounts.ts'
import type { Answers, ColumnRole, DateOrder, DecimalSign, Delimiter, Question } from './bank-file.ts'
import { dateOrders, readDate, type OrderFound } from './dates.ts'
import { encodings } from './encoding.ts'
import { quoted, type Findings } from './findings.ts'

const orderWords: Readonly<Record<DateOrder, string>> = { ymd: 'Year, month, day', dmy: 'Day, month, year', mdy: 'Month, day, year' }

/** The order answered, unless the file's dates are no days in it and are in another. */
export function orderOf(found: OrderFound, answered: Answers['date_order'], findings: Findings): DateOrder {
  if (answered === undefined || found.candidates.length === 0 || found.candidates.includes(answered)) return answered ?? found.order
  findings.add('answer_does_not_fit', 0, `The dates of this file are no days when read as “${orderWords[answered].toLowerCase()}”. They were read as “${orderWords[found.order].toLowerCase()}”.`)
  return found.order
}

export function dateOrderQuestion(found: OrderFound, chosen: DateOrder, answered: Answers['date_order']): Question {
  const label = (order: DateOrder): string => {
    const day = found.example === '' ? null : readDate(found.example, order)
    return day === null ? orderWords[order] : `${orderWords[order]} (${day})`
  }
  const about = found.example === '' ? 'How are the dates of this file written?' : `Which day is ${quoted(found.example)}?`
  const options = found.candidates.length > 0 ? found.candidates : dateOrders
  return {
    key: 'date_order',
    text: about,
    options: (options.includes(chosen) ? options : [...options, chosen]).map((value) => ({ value, label: label(value) })),
    chosen,
    is_open: found.is_open && answered === undefined,
  }
}

export function decimalQuestion(found: DecimalFound, amounts: readonly string[], answered: Answers['decimal']): Question {
  const example = amounts.find((text) => /[.,]\d/.test(text))
  const option = (value: DecimalSign, words: string): { value: DecimalSign; label: string } => ({ value, label: words })
  return {
    key: 'decimal',
    text: example === undefined ? 'Which sign do the amounts of this file have before the cents?' : `Which sign is before the cents in ${quoted(example)}?`,
    options: [option('.', 'A point: 1234.56'), option(',', 'A comma: 1234,56')],
    chosen: answered ?? found.decimal,
    is_open: found.is_open && answered === undefined,
  }
}

const delimiterWords: Readonly<Record<Delimiter, string>> = { ',': 'Commas', ';': 'Semicolons', '\t': 'Tabs', '|': 'Vertical bars' }

export function delimiterQuestion(chosen: Delimiter): Question {
  const options = (Object.keys(delimiterWords) as Delimiter[]).map((value) => ({ value, label: delimiterWords[value] }))
  return { key: 'delimiter', text: 'What parts the columns?', options, chosen, is_open: false }
}

export function headerQuestion(lines: readonly number[], chosen: number | null): Question {
  const options = [{ value: null, label: 'No line' }, ...lines.map((line) => ({ value: line, label: `Line ${line}` }))]
  return { key: 'header_line', text: 'Which line names the columns?', options: options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label: `Line ${chosen}` }], chosen, is_open: false }
}

/** The columns' pickers offer these, in this order. */
export const roleWords: Readonly<Record<ColumnRole, string>> = {
  ignored: 'Not used', date: 'Date', amount: 'Amount', debit: 'Money out', credit: 'Money in', direction: 'In or out', payee: 'Payee', memo: 'Memo', reference: 'Bank’s reference', balance: 'Balance', currency: 'Currency', account: 'Account', status: 'Booked or pending',
}

export function columnsQuestion(chosen: ColumnRole[], is_open: boolean): Question {
  const options = (Object.keys(roleWords) as ColumnRole[]).map((value) => ({ value, label: roleWords[value] }))
  return { key: 'columns', text: 'What does each column hold?', options, chosen, is_open }
}

export function signQuestion(example: string, chosen: 'in' | 'out', is_open: boolean): Question {
  const text = example === '' ? 'What is an amount without a minus?' : `Is ${quoted(example)} money in or money out?`
  return { key: 'positive_is', text, options: [{ value: 'in', label: 'Money in' }, { value: 'out', label: 'Money out, such as what was bought with a card' }], chosen, is_open }
}

/** Each choice with a few words of the file as it shows them. */
export function encodingQuestion(chosen: string, is_open: boolean, preview: (encoding: string) => string | null): Question {
  const label = (value: string): string => {
    const words = preview(value)
    return words === null ? value : `${value}: ${quoted(words)}`
  }
  const all: readonly string[] = encodings.some((value) => value === chosen) ? encodings : [chosen, ...encodings]
  return { key: 'encoding', text: 'Which encoding shows the file’s letters right?', options: all.map((value) => ({ value, label: label(value) })), chosen, is_open }
}
