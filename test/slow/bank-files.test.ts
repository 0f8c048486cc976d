/**
 * Real files of real banks, which the project does not carry: where they lie beside it, every date and amount that is read is
 * held against the raw text, by an extraction that knows nothing of the readers.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBankFile } from '../../core/bank-files/readBankFile.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const folder = join(import.meta.dirname, '../../../shared/data/bank-files')
const filesOf = (kind: string): [string, Uint8Array][] =>
  readdirSync(join(folder, kind)).map((name) => [name, new Uint8Array(readFileSync(join(folder, kind, name)))])

interface Seen {
  date: string
  cents: number
}

const isDay = (date: string): boolean => new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date
const inOrder = (seen: Seen[]): string[] => seen.map(({ date, cents }) => `${date} ${cents}`).toSorted()
const read = (name: string, bytes: Uint8Array): string[] =>
  inOrder(
    readBankFile(bytes, name).accounts.flatMap(({ transactions }) =>
      transactions.map(({ date, amount_cents }) => ({ date, cents: amount_cents })),
    ),
  )
const cents = (amount: string): number => Math.sign(Number(amount)) * Math.round(Math.abs(Number(amount)) * 100)

/** What a transaction of OFX says, up to the next one: its first day, its first amount. */
function crudeOfx(text: string): { seen: Seen[]; unreadable: number } {
  const parts = text.split(/<(?=STMTTRN>|INVTRAN>)/).slice(1)
  const raw = parts.map((part) => ({
    day: /<DT(?:POSTED|TRADE)>\s*(\d{8})/.exec(part)?.[1] ?? '',
    amount: (part.startsWith('STMTTRN') ? /<TRNAMT>\s*([^\s<]+)/ : /<TOTAL>\s*([^\s<]+)/).exec(part.split('</INVTRANLIST>')[0]!)?.[1],
  }))
  const withMoney = raw
    .filter((one) => one.amount !== undefined)
    .map(({ day, amount }) => ({ date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, cents: cents(amount!) }))
  const seen = withMoney.filter((one) => isDay(one.date) && !Number.isNaN(one.cents))
  return { seen, unreadable: withMoney.length - seen.length }
}

/** What the lines :61: of MT940 say: the value date, or where that is none the booking date. */
function crudeMt940(text: string): { seen: Seen[]; unreadable: number } {
  const lines = [...text.matchAll(/^:61:(\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d))?(R?)([CD])[A-Z]?\s*(\d+)[,.](\d{0,2})/gm)]
  const all = lines.map(([, year, month, day, bookedMonth, bookedDay, reversal, mark, whole, fraction]) => {
    const century = Number(year) > 69 ? '19' : '20'
    const value = `${century}${year}-${month}-${day}`
    const isOut = (mark === 'D') !== (reversal === 'R')
    return {
      isValue: isDay(value),
      date: isDay(value) ? value : `${century}${year}-${bookedMonth}-${bookedDay}`,
      cents: (isOut ? -1 : 1) * Number(whole + fraction!.padEnd(2, '0')),
    }
  })
  return { seen: all, unreadable: all.filter((one) => !one.isValue).length }
}

if (!existsSync(folder)) {
  it(`there are no real files at ${folder}, so none are read`, () => expect(existsSync(folder)).toBe(false))
} else {
  describe('OFX and QFX of real banks', () => {
    it.each(filesOf('ofx'))('%s: every date and amount as in the raw text', (name, bytes) => {
      const { seen, unreadable } = crudeOfx(new TextDecoder('latin1').decode(bytes))
      expect(read(name, bytes)).toEqual(inOrder(seen))
      const { problems } = readBankFile(bytes, name)
      expect(
        problems.filter(({ code }) => code === 'date_is_not_readable' || code === 'amount_is_not_readable').length,
      ).toBeGreaterThanOrEqual(unreadable)
      if (seen.length === 0) expect(problems.length).toBeGreaterThan(0)
    })
    it('together they hold 40 transactions', () => {
      expect(filesOf('ofx').reduce((sum, [name, bytes]) => sum + read(name, bytes).length, 0)).toBe(40)
    })
  })
  describe('MT940 and MT942 of real banks', () => {
    it.each(filesOf('mt940'))('%s: every date and amount as in the raw text', (name, bytes) => {
      const { seen, unreadable } = crudeMt940(new TextDecoder('latin1').decode(bytes))
      expect(read(name, bytes)).toEqual(inOrder(seen))
      const { problems } = readBankFile(bytes, name)
      expect(problems.filter(({ code }) => code === 'date_is_not_readable')).toHaveLength(unreadable)
      if (seen.length === 0) expect(problems.length).toBeGreaterThan(0)
    })
    it('each line :61: is one transaction', () => {
      const lines = filesOf('mt940').reduce(
        (sum, [, bytes]) => sum + (new TextDecoder('latin1').decode(bytes).match(/^:61:/gm) ?? []).length,
        0,
      )
      expect(filesOf('mt940').reduce((sum, [name, bytes]) => sum + read(name, bytes).length, 0)).toBe(lines)
    })
  })
  it.each([
    ['ofx/date_missing.ofx', /Line 33: .*no <DTPOSTED>/],
    ['ofx/decimal_error.ofx', /Line 34: <TRNAMT> "\$120"/],
    ['ofx/error_message.ofx', /General Server Error/],
    ['ofx/signon_fail.ofx', /invalid identification code/],
    ['mt940/self-provided__february_30.sta', /Line 6: :61: the value date "160230"/],
    ['mt940/betterplace__sepa_snippet_broken.sta', /Line 6: :25:/],
    ['mt940/self-provided__malformed_details.sta', /:86:/],
    ['mt940/self-provided__invalid_statement.sta', /OFX, QIF, CAMT, MT940 or CSV/],
  ])('%s, broken on purpose, gets a problem that says what and where', (path, message) => {
    const { problems } = readBankFile(new Uint8Array(readFileSync(join(folder, path))), path)
    expect(problems.map((problem) => problemText(problem, english)).join('\n')).toMatch(message)
  })
  it('every file read twice gives each transaction once', () => {
    for (const [name, bytes] of [...filesOf('ofx'), ...filesOf('mt940')]) {
      const [once, again] = [readBankFile(bytes, name), readBankFile(bytes, name)]
      expect(again).toEqual(once)
      const ids = once.accounts.flatMap(({ transactions }) => transactions.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
}
