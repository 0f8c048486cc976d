/** What is asked about a file, and what can be answered, in words; with an example from the file where it has one. */
import type { Say, WordId } from '../words/words.ts'
import type { ColumnRole, DateOrder, DecimalSign, Delimiter, Option, Question } from './bank-file.ts'

export function questionWords({ key, example }: Question, say: Say): string {
  switch (key) {
    case 'date_order':
      return example === '' ? say('import.ask.date_order') : say('import.ask.date_order_of', { example })
    case 'decimal':
      return example === '' ? say('import.ask.decimal') : say('import.ask.decimal_of', { example })
    case 'positive_is':
      return example === '' ? say('import.ask.positive') : say('import.ask.positive_of', { example })
    case 'amounts_in':
      return say('import.ask.amounts_in', { example })
    case 'edges_are':
      return say('import.ask.edges_are', { example })
    case 'carried_are':
      return say('import.ask.carried_are', { example })
    case 'undated_are':
      return say('import.ask.undated_are', { example })
    case 'delimiter':
      return say('import.ask.delimiter')
    case 'header_line':
      return say('import.ask.header_line')
    case 'columns':
      return say('import.ask.columns')
    case 'encoding':
      return say('import.ask.encoding')
  }
}

const decimals: Readonly<Record<DecimalSign, WordId>> = { '.': 'import.decimal.point', ',': 'import.decimal.comma' }
const delimiters: Readonly<Record<Delimiter, WordId>> = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.bar',
}

/** One of the answers; `date` writes the day that an order gives for the person who reads. */
export function optionWords(
  key: Question['key'],
  { value, example }: Option,
  say: Say,
  date: (text: string) => string = (text) => text,
): string {
  switch (key) {
    case 'date_order':
      return example === '' ? say(`import.order.${value as DateOrder}`) : `${say(`import.order.${value as DateOrder}`)} (${date(example)})`
    case 'decimal':
      return say(decimals[value as DecimalSign])
    case 'positive_is':
      return say(value === 'in' ? 'import.positive.in' : 'import.positive.out')
    case 'amounts_in':
      return say(value === 'minor' ? 'import.amounts_in.minor' : 'import.amounts_in.whole')
    case 'edges_are':
      return say(value === 'balances' ? 'import.edges_are.balances' : 'import.edges_are.transactions')
    case 'carried_are':
      return say(value === 'balances' ? 'import.carried_are.balances' : 'import.carried_are.transactions')
    case 'undated_are':
      return say(value === 'same_day' ? 'import.undated_are.same_day' : 'import.undated_are.left_out')
    case 'delimiter':
      return say(delimiters[value as Delimiter])
    case 'header_line':
      return value === null ? say('import.header.none') : say('import.header.line', { line: value })
    case 'columns':
      return roleWords(value as ColumnRole, say)
    case 'encoding':
      return example === '' ? String(value) : say('import.encoding_example', { encoding: String(value), example })
  }
}

export const roleWords = (role: ColumnRole, say: Say): string => say(`import.role.${role}`)
