import { describe, expect, it } from 'vitest'
import { readBankFile, type BankFile } from '../../../core/bank-files/readBankFile.ts'
import { ofxHeader, readText } from './writing.ts'

const payees = (file: BankFile): string[] => file.accounts.flatMap(({ transactions }) => transactions.map(({ payee }) => payee))
const csv = (payee: string): string => `Date;Amount;Payee\n2026-03-30;-1,50;${payee}\n2026-03-31;-2,50;Shop\n`
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string, isBig: boolean, mark: boolean): Uint8Array => {
  const units = [...((mark ? '\ufeff' : '') + text)].map((letter) => letter.charCodeAt(0))
  return Uint8Array.from(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}
/** The bytes of words in a code page, by the bytes that differ from ASCII. */
const inCodePage = (text: string, bytes: Record<string, number>): Uint8Array =>
  Uint8Array.from(text, (letter) => bytes[letter] ?? letter.charCodeAt(0))

describe('letters are read as they were written', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(csv('Müller & Søn žluťoučký'))],
    ['utf-8', new TextEncoder().encode(`\ufeff${csv('Müller & Søn žluťoučký')}`)],
    ['utf-16le', utf16(csv('Müller & Søn žluťoučký'), false, true)],
    ['utf-16be', utf16(csv('Müller & Søn žluťoučký'), true, true)],
    ['utf-16le', utf16(csv('Müller & Søn žluťoučký'), false, false)],
    ['utf-16be', utf16(csv('Müller & Søn žluťoučký'), true, false)],
  ])('in %s, with and without its mark', (encoding, bytes) => {
    expect(readBankFile(bytes, 'x.csv')).toMatchObject({ encoding, problems: [] })
    expect(payees(readBankFile(bytes, 'x.csv'))).toEqual(['Müller & Søn žluťoučký', 'Shop'])
  })
  it('in the code page of the west, when that is what the letters fit', () => {
    const file = readBankFile(latin(csv('Café Müller, Søndre Gård, Peñíscola')), 'x.csv')
    expect(file.encoding).toBe('windows-1252')
    expect(payees(file)[0]).toBe('Café Müller, Søndre Gård, Peñíscola')
  })
  it('in the code page of central Europe', () => {
    const file = readBankFile(
      inCodePage(csv('Potraviny Žižkov, Dvůr Králové, Łódź'), { Ž: 0x8e, ž: 0x9e, ů: 0xf9, á: 0xe1, é: 0xe9, Ł: 0xa3, ó: 0xf3, ź: 0x9f }),
      'x.csv',
    )
    expect(file.encoding).toBe('windows-1250')
    expect(payees(file)[0]).toBe('Potraviny Žižkov, Dvůr Králové, Łódź')
  })
  it('told apart by letters that no language of the west has together, or by the currency', () => {
    const encodingOf = (text: string): string => readBankFile(latin(text), 'x.csv').encoding
    expect([
      encodingOf(csv('p\u00f8\u00edsp\u00ecvek \u00e8len\u00f9')),
      encodingOf(csv('s\u00f8ster')),
      encodingOf(csv('cr\u00e8me br\u00fbl\u00e9e')),
      encodingOf(csv('k\u00f8l').replace('Amount', 'Amount CZK')),
    ]).toEqual(['windows-1250', 'windows-1252', 'windows-1252', 'windows-1250'])
  })
  it('in the code page that DOS had there', () => {
    const file = readBankFile(inCodePage(csv('Utánvét összevont, belső átutalás'), { á: 0xa0, é: 0x82, ö: 0x94, ő: 0x8b }), 'x.csv')
    expect(file.encoding).toBe('ibm852')
    expect(payees(file)[0]).toBe('Utánvét összevont, belső átutalás')
  })
  it.each([
    ['£12.50', 'Amount'],
    ['-£1,200.00', 'Paid out (£)'],
    ['12.50 €', 'Amount'],
    ['€ 12.50', 'Amount €'],
  ])('with %s as its one sign beyond ASCII, under "%s"', (amount, name) => {
    const rows = [1, 2, 3].map((day) => `0${day} Mar 2025,Shop ${day},"${amount}"`)
    const bytes = inCodePage(['Date,Description,' + name, ...rows, ''].join('\n'), { '€': 0x80 })
    const file = readBankFile(bytes, 'x.csv')
    expect([file.encoding, file.questions.map(({ key }) => key)]).toEqual(['windows-1252', name === 'Paid out (£)' ? [] : ['positive_is']])
    expect(payees(file)).toEqual(['Shop 1', 'Shop 2', 'Shop 3'])
  })
  it('as the header says, where the bytes do not contradict it', () => {
    const ofx = (charset: string): string =>
      `${ofxHeader.replace('CHARSET:1252', `CHARSET:${charset}`)}<OFX><STMTRS><STMTTRN><DTPOSTED>20260330<TRNAMT>-1.00<NAME>Caf\u00e8</STMTTRN></STMTRS></OFX>`
    expect([
      payees(readBankFile(latin(ofx('1252')), 'x')),
      payees(readBankFile(latin(ofx('1250')), 'x')),
      payees(readBankFile(latin(ofx('ISO-8859-2')), 'x')),
    ]).toEqual([['Cafè'], ['Cafč'], ['Cafč']])
    expect(payees(readBankFile(new TextEncoder().encode(ofx('1252')), 'x'))).toEqual(['Cafè'])
    const xml = `<?xml version="1.0" encoding="ISO-8859-2"?>${ofx('NONE').slice(ofxHeader.length)}`
    expect(payees(readBankFile(latin(xml), 'x'))).toEqual(['Cafč'])
    expect(payees(readBankFile(latin(xml.replace('ISO-8859-2', 'UTF-8')), 'x'))).toEqual(['Cafè'])
  })
  it('as a person answers, who sees which letters are wrong', () => {
    const bytes = latin(csv('Caf\u00e8'))
    expect(payees(readBankFile(bytes, 'x'))[0]).toBe('Cafè')
    const file = readBankFile(bytes, 'x', { encoding: 'windows-1250' })
    expect(payees(file)[0]).toBe('Cafč')
    expect(file.understood.find(({ key }) => key === 'encoding')).toMatchObject({ chosen: 'windows-1250', is_open: false })
  })
  it('with one letter cut in two, the others stay as they are, and it is told', () => {
    const whole = new TextEncoder().encode(csv('Žluťoučký kůň příšerně úpěl ďábelské ódy').repeat(3))
    const file = readBankFile(
      whole.filter((_, index) => index !== whole.indexOf(0xc5) + 1),
      'x',
    )
    expect(file).toMatchObject({ encoding: 'utf-8', problems: [{ code: 'file_holds_unreadable_characters', path: '/lines/2' }] })
    expect(payees(file)).toContain('Žluťoučký kůň příšerně úpěl ďábelské ódy')
  })
  it('without control characters, on one line, and no longer than a text may be', () => {
    expect(payees(readText(csv(' Shop \u0007\t  of\u00a0Berlin\u200b ')))[0]).toBe('Shop of Berlin')
    expect(payees(readText(csv('é'.repeat(2_000))))[0]).toHaveLength(500)
    expect(payees(readText(csv('😀'.repeat(2_000))))[0]!.isWellFormed()).toBe(true)
  })
})
