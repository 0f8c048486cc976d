import { describe, expect, it } from 'vitest'
import { ofx2Header, ofxHeader, readText, told, writeCamt, writeMt940, writeOfx, writeQif, type StatementWritten } from './writing.ts'
import { told as inWords } from '../toldProblems.ts'

const statement: StatementWritten = {
  account: 'DE02120300000000202051',
  currency: 'EUR',
  balance_cents: 100_000,
  balance_date: '2026-03-31',
  transactions: [
    { date: '2026-03-30', amount_cents: -1_999, payee: 'Grocer', memo: 'Card 1234', reference: 'REF000001' },
    { date: '2026-03-31', amount_cents: 250_000, payee: 'Firm', memo: 'Pay', reference: 'REF000002' },
  ],
}
const amounts = (text: string) => told(readText(text)).map(({ date, amount_cents }) => [date, amount_cents])
const codes = (text: string) => readText(text).problems.map(({ code, path }) => [code, path])

describe('OFX as banks write it', () => {
  const body = (transaction: string, more = ''): string =>
    `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>42</BANKACCTFROM><BANKTRANLIST>${transaction}</BANKTRANLIST>${more}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  const one = '<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260330<TRNAMT>-5.00<FITID>20260330001<NAME>Shop</STMTTRN>'
  it.each([
    ['without any header', body(one)],
    ['with blank lines before its header', `\n\n\n${ofxHeader}${body(one)}`],
    ['called XML and written as SGML', ofx2Header + body(one)],
    ['in small letters', body(one.toLowerCase()).toLowerCase()],
    ['with spaces and line ends around values', body(one.replaceAll('<', '\n\t <'))],
    ['with empty tags among the others', body(one.replace('<NAME>', '<CHECKNUM></CHECKNUM><MEMO><NAME>'))],
    ['with transactions never closed', body(one.replace('</STMTTRN>', ''))],
    ['with a name in CDATA', body(one.replace('Shop', '<![CDATA[Shop]]>'))],
    ['with a comment', body(one.replace('<FITID>', '<!-- a > b --><FITID>'))],
    ['all on one line', body(one).replaceAll('\n', '')],
    ['with a day that has a time and a zone', body(one.replace('20260330<', '20260330235959.999[-5:EST]<'))],
  ])('%s', (_, text) => {
    const file = readText(text)
    expect(file.problems).toEqual([])
    expect(file.accounts).toMatchObject([{ account: '42', currency: 'USD', transactions: [{ date: '2026-03-30', amount_cents: -500 }] }])
    expect(file.accounts[0]!.transactions[0]!.payee.toLowerCase()).toBe('shop')
  })
  it('entities are read, and only those that XML has', () => {
    expect(told(readText(body(one.replace('Shop', 'A &amp; B &lt;C&gt; &#233;&#xE9; &unknown; AT&T < 5'))))[0]!.payee).toBe(
      'A & B <C> éé &unknown; AT&T < 5',
    )
  })
  it.each([
    ['-5,00', -500],
    ['+0000005.0000', 500],
    ['-1.234,56', -123_456],
    ['-1,234.56', -123_456],
    ['5', 500],
    ['-.5', -50],
    ['5.00-', -500],
  ])('the amount %s', (written, cents) => {
    expect(amounts(body(one.replace('-5.00', written)))).toEqual([['2026-03-30', cents]])
  })
  it('a fraction of a cent is rounded, and told', () => {
    const file = readText(body(one.replace('-5.00', '-115.8350')))
    expect(told(file)[0]!.amount_cents).toBe(-11_584)
    expect(file.problems).toMatchObject([{ code: 'amount_was_rounded' }])
  })
  it.each([
    ['date_is_not_readable', '<DTPOSTED>20260230', /<DTPOSTED> "20260230" of the transaction "Shop" is no day of the calendar/],
    ['date_is_not_readable', '', /the transaction "Shop" has no <DTPOSTED>/],
  ])('a wrong day is a problem with its line and tag: %s %s', (code, day, message) => {
    const file = readText(body(`\n${one.replace('<DTPOSTED>20260330', day)}\n${one}`))
    expect(inWords(file.problems)).toMatchObject([{ code, path: '/lines/2', message: expect.stringMatching(message) as string }])
    expect(told(file)).toHaveLength(1)
  })
  it('an amount that is none is a problem, and the rest is read', () => {
    expect(codes(body(`${one}\n${one.replace('-5.00', '$5')}\n${one.replace('<TRNAMT>-5.00', '')}`))).toEqual([
      ['amount_is_not_readable', '/lines/2'],
      ['amount_is_not_readable', '/lines/3'],
    ])
  })
  it('an error that the bank’s server put into the file is repeated', () => {
    const file = readText(
      `${ofxHeader}<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Signon invalid</STATUS></SONRS></SIGNONMSGSRSV1></OFX>`,
    )
    expect(file.accounts).toEqual([])
    expect(inWords(file.problems)).toMatchObject([
      { code: 'bank_reports_an_error', message: expect.stringContaining('"Signon invalid" (15500)') as string },
    ])
  })
  it('the booked balance counts, not the available one; an empty one is none', () => {
    const balances = '<LEDGERBAL><BALAMT>10.00<DTASOF>20260331</LEDGERBAL><AVAILBAL><BALAMT>510.00<DTASOF>20260331</AVAILBAL>'
    expect(readText(body(one, balances)).accounts[0]).toMatchObject({ balance_cents: 1_000, balance_date: '2026-03-31' })
    expect(
      readText(body(one, balances.replace('10.00<DTASOF>20260331</LEDGERBAL>', ' </BALAMT><DTASOF>20260331</LEDGERBAL>'))).accounts[0],
    ).not.toHaveProperty('balance_cents')
  })
  it('several accounts, and money in another currency than the account’s', () => {
    const file = readText(
      `<OFX>${body(one).slice(5, -6)}<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>CAD<CCACCTFROM><ACCTID>77</CCACCTFROM><BANKTRANLIST>${one}${one.replace('<NAME>', '<CURRENCY><CURRATE>1.3<CURSYM>USD</CURRENCY><NAME>')}</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`,
    )
    expect(file.accounts.map(({ account, currency, transactions }) => [account, currency, transactions.length])).toEqual([
      ['42', 'USD', 1],
      ['77', 'CAD', 1],
      ['77', 'USD', 1],
    ])
  })
  it('what an investment added or took in money, and no reinvestment', () => {
    const investment = (kind: string, total: string): string =>
      `<${kind}><INVTRAN><FITID>F${total}<DTTRADE>20260330120000<MEMO>note</INVTRAN><SECID><UNIQUEID>9<UNIQUEIDTYPE>CUSIP</SECID><UNITS>3<UNITPRICE>1.00<TOTAL>${total}<SUBACCTSEC>CASH</${kind}>`
    const file = readText(
      `<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>9</INVACCTFROM><INVTRANLIST>${investment('BUYMF', '-3.00')}${investment('REINVEST', '-9.00')}${investment('INCOME', '4.00')}</INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1><SECLISTMSGSRSV1><SECLIST><MFINFO><SECINFO><SECID><UNIQUEID>9</SECID><SECNAME>A Fund</SECINFO></MFINFO></SECLIST></SECLISTMSGSRSV1></OFX>`,
    )
    expect(told(file)).toEqual([
      { date: '2026-03-30', amount_cents: -300, payee: 'A Fund', memo: 'note' },
      { date: '2026-03-30', amount_cents: 400, payee: 'A Fund', memo: 'note' },
    ])
  })
  it('a file cut off keeps what is whole and says so', () => {
    const whole = writeOfx(statement)
    const cut = readText(whole.slice(0, whole.lastIndexOf('2500.00') + 4))
    expect(told(cut)).toHaveLength(1)
    expect(inWords(cut.problems)).toMatchObject([
      { code: 'file_ends_too_early', message: expect.stringContaining('in the middle of a transaction') as string },
    ])
  })
})

describe('QIF as programs write it', () => {
  const record = (day: string, amount = '-5.00'): string => `D${day}\nT${amount}\nPShop\n^\n`
  it.each([
    ["1/31'26", '2026-01-31'],
    ["1/31' 6", '2006-01-31'],
    [' 1/31/26', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    ['1/31/99', '1999-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['31/01/2026', '2026-01-31'],
    ['01-31-2026', '2026-01-31'],
  ])('the day %s', (written, day) => {
    expect(amounts(`!Type:Bank\n${record(written)}`)).toEqual([[day, -500]])
  })
  it('all dates of the file decide together which of day and month comes first', () => {
    const file = readText(`!Type:Bank\n${['03/04/2026', '05/06/2026', '25/06/2026'].map((day) => record(day)).join('')}`)
    expect(file.questions).toEqual([])
    expect(told(file).map(({ date }) => date)).toEqual(['2026-04-03', '2026-06-05', '2026-06-25'])
  })
  it('and when they can’t, it is asked', () => {
    const text = `!Type:Bank\n${['03/04/2026', '05/06/2026'].map((day) => record(day)).join('')}`
    expect(readText(text).questions).toMatchObject([{ key: 'date_order', is_open: true }])
    expect(told(readText(text, { date_order: 'mdy' })).map(({ date }) => date)).toEqual(['2026-03-04', '2026-05-06'])
    expect(readText(text, { date_order: 'mdy' }).questions).toEqual([])
  })
  it('files of one account written alike have one shape, those of other accounts or programs another', () => {
    const shape = (account: string, day: string): string => readText(`!Account\nN${account}\n^\n!Type:Bank\n${record(day)}`).shape
    expect(shape('Checking', '1/31/2026')).toBe(shape('Checking', '12/5/2025'))
    expect(new Set([shape('Checking', '1/31/2026'), shape('Card', '1/31/2026'), shape('Checking', "1/31'26")]).size).toBe(3)
  })
  it.each([
    ['-1,234.56', -123_456],
    ['-1.234,56', -123_456],
    ['1234', 123_400],
    ['-12,5', -1_250],
  ])('the amount %s', (written, cents) => {
    expect(amounts(`!Type:Bank\n${record('2026-01-31', written)}`)).toEqual([['2026-01-31', cents]])
  })
  it('several accounts, with splits, lists and investments passed over', () => {
    const file = readText(
      `!Option:AllXfr\n!Account\nNChecking\nTBank\n^\n!Type:Bank \nD1/31/2026\nT-10.00\nU-10.00\nPShop\nSFood\n$-4.00\nSHome\n$-6.00\n^\n!Account\nNCard\n^\n!Type:CCard\n${record('1/30/2026')}!Type:Cat\nNFood\nE\n^\n!Type:Invst\nD1/30/2026\nNBuy\nT99.00\n^\n`,
    )
    expect(file.accounts.map(({ account, transactions }) => [account, transactions.map(({ amount_cents }) => amount_cents)])).toEqual([
      ['Checking', [-1_000]],
      ['Card', [-500]],
    ])
    expect(file.problems).toMatchObject([{ code: 'section_is_not_read' }])
  })
  it('a day or an amount that is none is a problem at its line', () => {
    expect(codes(`!Type:Bank\n${record('2026-01-31')}${record('2026-02-31')}${record('2026-01-01', 'x')}`)).toEqual([
      ['date_is_not_readable', '/lines/6'],
      ['amount_is_not_readable', '/lines/10'],
    ])
  })
  it('a file cut off says so', () => {
    const whole = writeQif(statement)
    expect(codes(whole.slice(0, -4)).map(([code]) => code)).toEqual(['file_ends_too_early'])
  })
})

describe('camt as banks write it', () => {
  const entry = writeCamt({ ...statement, transactions: statement.transactions.slice(0, 1) })
  it('with a prefix, with comments, and days that have a time', () => {
    const prefixed = entry
      .replaceAll(/<(\/?)([A-Z])/g, '<$1ns2:$2')
      .replace('<ns2:Ntry>', '<!-- <Ntry> --><ns2:Ntry>')
      .replace('<ns2:BookgDt><ns2:Dt>2026-03-30</ns2:Dt>', '<ns2:BookgDt><ns2:DtTm>2026-03-30T23:30:00-05:00</ns2:DtTm>')
    expect(told(readText(prefixed))).toEqual([{ date: '2026-03-30', amount_cents: -1_999, payee: 'Grocer', memo: 'Card 1234' }])
  })
  it('camt.052 reports, with the interim balance', () => {
    const report = entry
      .replaceAll('Stmt>', 'Rpt>')
      .replaceAll('BkToCstmrRpt>', 'BkToCstmrAcctRpt>')
      .replace('camt.053', 'camt.052')
      .replace('CLBD', 'ITBD')
    expect(readText(report)).toMatchObject({
      problems: [],
      accounts: [{ balance_cents: 100_000, transactions: [{ amount_cents: -1_999 }] }],
    })
  })
  it('entries that are not booked yet are left out, and told', () => {
    const file = readText(writeCamt(statement).replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'))
    expect(told(file)).toHaveLength(1)
    expect(file.problems).toMatchObject([{ code: 'entry_is_not_booked' }])
  })
  it('an entry that gathers payments is told as them, when they add up to it', () => {
    const part = (amount: string, name: string): string =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Nm>${name}</Nm></Cdtr></RltdPties></TxDtls>`
    const gathered = (first: string) => entry.replace(/<TxDtls>.*<\/TxDtls>/s, part(first, 'A') + part('10.00', 'B'))
    expect(told(readText(gathered('9.99'))).map(({ amount_cents, payee }) => [amount_cents, payee])).toEqual([
      [-999, 'A'],
      [-1_000, 'B'],
    ])
    expect(told(readText(gathered('9.00'))).map(({ amount_cents }) => amount_cents)).toEqual([-1_999])
  })
  it('a payment that came back names who sent it back', () => {
    const reversal = entry.replace('<CdtDbtInd>DBIT</CdtDbtInd><Sts>', '<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>')
    expect(told(readText(reversal))).toMatchObject([{ amount_cents: 1_999, payee: 'Grocer' }])
  })
  it('an entry without a direction, an amount or a day is a problem at its line', () => {
    expect(codes(entry.replace('<CdtDbtInd>DBIT</CdtDbtInd><Sts>', '<Sts>'))).toEqual([['amount_is_not_readable', '/lines/2']])
    expect(codes(entry.replace('19.99', '1x'))).toEqual([['amount_is_not_readable', '/lines/2']])
    expect(codes(entry.replaceAll('2026-03-30', '2026-03-32'))).toEqual([['date_is_not_readable', '/lines/2']])
  })
  it('tags that do not match are a problem, and what stands between them is read', () => {
    const file = readText(writeCamt(statement).replace('</NtryDtls>', ''))
    expect(file.problems.map(({ code }) => code)).toEqual(['tag_is_out_of_place'])
    expect(told(file)).toHaveLength(2)
  })
  it('a file cut off keeps what is whole, says so, and takes no balance that may be half', () => {
    const whole = writeCamt(statement)
    const cut = readText(whole.slice(0, whole.lastIndexOf('2500.00') + 4))
    expect(told(cut)).toHaveLength(1)
    expect(cut.problems).toMatchObject([{ code: 'file_ends_too_early' }])
    expect(readText(whole.slice(0, whole.indexOf('1000.00') + 2)).accounts).not.toMatchObject([
      { balance_cents: expect.any(Number) as number },
    ])
  })
})

describe('MT940 as banks write it', () => {
  const message = (...fields: string[]): string =>
    `:20:X\n:25:12345678/1020304050\n:28C:1/1\n:60F:C260301EUR1000,00\n${fields.join('\n')}\n:62F:C260331EUR900,00\n-\n`
  it.each([
    [':61:2603300330D5,00NMSCNONREF', '2026-03-30', -500],
    [':61:260330C5,NMSC', '2026-03-30', 500],
    [':61:2603300330CR000000000005,1NTRF', '2026-03-30', 510],
    [':61:2603300330RD5,00NMSC', '2026-03-30', 500],
    [':61:2603300330RCR5,00NMSC', '2026-03-30', -500],
    [':61:2603310401DN5,00NMSC', '2026-03-31', -500],
    [':61:260330D1234567,89S051', '2026-03-30', -123_456_789],
    [':61:2603300330CR\n5,00NTRFNONREF', '2026-03-30', 500],
    [':61:990330D5.00NMSC', '1999-03-30', -500],
  ])('%s', (field, date, cents) => {
    expect(amounts(message(field))).toEqual([[date, cents]])
    expect(codes(message(field))).toEqual([])
  })
  it('who and what for, in the fields of the German banks', () => {
    const file = readText(
      message(
        ':61:2603300330D5,00NMSCNONREF',
        ':86:105?00LASTSCHRIFT?10931?20EREF+1234?21MREF+55?22SVWZ+Abschlag fuer den Strom i?23m Maerz?30BYLADEMM?31DE99?32Stadtwerke am grossen schoe?33nen See',
      ),
    )
    expect(told(file)).toEqual([
      { date: '2026-03-30', amount_cents: -500, payee: 'Stadtwerke am grossen schoenen See', memo: 'Abschlag fuer den Strom im Maerz' },
    ])
  })
  it.each([
    [
      'the words of the Dutch banks',
      ':86:/TRTP/SEPA OVERBOEKING/IBAN/NL01/BIC/RABONL2U/NAME/J Jansen/REMI/Huur\n maart/EREF/NOTPROVIDED',
      'J Jansen',
      'Huur maart',
    ],
    ['an account and a name on the first line', ':86:NL47INGB9999999999 j jansen\n\nHuur maart', 'j jansen', 'Huur maart'],
    ['numbered lines', ':NS:01Miete\n02Maerz\n15Hausverwaltung', 'Hausverwaltung', 'Miete Maerz'],
    ['text in no order', ':86:RENT MARCH', 'RENT MARCH', 'RENT MARCH'],
    ['nothing at all', '', '', ''],
  ])('in %s', (_, details, payee, memo) => {
    expect(told(readText(message(':61:2603300330D5,00NMSCNONREF', ...(details === '' ? [] : [details]))))).toMatchObject([{ payee, memo }])
  })
  it('a wrapped time is no field', () => {
    expect(told(readText(message(':61:2603300330D5,00NMSC', ':86:805?00ENTGELT?20am 2026-03-30T13', ':12:11?32Bank')))).toMatchObject([
      { payee: 'Bank', memo: 'am 2026-03-30T13:12:11' },
    ])
  })
  it('the envelope of SWIFT, and several statements, the latest balance of each account', () => {
    const two = `{1:F01BANKNL2UXXXX0000000000}{2:O940BANKNL2UXXXXN}{3:}{4:\n${message(':61:260330D5,00NMSC').replace(/-\n$/, '-}{5:}\n')}`
      .repeat(2)
      .replace(/(28C:)1\/1(?=[^]*28C)/, '$12/1')
      .replace('EUR900,00', 'EUR800,00')
    const file = readText(two)
    expect(file.problems).toEqual([])
    expect(file.accounts).toMatchObject([{ account: '12345678/1020304050', balance_date: '2026-03-31', transactions: [{}, {}] }])
  })
  it('a statement that stands in the file twice is counted once, and told', () => {
    const file = readText(message(':61:260330D5,00NMSC').repeat(2))
    expect(told(file)).toHaveLength(1)
    expect(file.problems).toMatchObject([{ code: 'statement_is_repeated', path: '/lines/8' }])
  })
  it('MT942: no opening balance, the currency from its floor limit, expected entries left out', () => {
    const file = readText(
      ':20:X\n:25:12345678\n:28C:1/1\n:34F:HUFD0,00\n:13D:2603301730+0100\n:61:2603300330D5,00NMSC\n:61:2603300330EC7,00NMSC\n:90D:1HUF5,00\n-\n',
    )
    expect(file.accounts).toMatchObject([{ currency: 'HUF', transactions: [{ amount_cents: -500 }] }])
    expect(file.problems).toMatchObject([{ code: 'entry_is_not_booked' }])
  })
  it('30 February, as banks count, takes the booking date and is told', () => {
    const file = readText(message(':61:1602300301D5,00NMSC'))
    expect(told(file)[0]!.date).toBe('2016-03-01')
    expect(inWords(file.problems)).toMatchObject([
      { code: 'date_is_not_readable', path: '/lines/5', message: expect.stringContaining('"160230"') as string },
    ])
    expect(told(readText(message(':61:1512320101D5,00NMSC')))[0]!.date).toBe('2016-01-01')
  })
  it.each([
    [':61:no transaction', 'row_is_not_readable'],
    [':61:260332D5,00NMSC', 'date_is_not_readable'],
    [':61:260330D5,0,0NMSC', 'amount_is_not_readable'],
    [':61:260330D5,00NMSC\n:25:166?00LASTSCHRIFT', 'tag_is_out_of_place'],
    [':61:260330D5,00NMSC\n:86:105?00LASTSCHRIFT?', 'tag_is_out_of_place'],
  ])('%s is a problem with its line', (field, code) => {
    expect(codes(message(':61:260329D1,00NMSC', field))[0]).toMatchObject([code, expect.stringMatching(/^\/lines\/[67]$/) as string])
  })
  it('the year may turn between value date and booking date, which written ones never do', () => {
    expect(amounts(writeMt940(statement))).toEqual([
      ['2026-03-30', -1_999],
      ['2026-03-31', 250_000],
    ])
  })
})
