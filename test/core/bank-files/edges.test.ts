/** Files as spreadsheets, old programs and chance make them: mended where there is one way to, else asked about or told. */
import { describe, expect, it } from 'vitest'
import { readBankFile, type Answers, type BankFile } from '../../../core/bank-files/readBankFile.ts'
import { encoded } from './codePages.ts'
import { ofxHeader, readText } from './writing.ts'

const rows = (file: BankFile) =>
  file.accounts.flatMap((account) => account.transactions.map(({ date, amount_cents, payee }) => [date, amount_cents, payee]))
const cents = (file: BankFile): number[] => rows(file).map(([, amount]) => amount as number)
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)
const read = (...lines: string[]): BankFile => readText(`${lines.join('\n')}\n`)
const readWith = (answers: Answers, ...lines: string[]): BankFile => readText(`${lines.join('\n')}\n`, answers)

describe('a shop that is called as a balance is', () => {
  const settled = (file: BankFile) => [cents(file), asked(file), codes(file)]
  it('where the column of balances changes by the row’s amount', () => {
    expect(
      settled(
        read(
          'Date,Text,Amount,Balance',
          '2025-03-13,Coffee,-5.00,995.00',
          '2025-03-14,NEW BALANCE,-80.00,915.00',
          '2025-03-15,Books,-12.99,902.01',
        ),
      ),
    ).toEqual([[-500, -8_000, -1_299], [], []])
    expect(
      settled(
        read(
          'Date,Text,Debit,Credit,Balance',
          '2025-03-15,New Balance,80.00,,507.01',
          '2025-03-14,Books,12.99,,587.01',
          '2025-03-13,Pay,,100.00,600.00',
        ),
      ),
    ).toEqual([[-8_000, -1_299, 10_000], [], []])
    expect(cents(read('Date,Text,Amount,Balance', '2025-03-14,New Balance,-80.00,915.00'))).toEqual([-8_000])
  })
  it('where the balances around all rows are apart by a sum with it', () => {
    const file = read(
      'Date,Text,Amount',
      '2025-03-12,Opening balance,1000.00',
      '2025-03-13,Coffee,-5.00',
      '2025-03-14,New Balance,-80.00',
      '2025-03-15,Books,-12.99',
      '2025-03-15,Closing balance,902.01',
    )
    expect(cents(file)).toEqual([-500, -8_000, -1_299])
  })
  it('and no more than that: rows of balances stay out', () => {
    const file = read(
      'Date,Text,Amount,Balance',
      '2025-03-12,Opening balance,1000.00,1000.00',
      '2025-03-13,Coffee,-5.00,995.00',
      '2025-03-14,Books,-12.99,982.01',
      '2025-03-15,New balance,982.01,982.01',
    )
    expect(settled(file)).toEqual([[-500, -1_299], [], ['row_is_a_balance', 'row_is_a_balance']])
    expect(cents(read('Date,Text,Amount', '2025-03-13,Coffee,-5.00', '2025-03-14,Books,-12.99', '2025-03-15,New balance,982.01'))).toEqual([
      -500, -1_299,
    ])
  })
})

describe('cells between single quotes', () => {
  it('all of them, with the delimiter and a quote within', () => {
    expect(rows(read("'Date','Payee','Amount'", "'2025-03-15','Shop, Main St','-12.99'", "'2025-03-14','Ann''s Bar','-4.00'"))).toEqual([
      ['2025-03-15', -1_299, 'Shop, Main St'],
      ['2025-03-14', -400, "Ann's Bar"],
    ])
  })
  it('the texts alone', () => {
    expect(rows(read('Date;Payee;Amount', "2025-03-15;'Shop; Main St';-12,99", "2025-03-14;'Kiosk';-4,00"))).toEqual([
      ['2025-03-15', -1_299, 'Shop; Main St'],
      ['2025-03-14', -400, 'Kiosk'],
    ])
  })
  it('names that begin or end with one stay as they are', () => {
    expect(rows(read('Date,Payee,Amount', "2025-03-15,'t Hoekje,-12.99", "2025-03-14,Cafe Jans',-4.00"))).toEqual([
      ['2025-03-15', -1_299, "'t Hoekje"],
      ['2025-03-14', -400, "Cafe Jans'"],
    ])
  })
  it('the mark by which a spreadsheet knows a text is no letter of it', () => {
    expect(rows(read('Date,Payee,Amount', "2025-03-15,'Kiosk,-12.99", "2025-03-14,'Bar,-4.00")).map(([, , payee]) => payee)).toEqual([
      'Kiosk',
      'Bar',
    ])
  })
})

describe('days as a spreadsheet counts them', () => {
  it.each([
    ['45731', '45730.25'],
    ['45731,5', '45730'],
  ])('%s', (first, second) => {
    expect(rows(read('Date;Payee;Amount', `${first};Shop;-12,99`, `${second};Kiosk;-4,00`))).toEqual([
      ['2025-03-15', -1_299, 'Shop'],
      ['2025-03-14', -400, 'Kiosk'],
    ])
  })
  it('without a line of names, in the one column that has them', () => {
    expect(rows(read('45731;Shop;-12,99', '45730;Kiosk;-4,00', '45729;Bar;-3,00')).map(([day]) => day)).toEqual([
      '2025-03-15',
      '2025-03-14',
      '2025-03-13',
    ])
  })
  it('numbers of their size beside dates are what they were', () => {
    expect(cents(read('Date;Payee;Amount', '15.03.2025;Car;-45731', '14.03.2025;Kiosk;-45000'))).toEqual([-4_573_100, -4_500_000])
  })
  it('a column of other numbers is none of days', () => {
    expect(rows(read('Date;Payee;Amount', '38731;Shop;-12,99', '39730;Kiosk;-4,00'))).toEqual([])
  })
})

describe('a text that holds the delimiter without quotes', () => {
  const usual = ['2025-03-14,Kiosk,-4.00,93.00', '2025-03-13,Bar,-3.00,97.00']
  it('is put together where the sums can be read in one way', () => {
    expect(rows(read('Date,Payee,Amount,Balance', '2025-03-15,Austin, TX store,-12.99,80.01', ...usual))).toEqual([
      ['2025-03-15', -1_299, 'Austin, TX store'],
      ['2025-03-14', -400, 'Kiosk'],
      ['2025-03-13', -300, 'Bar'],
    ])
    expect(rows(read('Date,Amount,Payee', '2025-03-15,-12.99,Austin, TX', '2025-03-14,-4.00,Kiosk', '2025-03-13,-3.00,Bar'))[0]).toEqual([
      '2025-03-15',
      -1_299,
      'Austin, TX',
    ])
    expect(
      asked(read('Date,Payee,Memo,Amount', '2025-03-15,A, B, C,x,-12.99', '2025-03-14,Kiosk,y,-4.00', '2025-03-13,Bar,z,-3.00')),
    ).toEqual([])
  })
  it('in a row far below as well', () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => `2025-03-${String((index % 28) + 1).padStart(2, '0')},Shop ${index},-${index + 1}.00`,
    )
    expect(cents(read('Date,Payee,Amount', ...many, '2025-03-15,Austin, TX,-12.99')).at(-1)).toBe(-1_299)
  })
  it.each([
    ['thousands', '2025-03-15,Office,1,200.00'],
    ['cents', '2025-03-15,Office,-5,00'],
    ['a text that ends in a number', '2025-03-15,Store, 12,-5.00'],
  ])('is left alone where it may be a sum’s own (%s)', (_, row) => {
    const file = read('Date,Payee,Amount', row, '2025-03-14,Kiosk,-4.00', '2025-03-13,Bar,-3.00')
    expect(cents(file)).not.toContain(20_000)
    expect(asked(file).length + codes(file).length).toBeGreaterThan(0)
  })
})

describe('which day', () => {
  it.each([
    ['15 มี.ค. 2568', '2025-03-15'],
    ['1 ม.ค. 68', '2025-01-01'],
    ['14 กุมภาพันธ์ 2568', '2025-02-14'],
    ['5 เม.ย. 24', '2024-04-05'],
    ['9 พ.ย. 2567', '2024-11-09'],
    ['9 พ.ค. 67', '2024-05-09'],
    ['31 ธันวาคม 2567 10:30', '2024-12-31'],
  ])('%s', (written, day) => {
    expect(rows(read('วันที่,รายการ,จำนวนเงิน', `${written},Shop,-12.99`, `${written},Kiosk,-4.00`))[0]![0]).toBe(day)
  })
  it('the days of another column, or above the table, tell the order', () => {
    const file = read('Transaction Date,Post Date,Text,Amount', '02/28/2025,03/02/2025,Shop,-12.99', '03/02/2025,03/04/2025,Kiosk,-4.00')
    expect([asked(file), rows(file)[0]![0]]).toEqual([[], '2025-03-02'])
    expect(
      rows(
        read('Statement from 01/03/2025 to 31/03/2025', '', 'Date,Text,Amount', '02/03/2025,Shop,-12.99', '04/03/2025,Kiosk,-4.00'),
      )[0]![0],
    ).toBe('2025-03-02')
    expect(asked(read('Written 2025-03-31', '', 'Date,Text,Amount', '02/03/2025,Shop,-12.99', '04/03/2025,Kiosk,-4.00'))).toEqual([
      'date_order',
    ])
  })
  it('days of one week are not the same day of several years', () => {
    expect(rows(read('Date,Text,Amount', '14/03/25,Shop,-12.99', '15/03/25,Kiosk,-4.00')).map(([day]) => day)).toEqual([
      '2025-03-14',
      '2025-03-15',
    ])
    expect(asked(read('Date,Text,Amount', '14/03/25,Shop,-12.99'))).toEqual(['date_order'])
  })
})

describe('what a word or a sign says', () => {
  it('six digits under a name for money are a sum, though they may be a day', () => {
    expect(
      cents(readWith({ currency_code: 'JPY', date_order: 'dmy' }, '日付;出金額;入金額;内容', '29/06/24;;180913;Pay', '01/07/24;5801;;Gym')),
    ).toEqual([180_913, -5_801])
  })
  it('a plus before what came in settles the minus', () => {
    const file = read('Date,Text,Amount', '2025-03-15,Shop,- $25.00', '2025-03-14,Rent from Ann,+ $40.00')
    expect([cents(file), asked(file)]).toEqual([[-2_500, 4_000], []])
  })
  it.each(['入出金(円)', '입출금액'])('%s goes either way', (name) => {
    expect(
      cents(readWith({ currency_code: 'JPY' }, `Date,${name},残高,内容`, '20250314,250000,250000,Pay', '20250315,-1299,248701,Shop')),
    ).toEqual([250_000, -1_299])
    expect(cents(readWith({ currency_code: 'JPY' }, `Date,${name},残高,内容`, '20250315,-1299,248701,Shop'))).toEqual([-1_299])
  })
  it('a state within a longer word of a script without spaces', () => {
    expect(cents(read('日期,摘要,金额,状态', '2025-03-15,店,-12.99,交易成功', '2025-03-14,店,-4.00,交易关闭'))).toEqual([-1_299])
  })
})

describe('OFX', () => {
  const ofx = (...days: string[]): BankFile =>
    readText(
      `${ofxHeader}<OFX><BANKMSGSRSV1><STMTRS><CURDEF>EUR<ACCTID>1<BANKTRANLIST>${days.map((day, index) => `<STMTTRN><DTPOSTED>${day}<TRNAMT>-${index + 1}.00<FITID>A${index}<NAME>SHOP</STMTTRN>`).join('')}</BANKTRANLIST></STMTRS></BANKMSGSRSV1></OFX>\n`,
    )
  it('days with slashes are read in the order in which all are days', () => {
    expect(rows(ofx('02/03/2025', '15/03/2025', '16/03/2025')).map(([day]) => day)).toEqual(['2025-03-02', '2025-03-15', '2025-03-16'])
    expect(rows(ofx('03/02/2025', '03/15/2025')).map(([day]) => day)).toEqual(['2025-03-02', '2025-03-15'])
  })
  it('where both orders are days, they are left out and told', () => {
    const file = ofx('02/03/2025', '04/03/2025')
    expect([rows(file), codes(file)]).toEqual([[], ['date_is_not_readable', 'date_is_not_readable']])
  })
})

describe('the code pages of old Macs', () => {
  const of = (encoding: string, header: string, ...names: string[]): BankFile =>
    readBankFile(encoded(`${header}\n${names.map((name, index) => `1${index}.06.2025;${name};-4,50`).join('\n')}\n`, encoding), 'x.csv')
  it.each([
    ['macintosh', 'Datum;Empfänger;Betrag', ['Müller Bäcker', 'Café Größe', 'Stadtwerke Köln']],
    ['macintosh', 'Date;Libellé;Montant', ['Pâtisserie Noël', 'Épicerie du château', 'Ça va']],
    ['macintosh', 'Fecha;Descripción;Importe', ['Panadería Ñu', 'Gimnasio Málaga', 'Música']],
    ['x-mac-cyrillic', 'Дата;Описание;Сумма', ['Пекарня Юг', 'Аптека на Невском', 'Рынок']],
  ])('%s: %s', (encoding, header, names) => {
    const file = of(encoding, header, ...names)
    if (!asked(file).includes('encoding')) expect([file.encoding, rows(file).map(([, , payee]) => payee)]).toEqual([encoding, names])
    expect(rows(readBankFile(encoded(`${header}\n10.06.2025;${names[0]};-4,50\n`, encoding), 'x.csv', { encoding }))[0]![2]).toBe(names[0])
  })
})

describe('camt', () => {
  const entry = (currency: string, amount: string): string =>
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-06-02</Dt></BookgDt>${currency === 'CHF' ? '' : '<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="EUR">20.00</Amt><CcyXchg><XchgRate>0.94</XchgRate></CcyXchg></InstdAmt></AmtDtls></TxDtls></NtryDtls>'}</Ntry>`
  const balance = (kind: string, amount: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="CHF">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-06-02</Dt></Dt></Bal>`
  const camt = (...parts: string[]): BankFile =>
    readText(
      `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>CH01</IBAN></Id><Ccy>CHF</Ccy></Acct>${parts.join('')}</Stmt></BkToCstmrStmt></Document>`,
    )
  it('an entry of which only a rate is told came to what the others leave of the balance', () => {
    const file = camt(balance('OPBD', '100.00'), balance('CLBD', '71.19'), entry('CHF', '10.00'), entry('EUR', '20.00'))
    expect([cents(file), file.accounts.map(({ currency, balance_agrees }) => [currency, balance_agrees])]).toEqual([
      [-1_000, -1_881],
      [['CHF', true]],
    ])
  })
  it('several of them stay in their own currency', () => {
    const file = camt(balance('OPBD', '100.00'), balance('CLBD', '71.19'), entry('EUR', '20.00'), entry('EUR', '20.00'))
    expect(file.accounts.map(({ currency, transactions }) => [currency, transactions.length])).toEqual([
      ['CHF', 0],
      ['EUR', 2],
    ])
  })
})
