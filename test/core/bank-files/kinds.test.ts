/** Each kind of table that was once read wrong: rows lost, signs turned, the wrong number, nobody's name. */
import { describe, expect, it } from 'vitest'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import { readBankFile, type Answers, type BankFile } from '../../../core/bank-files/readBankFile.ts'
import { encoded } from './codePages.ts'
import { ofxHeader, readText } from './writing.ts'
import { problemText } from '../../../core/problem.ts'
import { english } from '../../../server/words/words.ts'

const rows = (file: BankFile) =>
  file.accounts.flatMap((account) => account.transactions.map(({ date, amount_cents, payee }) => [date, amount_cents, payee]))
const cents = (file: BankFile): number[] => rows(file).map(([, amount]) => amount as number)
const payees = (file: BankFile): string[] => rows(file).map(([, , payee]) => payee as string)
const lines = (...all: string[]): string => `${all.join('\n')}\n`
const read = (...all: string[]): BankFile => readText(lines(...all))
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)

describe('every row with a number is accounted for', () => {
  it('money out with a minus, money in and a balance: all three are read', () => {
    const file = read(
      'Day,Text,Withdrawn,Paid in,Balance',
      '2025-06-02,Landlord,-700.00,,300.00',
      '2025-06-03,Kiosk,-4.50,,295.50',
      '2025-06-04,Bus,-2.80,,292.70',
      '2025-06-30,Office,,1500.00,1792.70',
    )
    expect(cents(file)).toEqual([-70_000, -450, -280, 150_000])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 179_270, balance_agrees: true })
    expect(file.questions).toEqual([])
  })
  it('several credits in a row do not make their column the only one', () => {
    const file = read(
      'Date;Text;In;Out;Saldo',
      '04.06.2025;Kiosk;;4,50;195,50',
      '03.06.2025;Gift;50,00;;200,00',
      '02.06.2025;Refund;20,00;;150,00',
      '01.06.2025;Office;100,00;;130,00',
    )
    expect(cents(file)).toEqual([-450, 5_000, 2_000, 10_000])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 19_550, balance_agrees: true })
  })
  it('of a pair of columns only one has a name that is known', () => {
    expect(
      cents(read('Date;Text;Utgift kort;Tillskott', '2025-06-02;Kiosk;45,00;', '2025-06-03;Office;;900,00', '2025-06-04;Bus;28,00;')),
    ).toHaveLength(3)
  })
  it('a column that this file leaves empty is kept for the next one of its make', () => {
    const header = 'Date,Text,Debit,Credit'
    const first = read(header, '2025-06-02,Kiosk,4.50,')
    const next = readText(lines(header, '2025-07-02,Kiosk,4.50,', '2025-07-03,Office,,900.00'), answersToKeep(first, {}))
    expect(cents(next)).toEqual([-450, 90_000])
  })
  it('rows above the first of the usual width are rows too', () => {
    expect(
      cents(
        read(
          '02.06.2025;Kiosk;-4,50',
          '03.06.2025;Bus;-2,80',
          '04.06.2025;Office;900,00;June',
          '05.06.2025;Rent;-700,00;June',
          '06.06.2025;Gym;-20,00;June',
        ),
      ),
    ).toEqual([-450, -280, 90_000, -70_000, -2_000])
  })
  it('a row whose number stands in a column that is not used is told, not dropped', () => {
    const file = readText(lines('Date,Text,Amount,Other', '2025-06-02,Kiosk,-4.50,', '2025-06-03,Bus,-2.80,', '2025-06-04,Gym,,20.00'), {
      columns: ['date', 'payee', 'amount', 'ignored'],
    })
    expect(cents(file)).toEqual([-450, -280])
    expect(file.problems).toMatchObject([{ code: 'number_is_not_used', path: '/lines/4' }])
  })
  it('amounts that do not explain the balance are asked about, with the row in doubt', () => {
    const file = read(
      'Date,Text,Amount,Balance',
      '2025-06-02,Kiosk,-4.50,95.50',
      '2025-06-03,Bus,-2.80,92.70',
      '2025-06-04,Gym,-20.00,12.70',
      '2025-06-05,Cafe,-3.00,9.70',
    )
    expect(asked(file)).toEqual(['columns'])
    expect(file.problems).toMatchObject([{ code: 'balance_does_not_agree', path: '/lines/4' }])
    expect(file.accounts[0]).toMatchObject({ balance_agrees: false })
  })
  it('rows of one day in any order explain their balances all the same', () => {
    const file = read(
      'Date,Text,Amount,Balance',
      '2025-06-01,Office,100.00,100.00',
      '2025-06-02,Bus,-2.80,92.70',
      '2025-06-02,Kiosk,-4.50,95.50',
      '2025-06-03,Gym,-20.00,72.70',
    )
    expect(file.questions).toEqual([])
    expect(file.accounts[0]).toMatchObject({ balance_agrees: true, balance_cents: 7_270 })
  })
})

describe('what the signs mean', () => {
  it.each(['Umsatz in EUR', 'Amount in USD', 'Montant en euros', 'Belopp i SEK'])('“%s” says a currency and no direction', (name) => {
    expect(cents(read(`Date;Text;${name}`, '02.06.2025;Kiosk;-4,50', '03.06.2025;Bus;-2,80', '04.06.2025;Office;900,00'))).toEqual([
      -450, -280, 90_000,
    ])
  })
  it.each([
    ['D', 'K'],
    ['Dr', 'Cr'],
    ['支出', '收入'],
    ['Borç', 'Alacak'],
    ['Obciążenie', 'Uznanie'],
    ['Debet', 'Kredit'],
    ['出金', '入金'],
    ['Расход', 'Приход'],
  ])('%s and %s beside an amount say out and in', (out, into) => {
    expect(
      cents(read('Date;Text;Amount;Way', `2025-06-02;Kiosk;4.50;${out}`, `2025-06-03;Office;900.00;${into}`, `2025-06-04;Bus;2.80;${out}`)),
    ).toEqual([-450, 90_000, -280])
  })
  it('CR beside credits alone makes the others debits, in a column of its own and in the cell', () => {
    expect(cents(read('Date,Text,Amount,Mark', '2025-06-02,Kiosk,4.50,', '2025-06-03,Bus,2.80,', '2025-06-04,Refund,9.00,CR'))).toEqual([
      -450, -280, 900,
    ])
    const file = read('Date,Text,Amount', '2025-06-02,Kiosk,4.50', '2025-06-03,Bus,2.80', '2025-06-04,Refund,9.00 CR')
    expect(cents(file)).toEqual([-450, -280, 900])
    expect(file.questions).toEqual([])
  })
  it('words count where minuses say the opposite', () => {
    expect(
      cents(
        read(
          'Date,Text,Amount,Debit/Credit',
          '2025-06-02,Kiosk,4.50,Debit',
          '2025-06-03,Bus,2.80,Debit',
          '2025-06-04,Payment,-300.00,Credit',
        ),
      ),
    ).toEqual([-450, -280, 30_000])
  })
  it('a minus beside a word that has none elsewhere is told', () => {
    const file = read(
      'Date,Text,Amount,Way',
      '2025-06-02,Kiosk,4.50,DR',
      '2025-06-03,Bus,2.80,DR',
      '2025-06-04,Kiosk,-4.50,DR',
      '2025-06-05,Office,900.00,CR',
    )
    expect(file.problems).toMatchObject([{ code: 'sign_is_in_doubt', path: '/lines/4' }])
  })
  it.each([
    [['4.50', '2.80', '12.00'], 'in'],
    [['4.50', '2.80', '12.00', '-300.00', '-9.00'], 'out'],
    [['4.50'], 'in'],
    [['4.50', '-300.00'], 'out'],
  ])('a card’s amounts %j are asked about, and the guess is not kept', (amounts, guess) => {
    const file = read('Date,Text,Amount', ...amounts.map((amount, index) => `2025-06-0${index + 1},Shop ${index},${amount}`))
    expect(file.questions).toMatchObject([{ key: 'positive_is', chosen: guess }])
    expect(answersToKeep(file, {})).not.toHaveProperty('positive_is')
    expect(answersToKeep(file, { positive_is: 'out' })).toHaveProperty('positive_is', 'out')
  })
  it('a balance settles a card’s signs, and so does pay', () => {
    const balance = read(
      'Date,Text,Amount,Balance',
      '2025-06-01,Shop A,4.50,-4.50',
      '2025-06-02,Shop B,2.80,-7.30',
      '2025-06-03,Payment,-7.30,0.00',
    )
    expect([cents(balance), balance.questions]).toEqual([[-450, -280, 730], []])
    const pay = read('Date,Text,Amount', '2025-06-01,Acme payroll,900.00', '2025-06-02,Kiosk,-4.50')
    expect([cents(pay), pay.questions]).toEqual([[90_000, -450], []])
  })
})

describe('the right number, and no row of balances', () => {
  it('the amount and the currency of a purchase abroad stand beside those of the account', () => {
    const file = read(
      'Date;Text;Betrag (EUR);Betrag (Fremdwährung);Fremdwährung',
      '2025-06-02;Hotel;-62,47;-269,10;PLN',
      '2025-06-03;Kiosk;-4,50;;',
      '2025-06-04;Bus;-2,80;-2,80;EUR',
    )
    expect([cents(file), file.accounts.map(({ currency }) => currency)]).toEqual([[-6_247, -450, -280], ['EUR']])
    const first = read(
      'Date;Original amount;Original currency;Billing amount;Billing currency;Text',
      '2025-06-02;-22,00;USD;-20,00;EUR;Cloud',
      '2025-06-03;-5,00;EUR;-5,00;EUR;Cafe',
      '2025-06-04;-7,00;EUR;-7,00;EUR;Cafe',
    )
    expect([cents(first), first.accounts.map(({ currency }) => currency)]).toEqual([[-2_000, -500, -700], ['EUR']])
  })
  it.each([
    ['Opening balance', 'Closing balance'],
    ['SALDO INIZIALE', 'SALDO FINALE'],
    ['Kontostand', 'Endsaldo'],
    ['Solde initial', 'Solde au 30/06'],
    ['Входящий остаток', 'Исходящий остаток'],
    ['前月残高', '残高'],
  ])('“%s” and “%s” are told and left out', (opening, closing) => {
    const file = read(
      'Date;Text;Debit;Credit',
      `01.06.2025;${opening};;500,00`,
      '02.06.2025;Kiosk;4,50;',
      '03.06.2025;Office;;900,00',
      `30.06.2025;${closing};;1.395,50`,
    )
    expect(rows(file)).toEqual([
      ['2025-06-02', -450, 'Kiosk'],
      ['2025-06-03', 90_000, 'Office'],
    ])
    expect(codes(file)).toEqual(['row_is_a_balance', 'row_is_a_balance'])
  })
  it('a first and a last row that are the balances around all others are known by arithmetic, whatever they are called', () => {
    const file = read(
      'Date;Text;Amount',
      '01.06.2025;Lorem;500,10',
      '02.06.2025;Kiosk;-4,50',
      '03.06.2025;Bus;-2,80',
      '04.06.2025;Gym;-20,00',
      '30.06.2025;Ipsum;472,80',
    )
    expect(cents(file)).toEqual([-450, -280, -2_000])
    expect(codes(file)).toEqual(['row_is_a_balance', 'row_is_a_balance'])
  })
  it.each(['Balance Gym', 'Saldo Kebab', 'Old Balance Shoes Ltd'])('“%s” is a shop', (name) => {
    expect(payees(read('Date,Text,Amount', `2025-06-02,${name},-4.50`, '2025-06-03,Bus,-2.80'))).toEqual([name, 'Bus'])
  })
  it('a date within words is no date', () => {
    const file = read('Date,Text,Amount', '2025-06-02,Kiosk,-4.50', '2025-06-03,Bus,-2.80', 'Balance on 30/06/2025,,92.70')
    expect(cents(file)).toEqual([-450, -280])
    expect(codes(file)).toEqual(['row_is_a_balance'])
  })
  it('a list of balances is no list of transactions', () => {
    const file = read('Datum;Buchsaldo;Valutasaldo', '02.06.2025;13,20;13,20', '03.06.2025;15,20;13,20', '04.06.2025;15,20;15,20')
    expect([rows(file), asked(file)]).toEqual([[], ['columns']])
  })
  it.each([
    ['Booked', 'Pending'],
    ['Umsatz gebucht', 'Umsatz vorgemerkt'],
    ['COMPLETED', 'REVERTED'],
    ['Geboekt', 'In behandeling'],
    ['交易成功', '已退款'],
    ['Исполнен', 'Отклонен'],
  ])('rows that are “%s” count, those that are “%s” are told and left out', (booked, not) => {
    const file = read(
      'Date,Text,Amount,State',
      `2025-06-02,Kiosk,-4.50,${booked}`,
      `2025-06-03,Bus,-2.80,${booked}`,
      `2025-06-04,Gym,-20.00,${not}`,
    )
    expect(cents(file)).toEqual([-450, -280])
    expect(file.problems).toMatchObject([{ code: 'entry_is_not_booked', path: '/lines/4' }])
  })
})

describe('who it was, and whose account', () => {
  it('a column of kinds of payment names nobody', () => {
    expect(
      payees(
        read(
          'Date,Transaction Type,Transaction Description,Amount',
          '2025-06-02,DD,NORTH POWER,-4.50',
          '2025-06-03,BGC,OFFICE PAY,900.00',
          '2025-06-04,DEB,BUS,-2.80',
        ),
      ),
    ).toEqual(['NORTH POWER', 'OFFICE PAY', 'BUS'])
  })
  it('with a column of payers and one of payees the other side counts, and not one’s own name', () => {
    const file = read(
      'Date;Zahlungspflichtiger;Zahlungsempfänger;Betrag',
      '02.06.25;Ich Selbst;Kiosk;-4,50',
      '03.06.25;Büro;Ich Selbst;900,00',
      '04.06.25;Ich Selbst;Bus;-2,80',
      '05.06.25;Ich Selbst;;-1,00',
    )
    expect(payees(file)).toEqual(['Kiosk', 'Büro', 'Bus', ''])
  })
  it('an account number names nobody where a name stands beside it', () => {
    expect(
      payees(
        read(
          'Datum;Tegenpartij;Naam;Bedrag',
          '02/06/2025;BE11 1111;Kiosk;-4,50',
          '03/06/2025;BE22 2222;Kantoor;900,00',
          '04/06/2025;BE33 3333;Bus;-2,80',
        ),
      ),
    ).toEqual(['Kiosk', 'Kantoor', 'Bus'])
  })
  it('columns that are named so and empty leave the word to the text', () => {
    expect(
      payees(
        read('Dag;Avsändare;Mottagare;Rubrik;Belopp', '2025-06-02;;;Kiosk;-4,50', '2025-06-03;;;Bus;-2,80', '2025-06-04;;;Lön;900,00'),
      ),
    ).toEqual(['Kiosk', 'Bus', 'Lön'])
  })
  it('the other side’s IBAN is not the account, in this file and in the next', () => {
    const header = 'Tag;Empfänger;IBAN;Betrag'
    const first = read(header, '02.06.2025;Kiosk;DE1100;-4,50')
    const next = readText(lines(header, '02.07.2025;Kiosk;DE1100;-4,50', '03.07.2025;Bus;DE2200;-2,80'), answersToKeep(first, {}))
    expect([first.accounts.length, first.accounts[0]!.account, next.accounts.length]).toEqual([1, '', 1])
  })
  it.each([2, 6, 60])('a column of accounts separates them in a file of %d rows', (count) => {
    const file = read(
      'Account,Date,Payee,Amount',
      ...Array.from(
        { length: count },
        (_, index) => `${index % 2 ? 'Visa' : 'Giro'},2025-06-${String((index % 28) + 1).padStart(2, '0')},Payee ${index},-${index + 1}.00`,
      ),
    )
    expect(file.accounts.map(({ account }) => account)).toEqual(['Giro', 'Visa'])
  })
})

describe('text as spreadsheets and old programs write it', () => {
  it('blanks around quotes, and ="…"', () => {
    expect(rows(read('"Date" ,"Payee" ,"Amount" ', '"2025-06-02" ,"Kiosk, North" ,"-4.50" ', ' "2025-06-03", "Bus", "-2.80"'))).toEqual([
      ['2025-06-02', -450, 'Kiosk, North'],
      ['2025-06-03', -280, 'Bus'],
    ])
    expect(
      rows(
        read(
          'Account;Date;Payee;Amount',
          '="007";="02.06.2025";="Kiosk; North";="-4,50"',
          '"=""007""";"=""03.06.2025""";"=""Bus""";"=""-2,80"""',
        ),
      ),
    ).toEqual([
      ['2025-06-02', -450, 'Kiosk; North'],
      ['2025-06-03', -280, 'Bus'],
    ])
  })
  it.each([
    ['gb18030', '日期,摘要,金额', '北京超市'],
    ['big5', '日期,摘要,金額', '臺北市場'],
    ['shift_jis', '日付,内容,金額', '東京電力サービス'],
    ['euc-jp', '日付,内容,金額', 'スーパーみなと'],
    ['euc-kr', '날짜,내용,금액', '서울마트'],
    ['windows-1251', 'Дата,Описание,Сумма', 'Магазин Восток'],
    ['koi8-r', 'Дата,Описание,Сумма', 'Аптека на углу'],
    ['windows-1253', 'Ημερομηνία,Περιγραφή,Ποσό', 'Φούρνος Θάλασσα'],
    ['windows-1254', 'Tarih,Açıklama,Tutar', 'Işık Eczanesi'],
    ['windows-1257', 'Data,Aprašymas,Suma', 'Vaistinė Žaliasis'],
    ['windows-1250', 'Datum,Popis,Částka', 'Řeznictví Dvůr'],
    ['windows-1252', 'Datum,Tekst,Beløb', 'Bageri Ærø Øst'],
  ])('in %s', (encoding, header, name) => {
    const bytes = encoded(lines(header, `2025-06-02,${name},-4.50`, `2025-06-03,${name} 2,-2.80`), encoding)
    const file = readBankFile(bytes, 'x.csv')
    expect([file.encoding, payees(file), file.questions]).toEqual([encoding, [name, `${name} 2`], []])
  })
  it('an encoding that nothing tells is asked with a preview', () => {
    const file = readBankFile(encoded(lines('2025-06-02,龜兔,-4.50', '2025-06-03,龜兔,-2.80'), 'big5'), 'x.csv')
    expect(file.questions).toMatchObject([{ key: 'encoding', is_open: true }])
    expect(file.questions[0]!.options.find(({ value }) => value === 'big5')!.example).toContain('龜兔')
  })
  it.each([
    ['3 Şubat 2025', '2025-02-03'],
    ['3. února 2025', '2025-02-03'],
    ['3 lutego 2025', '2025-02-03'],
    ['3. helmikuuta 2025', '2025-02-03'],
    ['3 φεβρουαρίου 2025', '2025-02-03'],
    ['3 февраля 2025', '2025-02-03'],
    ['3 лютого 2025', '2025-02-03'],
    ['2025 m. vasario 3 d.', '2025-02-03'],
    ['2025年2月3日', '2025-02-03'],
    ['2025년 2월 3일', '2025-02-03'],
    ['03/02/2568', '2025-02-03'],
    ['Pazartesi 3 Şubat 2025', '2025-02-03'],
    ['Stand 03.02.2025', null],
  ])('the day %s', (written, date) => {
    const file = readText(lines('Date;Payee;Amount', `${written};Kiosk;-4,50`, `${written};Bus;-2,80`), { date_order: 'dmy' } as Answers)
    expect(rows(file).map(([day]) => day)).toEqual(date === null ? [] : [date, date])
  })
  it('two digits of a year are read so that the days lie together, and the cents behind a comma put the day first', () => {
    expect(read('Date,Payee,Amount', '03/01/25,A,-1.50', '15/01/25,B,-1.50', '31/01/25,C,-1.50').questions).toEqual([])
    expect(rows(read('Date;Payee;Amount', '03/04/2025;A;-1,50', '05/04/2025;B;-1,50'))[0]![0]).toBe('2025-04-03')
  })
  it('a line below the table is no row that breaks off; a row that does is told', () => {
    const table = lines('Date,Action,Amount', '06/12/2025,KIOSK,-4.50', '06/13/2025,BUS,-2.80')
    expect(readText(`${table}\n\nDownloaded 06/15/2025 3:00 pm`).problems).toEqual([])
    expect(readText(`${table}Downloaded 06/15/2025 3:00 pm`).problems).toEqual([])
    expect(codes(readText(`${table}06/14/2025,GY`))).toEqual(['file_ends_too_early'])
  })
})

describe('the other formats', () => {
  const ofx = (...statements: string[]): string => `${ofxHeader}<OFX><BANKMSGSRSV1>${statements.join('')}</BANKMSGSRSV1></OFX>\n`
  const statement = (head: string, amounts: readonly string[], balance: string): string =>
    `<STMTRS>${head}<BANKTRANLIST>${amounts.map((amount, index) => `<STMTTRN><DTPOSTED>2025060${index + 1}<TRNAMT>${amount}<FITID>A${index}<NAME>SHOP ${index}</STMTTRN>`).join('')}</BANKTRANLIST><LEDGERBAL><BALAMT>${balance}<DTASOF>20250630</LEDGERBAL></STMTRS>`
  it('OFX: each field has its own decimal sign, also where a file mixes them', () => {
    const file = readText(ofx(statement('<CURDEF>EUR<ACCTID>1', ['-2,60', '-1234.50', '10,5'], '+749.73')))
    expect([cents(file), file.accounts[0]!.balance_cents]).toEqual([[-260, -123_450, 1_050], 74_973])
  })
  it('OFX: accounts of one number are told apart by type, and by bank', () => {
    const file = readText(
      ofx(
        statement('<CURDEF>USD<BANKID>11<ACCTID>555<ACCTTYPE>CHECKING', ['-20.00'], '140.00'),
        statement('<CURDEF>USD<BANKID>11<ACCTID>555<ACCTTYPE>SAVINGS', ['5.00'], '9000.00'),
        statement('<CURDEF>USD<BANKID>22<ACCTID>555<ACCTTYPE>CHECKING', ['7.00'], '7.00'),
      ),
    )
    expect(file.accounts.map(({ balance_cents }) => balance_cents)).toEqual([14_000, 900_000, 700])
    expect(new Set(file.accounts.map(({ account }) => account)).size).toBe(3)
  })
  it('OFX: text astray behind a tag loses nothing', () => {
    expect(
      cents(
        readText(
          ofx(
            statement('<CURDEF>EUR<ACCTID>1', ['-2.60', '-3.00'], '1.00')
              .replace('<STMTTRN>', '<STMTTRN>stray ')
              .replace('<BANKTRANLIST>', '<BANKTRANLIST>x'),
          ),
        ),
      ),
    ).toEqual([-260, -300])
  })
  it('XML that is no OFX is refused, though it has tags of the same names', () => {
    expect(
      codes(
        readText('<payments>\n<stmttrn><way>debit</way><dtposted>2025-06-02</dtposted><trnamt>11.00</trnamt></stmttrn>\n</payments>\n'),
      ),
    ).toEqual(['file_is_not_a_bank_file'])
  })
  it.each(['^', '^^', '^ '])('QIF: a record ends with %j', (end) => {
    expect(rows(readText(lines('!Type:Bank', 'D6/13/2025', 'T-12.00', 'PONE', end, 'D6/14/2025', 'T7.00', 'PTWO', end)))).toEqual([
      ['2025-06-13', -1_200, 'ONE'],
      ['2025-06-14', 700, 'TWO'],
    ])
  })
  it('QIF: a record ends where the next date begins', () => {
    expect(rows(readText(lines('!Type:Bank', 'D6/13/2025', 'T-12.00', 'PONE', 'D6/14/2025', 'T7.00', 'PTWO', '^')))).toEqual([
      ['2025-06-13', -1_200, 'ONE'],
      ['2025-06-14', 700, 'TWO'],
    ])
  })
  const message = (account: string, details: readonly string[], closing: string): string[] => [
    ':20:A',
    `:25:${account}`,
    ':28C:1',
    ':60F:C250601EUR100,00',
    ':61:2506020602D10,00NTRFNONREF',
    ...details,
    `:62F:C250602EUR${closing}`,
  ]
  it('MT940: marks of a file’s end, a dash within details, a currency behind the account', () => {
    const file = readText(
      lines(
        ...message('111EUR', [':86:KIOSK'], '90,00'),
        `\u001a${message('222 EUR', [':86:/NAME/Shop/REMI/with a dash -', '-'], '90,00').join('\n')}`,
        '-',
      ),
    )
    expect(file.accounts.map(({ account, balance_cents }) => [account, balance_cents])).toEqual([
      ['111', 9_000],
      ['222', 9_000],
    ])
    expect(payees(file)).toEqual(['KIOSK', 'Shop'])
    expect(file.problems).toEqual([])
  })
  it('MT940: NAAM: says who', () => {
    expect(
      payees(
        readText(lines(...message('111EUR', [':86:SEPA OVERBOEKING IBAN: NL01 NAAM: J Jansen', 'OMSCHRIJVING: huur juni'], '90,00'), '-')),
      ),
    ).toEqual(['J Jansen'])
  })
  const camt = (entries: string): string =>
    `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>CH01</IBAN></Id><Ccy>CHF</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>\n`
  const entry = (currency: string, amount: string, details: string): string =>
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-06-02</Dt></BookgDt>${details}</Ntry>`
  it('camt: an entry told in another currency stays in its account’s', () => {
    const file = readText(
      camt(
        entry('EUR', '20.97', '<NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="CHF">19.69</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls>') +
          entry('EUR', '10.00', '<AmtDtls><CntrValAmt><Amt Ccy="CHF">9.50</Amt></CntrValAmt></AmtDtls>'),
      ),
    )
    expect([file.accounts.map(({ currency }) => currency), cents(file)]).toEqual([['CHF'], [-1_969, -950]])
  })
  it('camt: payments with instructed amounts alone are told one by one', () => {
    const payment = (amount: string): string => `<TxDtls><AmtDtls><InstdAmt><Amt Ccy="CHF">${amount}</Amt></InstdAmt></AmtDtls></TxDtls>`
    expect(cents(readText(camt(entry('CHF', '50.00', `<NtryDtls>${payment('30.00')}${payment('20.00')}</NtryDtls>`))))).toEqual([
      -3_000, -2_000,
    ])
  })
  it('camt: a code that is no currency keeps the cents', () => {
    expect(cents(readText(camt(entry('XXX', '12.34', ''))))).toEqual([-1_234])
  })
})

describe('tables without a line of names', () => {
  it('six digits beside a date are an amount, also in the first row', () => {
    expect(
      cents(
        readText(lines('JPY\t29-03-2025\t161255\tOffice', 'JPY\t30-03-2025\t-6962\tKiosk', 'JPY\t01-04-2025\t-2995\tBus'), {
          currency_code: 'JPY',
        }),
      ),
    ).toEqual([161_255, -6_962, -2_995])
  })
  it('six digits with a mark beside a date are an amount, also in the first row of a table without names', () => {
    expect(
      cents(read('2025-01-03|160356 CR|Office|12', '2025-01-01|4470|Gym|11', '2024-12-30|8172|Cinema|10', '2024-12-28|3820|Kiosk|9')),
    ).toEqual([16_035_600, -447_000, -817_200, -382_000])
    expect(cents(read('08-01-2025\t170863 CR\tOffice\t7', '06-01-2025\t1906 DR\tGym\t6', '24-12-2024\t2697 DR\tKiosk\t5'))).toEqual([
      17_086_300, -190_600, -269_700,
    ])
  })
  it('one row with a sum and a balance, neither named: which is which is asked, though one has a group of thousands', () => {
    expect(asked(readText(lines('"A-1";"2024-05-20";"-814";"Power";"231,943"'), { currency_code: 'JPY' }))).toContain('columns')
  })
  it('two rows, each with another column filled, and a balance: the columns are asked', () => {
    expect(asked(read('02/23/2025,,1504.73,PAY,3796.78', '02/21/2025,65.39,,BURGER,2292.05'))).toContain('columns')
  })
})

describe('rows of a broken table', () => {
  it('a quote that is never closed takes nothing from the quoted cells of other lines', () => {
    const file = read(
      'Date,Text,Amount\n2025-06-02,"Kiosk, corner",-4.50\n2025-06-03,"Office ""Two""",900.00\n2025-06-04,"Bus,-2.80\n2025-06-05,"Café, ""Sol""",-7.10\n',
    )
    expect(file.accounts[0]!.transactions.map(({ payee, amount_cents }) => [payee, amount_cents])).toEqual([
      ['Kiosk, corner', -450],
      ['Office "Two"', 90_000],
      ['"Bus', -280],
      ['Café, "Sol"', -710],
    ])
    expect(file.problems.map(({ code, path }) => [code, path])).toEqual([['quote_is_out_of_place', '/lines/4']])
  })
  it('a row with a day and no amount is left out by its line', () => {
    const file = read('Date,Text,Amount\n2025-06-02,Kiosk,-4.50\n2025-06-03,Told only,\n2025-06-04,Bus,-2.80\n')
    expect(file.accounts[0]!.transactions).toHaveLength(2)
    expect(file.problems.map((found) => [found.code, problemText(found, english)])).toEqual([
      ['amount_is_not_readable', 'Line 3: the row has a date and no amount. It was left out.'],
    ])
  })
})
