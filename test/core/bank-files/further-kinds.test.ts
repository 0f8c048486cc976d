/** More of the kinds of kinds.test.ts, in the words and marks of other banks. */
import { describe, expect, it } from 'vitest'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import { readBankFile, type BankFile } from '../../../core/bank-files/readBankFile.ts'
import { encoded } from './codePages.ts'
import { ofxHeader, readText } from './writing.ts'

const rows = (file: BankFile) =>
  file.accounts.flatMap((account) => account.transactions.map(({ date, amount_cents, payee }) => [date, amount_cents, payee]))
const cents = (file: BankFile): number[] => rows(file).map(([, amount]) => amount as number)
const payees = (file: BankFile): string[] => rows(file).map(([, , payee]) => payee as string)
const read = (...all: string[]): BankFile => readText(`${all.join('\n')}\n`)
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)

describe('days', () => {
  const languages =
    'es pt it fr de nl sv da nb fi et lv lt pl cs sk hu ro bg el tr ru uk hr sl sr sr-Latn bs mk sq is ca gl be ga cy mt lb th ja ko zh en-GB en-US id ms'.split(
      ' ',
    )
  it.each(languages)('the twelve months as %s writes them, long and short', (language) => {
    for (const month of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC', numberingSystem: 'latn' })
      const days = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2025, index, 13)))
      const file = read('Date;Text;Amount', ...days.map((day, index) => `${format.format(day)};Shop;-${index + 1},50`))
      expect(rows(file), format.format(days[0])).toEqual(
        days.map((day, index) => [day.toISOString().slice(0, 10), -(index + 1) * 100 - 50, 'Shop']),
      )
    }
  })
  it.each([
    ['lun. 10/02/2025', 'mar. 11/02/2025', 'mer. 12/02/2025'],
    ['lun. 10 févr. 2025', 'mar. 11 févr. 2025', 'mer. 12 févr. 2025'],
    ['lun, 10 feb 2025', 'mar, 11 feb 2025', 'mié, 12 feb 2025'],
    ['lun 10.02.2025', 'mar 11.02.2025', 'mie 12.02.2025'],
    ['Mo, 10.02.2025', 'Di, 11.02.2025', 'Mi, 12.02.2025'],
  ])('a weekday that could be a month is none before a whole day: %s, %s', (...days) => {
    expect(rows(read('Date;Text;Amount', ...days.map((day) => `${day};Shop;-4,50`))).map(([day]) => day)).toEqual([
      '2025-02-10',
      '2025-02-11',
      '2025-02-12',
    ])
  })
  it('a Tuesday in March is no month of its own', () => {
    expect(rows(read('Date;Text;Montant', 'mar 4 mar 2025;A Shop;-4,50', 'mer 5 mar 2025;B Shop;-4,50')).map(([day]) => day)).toEqual([
      '2025-03-04',
      '2025-03-05',
    ])
    expect(rows(read('Date;Text;Montant', 'Mar 4, 2025;A Shop;-4,50', 'Mar-05-2025;B Shop;-4,50')).map(([day]) => day)).toEqual([
      '2025-03-04',
      '2025-03-05',
    ])
  })
})

describe('rows and names', () => {
  it.each([
    ['Menot', 'Tulot'],
    ['Uitgaven', 'Ontvangsten'],
    ['Väljaminek', 'Sissetulek'],
  ])('%s and %s are money out and in', (out, into) => {
    const file = read(`Datum;Text;${out};${into}`, '13.02.2025;Kiosk;42,00;', '14.02.2025;Work;;3161,00', '15.02.2025;Fuel;61,35;')
    expect([cents(file), asked(file)]).toEqual([[-4_200, 316_100, -6_135], []])
  })
  it('a row of totals with both columns filled asks nothing', () => {
    const file = read('Date;Text;Debit;Credit', '13.02.2025;Kiosk;42,00;', '14.02.2025;Work;;3161,00', '15.02.2025;Total;42,00;3161,00')
    expect([cents(file), asked(file), codes(file)]).toEqual([[-4_200, 316_100], [], ['row_is_a_balance']])
  })
  it('a sum below the table, without a day, says nothing of the signs', () => {
    const file = read('Datum;Text;Belopp', '2025-02-13;Kiosk;-42,00', '2025-02-14;Work;3161,00', '2025-02-15;Fuel;-61,35', ';Summa;3057,65')
    expect([cents(file), asked(file)]).toEqual([[-4_200, 316_100, -6_135], []])
  })
  it('money put by with Alipay and a shop named as a balance are transactions; a balance of a month within the table is none', () => {
    expect(payees(read('日期,交易对方,金额', '2025-02-13,超市,-42.00', '2025-02-14,余额宝,0.35', '2025-02-15,公司,3161.00'))).toEqual([
      '超市',
      '余额宝',
      '公司',
    ])
    expect(payees(read('Date,Text,Amount', '2025-02-13,Kiosk,-42.00', '2025-02-14,NEW BALANCE,-61.35', '2025-02-15,Bus,-2.80'))).toEqual([
      'Kiosk',
      'NEW BALANCE',
      'Bus',
    ])
    expect(
      payees(read('Date,Text,Amount', '2025-02-13,Kiosk,-42.00', '2025-02-14,Balance 14/02/2025,-61.35', '2025-02-15,Bus,-2.80')),
    ).toEqual(['Kiosk', 'Bus'])
  })
  it('“Übertrag” is a balance where the last one is it and all between, and else a transfer', () => {
    const table = (...more: string[]) =>
      read('Datum;Text;Soll;Haben', '01.02.2025;Übertrag;;1.000,00', '13.02.2025;Kiosk;42,00;', '14.02.2025;Work;;3.161,00', ...more)
    expect(payees(table('28.02.2025;Neuer Kontostand;;4.119,00'))).toEqual(['Kiosk', 'Work'])
    expect(payees(table())).toEqual(['Übertrag', 'Kiosk', 'Work'])
  })
  it('a text that only some rows have names nobody where another is in all of them', () => {
    expect(
      payees(read('13/02/2025,Kiosk,-42.00,958.00', '14/02/2025,Work,3161.00,4119.00,salary', '15/02/2025,Fuel,-61.35,4057.65,petrol')),
    ).toEqual(['Kiosk', 'Work', 'Fuel'])
  })
  it('kinds of payment in several words name nobody', () => {
    expect(
      payees(
        read(
          'Data;Causale;Descrizione;Importo',
          '13/02/2025;Pagamento POS;Kiosk;-42,00',
          '14/02/2025;Bonifico;Work;3161,00',
          '15/02/2025;Pagamento carta Visa;Fuel;-61,35',
        ),
      ),
    ).toEqual(['Kiosk', 'Work', 'Fuel'])
  })
  it('the number behind a name is that name’s, in this file and in the next', () => {
    const header = 'Date,Payee,Account number,Amount (EUR)'
    const first = read(header, '2025-02-13,Kiosk,DE1100,-42.00')
    const next = readText(`${header}\n2025-03-13,Kiosk,DE1100,-42.00\n2025-03-14,Bus,DE2200,-2.80\n`, answersToKeep(first, {}))
    expect([first.accounts[0]!.account, next.accounts.length]).toEqual(['', 1])
  })
  it('A, B, C over the columns are no names: a pair that only one step of a balance could tell is asked about', () => {
    expect(asked(read('A;B;C;D;E', '13.02.2025;Kiosk;42,00;;958,00', '14.02.2025;Work;;3161,00;4119,00'))).toContain('columns')
  })
  it('two numbers of accounts beside one and the same name are two accounts', () => {
    expect(
      read(
        'Kontonummer;Buchungstag;Name;Betrag',
        '1001;13.02.2025;Kiosk;-42,00',
        '1002;14.02.2025;Kiosk;-3,00',
        '1001;15.02.2025;Kiosk;-61,35',
      ).accounts.map(({ account }) => account),
    ).toEqual(['1001', '1002'])
  })
  it.each([
    ['Processed', 'Bounced'],
    ['Verarbeitet', 'Rücklastschrift'],
  ])('rows that are “%s” count, those that are “%s” are left out', (booked, not) => {
    expect(
      cents(
        read(
          'Date;Text;Amount;State',
          `2025-06-02;Kiosk;-4,50;${booked}`,
          `2025-06-03;Bus;-2,80;${not}`,
          `2025-06-04;Gym;-20,00;${booked}`,
        ),
      ),
    ).toEqual([-450, -2_000])
  })
})

it('what was left out is told in the order of the file, whatever the reason', () => {
  const file = read(
    'Date,Text,Amount',
    '2025-06-02,Kiosk,-4.50',
    '2025-06-31,Bus,-2.80',
    '2025-06-04,Gym,abc',
    '2025-06-05,Told only,',
    '2025-06-41,Fuel,-1.00',
  )
  expect(file.problems.map(({ path }) => path)).toEqual(['/lines/3', '/lines/4', '/lines/5', '/lines/6'])
})

describe('other formats', () => {
  it('OFX: an amount with both marks has its cents behind the last, whichever the file has else', () => {
    const entry =
      '<STMTTRN><DTPOSTED>20250213<TRNAMT>-1.234,56<FITID>A1<NAME>RENT</STMTTRN><STMTTRN><DTPOSTED>20250214<TRNAMT>3161,00<FITID>A2<NAME>WORK</STMTTRN>'
    const file = readText(
      `${ofxHeader}<OFX><BANKMSGSRSV1><STMTRS><CURDEF>EUR<ACCTID>1<BANKTRANLIST>${entry}</BANKTRANLIST><LEDGERBAL><BALAMT>1,926.44<DTASOF>20250228</LEDGERBAL></STMTRS></BANKMSGSRSV1></OFX>\n`,
    )
    expect([cents(file), file.accounts[0]!.balance_cents]).toEqual([[-123_456, 316_100], 192_644])
  })
  it('XML that is none of a bank has no format', () => {
    expect(readText('<?xml version="1.0"?><rss><channel/></rss>')).toMatchObject({
      format: null,
      problems: [{ code: 'file_is_not_a_bank_file' }],
    })
  })
})

describe('code pages', () => {
  const named = (header: string, names: readonly (string | number[])[], page = 'windows-1252'): BankFile => {
    const piece = (name: string | number[]): number[] => (typeof name === 'string' ? [...encoded(name, page)] : name)
    const lines = names.map((name, index) => [...piece(`2025-02-1${index};`), ...piece(name), ...piece(`;-${index + 1},50\n`)])
    return readBankFile(Uint8Array.from([...piece(`${header}\n`), ...lines.flat()]), 'x.csv')
  }
  it.each([
    ['x-mac-ce', 'Data;Opis;Kwota', ['Żabka Łódź', 'Świeże bułki', 'Płatność']],
    ['x-mac-ce', 'Datum;Popis;Částka', ['Pekařství', 'Železářství', 'Účet']],
    ['x-mac-ce', 'Dátum;Megnevezés;Összeg', ['Pékség Kő', 'Fűtés', 'Húsbolt']],
    ['ibm850', 'Datum;Empfänger;Betrag', ['Bäckerei Müller', 'Größe', 'Straßenbahn']],
    ['ibm850', 'Date;Libellé;Montant', ['Été', 'Garçon à côté', 'Forêt']],
    ['macintosh', 'Datum;Naam;Bedrag', ['Café', 'Reünie', 'Coördinatie']],
    ['windows-1250', 'Datum;Opis;Iznos', ['Pekara Čakovec', 'Đurđevac', 'Žito']],
    ['macintosh', 'Datum;Text;Belopp', ['Mataffär Åre', 'Gården Öst', 'Smör']],
    ['koi8-u', 'Дата;Опис;Сума', ['Їжа Пекарня', 'Ґанок', 'Зарплата']],
  ])('in %s, “%s”: the letters are right, or the right page is offered', (page, header, names) => {
    const file = named(header, names, page)
    const question = file.questions.find(({ key }) => key === 'encoding')
    if (question) expect(question.options.map(({ value }) => value)).toContain(page)
    else expect(payees(file)).toEqual(names)
  })
  const bytes = (hex: string): number[] => hex.match(/../g)!.map((pair) => parseInt(pair, 16))
  it.each([
    ['Romanian Macs', 'Data;Detalii;Suma', ['42727574be72696520de6172be', 'af636f616cbe20eb6e616c74be']],
    ['Turkish Macs', 'Tarih;Aciklama;Tutar', ['46dd72dd6e2049dfdd6b', '479f6e65df20de656b6572']],
    ['Croatian Macs', 'Datum;Opis;Iznos', ['50656b61726120c8616b6f766563', 'd07572f06576616320ae69746f']],
    ['Baltic DOS', 'Data;Gavejas;Suma', ['4b6570796b6c6120b5d8756f6c6173', 'be7669657361204d6f6bd36a696d6173']],
    ['Greek DOS', 'Date;Payee;Amount', ['94a6e7a8a4a6aa20eca2a0a6aa', '86a29ca1aba8a0a1e620a89ce7a398']],
  ])('of %s, a page that is not known, no letters are guessed: it is asked', (_, header, names) => {
    expect(asked(named(header, names.map(bytes)))).toContain('encoding')
  })
  it('a letter that the language of the columns’ names does not have is asked about, however well the page fits', () => {
    expect(asked(named('Data;Opis;Kwota', [[0xfd, ...bytes('61626b61')], 'Lidl']))).toContain('encoding')
    expect(asked(named('Data;Opis;Kwota', ['Żabka', 'Śnieg'], 'windows-1250'))).not.toContain('encoding')
  })
  it('UTF-16 without its mark in any script, and the escapes of ISO-2022-JP', () => {
    const wide = (text: string): Uint8Array =>
      Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]))
    expect(payees(readBankFile(wide('วันที่;รายการ;จำนวนเงิน\n2025-02-13;ร้านขนมปัง;-42,00\n2025-02-14;ร้านยา;-61,35\n'), 'x.csv'))).toEqual([
      'ร้านขนมปัง',
      'ร้านยา',
    ])
    const [escape, end] = ['\u001b$B', '\u001b(B']
    expect(
      readText(
        `${escape}F|IU${end},${escape}FbMF${end},${escape}6b3[${end}\n2025-02-13,${escape}%Q%s20${end},-4200\n2025-02-14,${escape}LtM3${end},-300\n`,
      ).encoding,
    ).toBe('iso-2022-jp')
  })
})
