/** Files of the largest size that is read, each of one line: whole ones, and ones of a single piece over and over. */
import { limits } from '../../core/limits.ts'
import { writeCamt, writeCsv, writeMt940, writeOfx, type StatementWritten } from '../../test/core/bank-files/writing.ts'

const size = limits.bank_file_bytes

const rowsOf = (count: number): StatementWritten => ({
  account: 'DE02120300000000202051',
  currency: 'EUR',
  balance_cents: 0,
  balance_date: '2026-03-31',
  transactions: Array.from({ length: count }, (_, index) => ({
    date: `202${index % 7}-0${1 + (index % 9)}-${10 + (index % 19)}`,
    amount_cents: -1 - (index % 99_999),
    payee: `Shop ${index % 500}`,
    memo: `Card ${index % 97}`,
    reference: `R${1_000_000 + index}`,
  })),
})

/** As many rows as make just less than the largest file. */
function largest(write: (statement: StatementWritten) => string): string {
  const each = (write(rowsOf(2_000)).length - write(rowsOf(1_000)).length) / 1_000
  return write(rowsOf(Math.floor((size / each) * 0.99)))
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, '')
const filled = (piece: string, before = ''): string => before + piece.repeat(Math.floor((size - before.length) / piece.length))

export const largeFiles: Readonly<Record<string, () => string>> = {
  'OFX 1, on one line': () => onOneLine(largest(writeOfx)),
  'OFX 2, on one line': () => onOneLine(largest((statement) => writeOfx(statement, 'xml'))),
  'camt.053, on one line': () => onOneLine(largest(writeCamt)),
  'MT940, on one line': () => onOneLine(largest(writeMt940)),
  'CSV, on one line': () =>
    onOneLine(
      largest((statement) =>
        writeCsv(statement, {
          delimiter: ',',
          decimal: '.',
          group: '',
          order: 'ymd',
          header: ['Date', 'Amount', 'Payee', 'Memo'],
          isSplit: false,
        }),
      ),
    ),
  'QIF, on one line': () => filled('D1/1/2026 T-1.00 PShop ^ ', '!Type:Bank '),
  letters: () => filled('x'),
  commas: () => filled(','),
  quotes: () => filled('"'),
  'quotes and letters': () => filled('"a'),
  spaces: () => filled(' '),
  'null characters': () => filled('\0'),
  brackets: () => filled('<'),
  'empty tags in XML': () => filled('<a/>', '<Document><BkToCstmrStmt><Stmt>'),
  'open tags in XML': () => filled('<a>', '<Document><BkToCstmrStmt><Stmt>'),
  'entries of nothing': () => filled('<Ntry/>', '<Document><BkToCstmrStmt><Stmt>'),
  'one text in XML': () => filled('a&amp;', '<Document><BkToCstmrStmt><Stmt><Ntry><Amt>'),
  'one tag of attributes': () => filled(' a="b"', '<Document><BkToCstmrStmt><Stmt><Ntry><Amt'),
  'transactions of nothing in OFX': () => filled('<STMTTRN>', '<OFX><STMTRS>'),
  'values in OFX': () => filled('<NAME>a', '<OFX><STMTRS><STMTTRN>'),
  'a field of MT940': () => filled(':61:260330D5,00NMSC ', ':20:X'),
  'letters beyond ASCII': () => 'é'.repeat(size / 2),
}

/** The same, with a line end after every few pieces: for these only time is promised. */
export const manyLines: Readonly<Record<string, () => string>> = {
  'line ends': () => filled('\n'),
  'rows of commas': () => filled(`${','.repeat(150)}\n`),
  'rows of a cell': () => filled('a\n'),
  'rows of quotes': () => filled('"x"y\n', 'Date,Amount\n2026-01-01,-1.00\n'),
  'rows that can’t be read': () => filled('x,y\n', 'Date,Amount\n2026-01-01,-1.00\n'),
  'fields of MT940': () => filled(':61:260330D5,00NMSC\n', ':20:X\n'),
  'details of MT940': () => filled('/NAME/x\n', ':20:X\n:61:260330D5,00NMSC\n:86:/NAME/\n'),
  'records of QIF': () => filled('D1/1/2026\nT-1.00\n^\n', '!Type:Bank\n'),
}
