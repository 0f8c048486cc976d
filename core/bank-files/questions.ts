/** What a reading rests on, as a person is asked or can correct it. */
import type { DecimalFound } from './read-amounts.ts'
import type { Answers, ColumnRole, DateOrder, Delimiter, Option, Question } from './bank-file.ts'
import { dateOrders, readDate, type OrderFound } from './read-dates.ts'
import { encodings } from './encoding.ts'
import { shortened, type Findings } from './findings.ts'

/** The order answered, unless the file's dates are no days in it and are in another. */
export function orderOf(found: OrderFound, answered: Answers['date_order'], findings: Findings): DateOrder {
  if (answered === undefined || found.candidates.length === 0 || found.candidates.includes(answered)) return answered ?? found.order
  findings.add('bank.answer_does_not_fit.date_order', 0, { answered, found: found.order })
  return found.order
}

export function dateOrderQuestion(found: OrderFound, chosen: DateOrder, answered: Answers['date_order']): Question {
  const dayIn = (order: DateOrder): string => (found.example === '' ? '' : (readDate(found.example, order) ?? ''))
  const options = found.candidates.length > 0 ? found.candidates : dateOrders
  return {
    key: 'date_order',
    example: shortened(found.example),
    options: (options.includes(chosen) ? options : [...options, chosen]).map((value) => ({ value, example: dayIn(value) })),
    chosen,
    is_open: found.is_open && answered === undefined,
  }
}

const plain = <Value>(values: readonly Value[]): Option<Value>[] => values.map((value) => ({ value, example: '' }))

export function decimalQuestion(found: DecimalFound, amounts: readonly string[], answered: Answers['decimal']): Question {
  return {
    key: 'decimal',
    example: shortened(amounts.find((text) => /[.,]\d/.test(text)) ?? ''),
    options: plain(['.', ',']),
    chosen: answered ?? found.decimal,
    is_open: found.is_open && answered === undefined,
  }
}

export const delimiterQuestion = (chosen: Delimiter): Question => ({
  key: 'delimiter',
  example: '',
  options: plain([',', ';', '\t', '|']),
  chosen,
  is_open: false,
})

export function headerQuestion(lines: readonly number[], chosen: number | null): Question {
  const options = [null, ...lines]
  return {
    key: 'header_line',
    example: '',
    options: plain(options.includes(chosen) ? options : [...options, chosen]),
    chosen,
    is_open: false,
  }
}

/** The columns' pickers offer these, in this order. */
export const columnRoles: readonly ColumnRole[] = [
  'ignored',
  'date',
  'amount',
  'debit',
  'credit',
  'direction',
  'payee',
  'memo',
  'reference',
  'balance',
  'currency',
  'account',
  'status',
]

export const columnsQuestion = (chosen: ColumnRole[], is_open: boolean, isPassing: boolean): Question => ({
  key: 'columns',
  example: '',
  options: plain(columnRoles),
  chosen,
  is_open,
  ...(isPassing && { is_passing: true }),
})

export const signQuestion = (example: string, chosen: 'in' | 'out', is_open: boolean): Question => ({
  key: 'positive_is',
  example: shortened(example),
  options: plain(['in', 'out']),
  chosen,
  is_open,
})

export const amountsInQuestion = (example: string, chosen: 'whole' | 'minor', is_open: boolean): Question => ({
  key: 'amounts_in',
  example: shortened(example),
  options: plain(['whole', 'minor']),
  chosen,
  is_open,
})

export const edgesQuestion = (example: string, chosen: 'balances' | 'transactions', is_open: boolean): Question => ({
  key: 'edges_are',
  example: shortened(example),
  options: plain(['balances', 'transactions']),
  chosen,
  is_open,
})

export const carriedQuestion = (example: string, chosen: 'balances' | 'transactions', is_open: boolean): Question => ({
  key: 'carried_are',
  example: shortened(example),
  options: plain(['balances', 'transactions']),
  chosen,
  is_open,
})

export const undatedQuestion = (example: string, chosen: 'same_day' | 'left_out', is_open: boolean): Question => ({
  key: 'undated_are',
  example: shortened(example),
  options: plain(['same_day', 'left_out']),
  chosen,
  is_open,
})

/** Each choice with a few words of the file as it shows them. */
export function encodingQuestion(chosen: string, is_open: boolean, preview: (encoding: string) => string | null): Question {
  const all: readonly string[] = encodings.some((value) => value === chosen) ? encodings : [chosen, ...encodings]
  return {
    key: 'encoding',
    example: '',
    options: all.map((value) => ({ value, example: shortened(preview(value) ?? '') })),
    chosen,
    is_open,
  }
}
