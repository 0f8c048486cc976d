/** Rows whose cells stand in quotes, beside papaparse, and with line ends that it does not know. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { eachRow, quotingOf } from '../../../core/bank-files/csv/table.ts'
import { runs } from '../runs.ts'
import { readText, told } from './writing.ts'

const rowsOf = (text: string): { cells: string[]; line: number }[] => {
  const rows: { cells: string[]; line: number }[] = []
  eachRow(text, ',', quotingOf(text, ','), (cells, line) => {
    rows.push({ cells, line })
    return true
  })
  return rows
}

const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', ' ', 'é', ';'), maxLength: 6 })
const written = (text: string, isQuoted: boolean): string => (isQuoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const table = fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

describe('cells in quotes', () => {
  it('are what was written, each row with its line', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, newline, endsWithLine) => {
        const lines = rows.map((cells) => cells.map(([text, isQuoted]) => written(text, isQuoted)).join(','))
        const text = lines.join(newline) + (endsWithLine ? newline : '')
        fc.pre(text.includes('"') && !/(?:^|\n)\r?\n?$/.test(text) && text.includes('\n'))
        const read = rowsOf(text)
        // A carriage return behind a cell without quotes stays, and is no text.
        expect(read.map(({ cells }) => cells.map((own) => own.replace(/\r$/, '')))).toEqual(rows.map((cells) => cells.map(([own]) => own)))
        const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data
        expect(read.map(({ cells }) => cells)).toEqual(text.endsWith('\n') ? parsed.slice(0, -1) : parsed)
        const begins = lines.map((_, index) => 1 + lines.slice(0, index).reduce((sum, line) => sum + line.split('\n').length, 0))
        expect(read.map(({ line }) => line)).toEqual(begins)
      }),
      { numRuns: runs(1_000) },
    )
  })
  it('end a row before a carriage return alone, so that no row is lost in the cell above it', () => {
    const text = '"Date","Payee","Amount"\r\n"2026-03-01","Shop","-5.00"\r"2026-03-02","Baker","-2.50"\r\n"2026-03-03","Firm","900.00"\r'
    const file = readText(text)
    expect(told(file).map(({ date, amount_cents }) => [date, amount_cents])).toEqual([
      ['2026-03-01', -500],
      ['2026-03-02', -250],
      ['2026-03-03', 90_000],
    ])
    expect(file.questions).toEqual([])
    expect(file.problems).toEqual([])
  })
})
