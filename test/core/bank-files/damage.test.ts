import { describe, expect, it } from 'vitest'
import { limits } from '../../../core/limits.ts'
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { readText, told, writeCamt, writeCsv, writeMt940, writeOfx, writeQif, type StatementWritten } from './writing.ts'

const statement: StatementWritten = {
  account: 'DE02120300000000202051',
  currency: 'EUR',
  balance_cents: 100_000,
  balance_date: '2026-03-31',
  transactions: Array.from({ length: 3 }, (_, index) => ({
    date: `2026-03-2${index}`,
    amount_cents: -1_999 - index,
    payee: `Shop ${index}`,
    memo: 'Card, "new" & old',
    reference: `REF00000${index}`,
  })),
}
const csv = (of: StatementWritten): string =>
  writeCsv(of, { delimiter: ',', decimal: '.', group: '', order: 'ymd', header: ['Date', 'Amount', 'Payee', 'Memo'], isSplit: false })
const written: [string, string][] = [
  ['OFX 1', writeOfx(statement)],
  ['OFX 2', writeOfx(statement, 'xml')],
  ['QIF', writeQif(statement)],
  ['camt', writeCamt(statement)],
  ['MT940', writeMt940(statement)],
  ['CSV', csv(statement)],
]
const codes = (text: string): string[] => readText(text).problems.map(({ code }) => code)

describe('a file that is out to do harm', () => {
  const doctype = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>'
  it.each([
    ['OFX', writeOfx(statement, 'xml').replace('<OFX>', `${doctype}<OFX>`)],
    ['camt', writeCamt(statement).replace('<Document', `${doctype}<Document`)],
    ['camt, in the middle', writeCamt(statement).replace('<Ntry>', `${doctype.toLowerCase()}<Ntry>`)],
    ['a web page', '<!doctype html><html><table><tr><td>2026-01-01</td></tr></table></html>'],
  ])('with a DOCTYPE is refused: %s', (_, text) => {
    const file = readText(text)
    expect(file.problems.map(({ code }) => code)).toContain('file_must_not_hold_a_doctype')
    expect(told(file)).toEqual([])
  })
  it('with entities of its own gets them back as they are written', () => {
    expect(told(readText(writeOfx(statement).replace('Shop 0', '&lol2;')))[0]!.payee).toBe('&lol2;')
  })
  it('that reads a file of the machine or the net gets nothing', () => {
    const file = readText(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><Document><BkToCstmrStmt><Stmt><Id>&x;</Id></Stmt></BkToCstmrStmt></Document>',
    )
    expect(file).toMatchObject({ accounts: [], problems: [{ code: 'file_must_not_hold_a_doctype', path: '/lines/1' }] })
  })
  it('with tags a million deep stops at the hundredth', () => {
    expect(codes(`<Document><BkToCstmrStmt>${'<a>'.repeat(1_000_000)}`)).toEqual(['file_is_nested_too_deep'])
    expect(codes(`<OFX>${'<A>'.repeat(1_000_000)}`)).toEqual(['file_ends_too_early'])
  })
  it('with millions of tags in one entry stops', () => {
    expect(codes(`<Document><BkToCstmrStmt><Stmt><Ntry>${'<a/>'.repeat(1_000_000)}</Ntry></Stmt></BkToCstmrStmt></Document>`)).toEqual([
      'file_is_nested_too_deep',
    ])
  })
  it('with null characters is read around them', () => {
    for (const [, text] of written) {
      const file = readText(text.replaceAll('Shop', 'Sh\0op'))
      expect(file.problems.map(({ code }) => code)).toEqual(['file_holds_null_characters'])
      expect(told(file)).toHaveLength(3)
    }
    expect(codes('\0'.repeat(1_000_000))).toContain('file_holds_null_characters')
  })
  it('over 25 MiB is refused by its length; exactly 25 MiB is looked at', () => {
    expect(readBankFile(new Uint8Array(limits.bank_file_bytes + 1), 'x')).toMatchObject({
      accounts: [],
      problems: [{ code: 'bank_file_is_too_large' }],
    })
    expect(readBankFile(new Uint8Array(limits.bank_file_bytes).fill(120), 'x')).toMatchObject({
      problems: [{ code: 'line_is_too_long', path: '/lines/1' }],
    })
  })
  it.each([
    ['quotes without a delimiter behind', `Date,Amount,Payee\n2026-01-01,-1.00,Shop\n${'"x"y\n'.repeat(400_000)}`],
    ['quotes one after the other', `Date,Amount\n${'"a'.repeat(30_000)}\n`.repeat(20)],
    ['quotes and spaces', `Date,Amount\n"${'a"'.repeat(15_000)}${' '.repeat(15_000)}\n`.repeat(20)],
    ['empty lines', '\n'.repeat(3_000_000)],
    ['commas', `${','.repeat(60_000)}\n`.repeat(40)],
    ['numbers', '1'.repeat(2_000_000)],
    ['brackets', '<'.repeat(2_000_000)],
    ['half tags', '<a '.repeat(1_000_000)],
    ['half comments', '<OFX><!--'.repeat(300_000)],
    ['half sections', '<OFX><![CDATA['.repeat(300_000)],
    ['ampersands', `<OFX><NAME>${'&'.repeat(2_000_000)}`],
    ['colons', ':'.repeat(2_000_000)],
    ['fields', ':61:'.repeat(500_000)],
    ['lines of a field', `:20:x\n:61:269930D5,00NMSC\n:86:${'/NAME/\n'.repeat(300_000)}`],
    ['carets', '!Type:Bank\n'.concat('^\n'.repeat(1_000_000))],
    ['tabs', '\t\n'.repeat(1_000_000)],
  ])('of nothing but %s comes to an end with a problem', (_, text) => {
    expect(codes(text).length).toBeGreaterThan(0)
  })
})

describe('a file cut off anywhere', () => {
  it.each(written)('%s: never more than was whole, never another amount, never an exception', (_, text) => {
    const whole = told(readText(text))
    expect(whole).toHaveLength(3)
    for (let length = 0; length < text.length; length += 1) {
      const cut = readText(text.slice(0, length), { date_order: text.startsWith('!') ? 'mdy' : 'ymd' })
      const sums = told(cut).map(({ amount_cents }) => amount_cents)
      expect(sums).toEqual(whole.slice(0, sums.length).map(({ amount_cents }) => amount_cents))
      expect(sums.length).toBeLessThanOrEqual(3)
    }
  })
})

it('a table whose days stand now in this column, now in that one ends with a problem or a question, wherever it is cut', () => {
  for (let seed = 1; seed <= manyRuns(2_000); seed += 1) {
    const random = seeded(Math.imul(seed, 0x9e3779b1))
    const below = (bound: number): number => Math.floor(random() * bound)
    const width = 2 + below(4)
    const delimiter = [',', ';', '\t', '|'][below(4)]!
    const cell = (): string => ['2026-03-0', '6-3-', '-4.5', '7', 'Shop ', '', '"x"'][below(7)]! + String(1 + below(9))
    const rows = Array.from({ length: 1 + below(4) }, () => Array.from({ length: width - below(2) }, cell).join(delimiter))
    const text = rows.join('\n')
    for (let length = 1; length <= text.length; length += 1) {
      const file = readText(text.slice(0, length))
      expect(file.accounts.length + file.problems.length + file.questions.length, `SEED=${seed} ${text.slice(0, length)}`).toBeGreaterThan(
        0,
      )
    }
  }
})
