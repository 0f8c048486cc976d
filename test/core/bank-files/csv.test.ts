import { describe, expect, it } from 'vitest'
import { optionWords, questionWords } from '../../../core/bank-files/question-words.ts'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import type { Answers, BankFile } from '../../../core/bank-files/readBankFile.ts'
import { english } from '../../../server/words/words.ts'
import { readText } from './writing.ts'
import { told as toldIn } from '../toldProblems.ts'

const rows = (file: BankFile) =>
  file.accounts.flatMap((account) => account.transactions.map(({ date, amount_cents, payee }) => [date, amount_cents, payee]))
const chosen = (file: BankFile, key: keyof Answers) => file.understood.find((question) => question.key === key)?.chosen
const roles = (file: BankFile) => (chosen(file, 'columns') as string[]).join(' ')
const lines = (...all: string[]): string => `${all.join('\n')}\n`

describe('files as banks export them', () => {
  it('a German one: account data above, semicolons, decimal commas, dots in the dates, a total below', () => {
    const file = readText(
      lines(
        '"Kontonummer:";"DE02 1203 0000 0000 2020 51 / Girokonto";',
        '',
        '"Von:";"01.03.2026";',
        '"Bis:";"31.03.2026";',
        '"Kontostand vom 31.03.2026:";"1.234,56 EUR";',
        '',
        '"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";',
        '"31.03.2026";"31.03.2026";"Lastschrift";"Stadtwerke";"Strom ""März""; Abschlag";"DE1";"BYLADEM1001";"-1.085,20";"DE99";',
        '"30.03.2026";"01.04.2026";"Gehalt";"Firma GmbH";"Lohn";"DE2";"BYLADEM1001";"3.200,00";"";',
        '"";"";"";"";"Summe";"";"";"2.114,80";"";',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-31', -108_520, 'Stadtwerke'],
      ['2026-03-30', 320_000, 'Firma GmbH'],
    ])
    expect(file.accounts).toMatchObject([
      { account: 'DE02120300000000202051', currency: 'EUR', first_date: '2026-03-30', last_date: '2026-03-31' },
    ])
    expect(file.accounts[0]!.transactions[0]!.memo).toContain('Strom "März"; Abschlag')
    expect(chosen(file, 'header_line')).toBe(7)
    expect(file.questions).toEqual([])
    expect(file.problems).toMatchObject([{ code: 'date_is_not_readable', path: '/lines/10' }])
  })
  it.each([
    ['"Kreditkarte:";"4998 **** **** 1234 Kreditkarte";', '1234'],
    ['"Card";"XXXX-XXXX-XXXX-0042";', '0042'],
    ['"Karte";"••••7781";', '7781'],
    ['"Umsätze vom";"01.03.2026";', undefined],
    ['"4998 **** **** 1234";"4998 **** **** 5678";', undefined],
  ])('a card’s, whose number stands half hidden above the table: %s ends in %s', (above, ends_in) => {
    const file = readText(
      lines(
        above,
        '',
        '"Belegdatum";"Beschreibung";"Betrag (EUR)";',
        '"31.03.2026";"Stadtwerke";"-85,20";',
        '"30.03.2026";"Kino";"-12,00";',
      ),
    )
    expect(file.accounts.map((one) => [one.account, one.ends_in])).toEqual([['', ends_in]])
  })
  it('an American checking account: month first, told by the days above 12', () => {
    const file = readText(
      lines(
        'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #',
        'DEBIT,03/30/2026,"ORIG CO NAME:ELECTRIC, INC",-85.20,ACH_DEBIT,1914.80,,',
        'CREDIT,03/02/2026,PAYROLL,2000.00,ACH_CREDIT,2000.00,,',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -8_520, 'ORIG CO NAME:ELECTRIC, INC'],
      ['2026-03-02', 200_000, 'PAYROLL'],
    ])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 191_480, balance_date: '2026-03-30', currency: null })
  })
  it('one without a header: date, amount, a star, nothing, the payee', () => {
    const file = readText(
      lines(
        '"03/30/2026","-12.50","*","","COFFEE SHOP"',
        '"03/29/2026","-7.00","*","","BAKERY"',
        '"03/28/2026","1500.00","*","","EMPLOYER"',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -1_250, 'COFFEE SHOP'],
      ['2026-03-29', -700, 'BAKERY'],
      ['2026-03-28', 150_000, 'EMPLOYER'],
    ])
    expect(chosen(file, 'header_line')).toBe(null)
  })
  it('a Dutch one: no signs, Af and Bij beside the amount, days without marks', () => {
    const file = readText(
      lines(
        '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"',
        '"20260330";"Albert Heijn";"NL01INGB0001234567";"";"BA";"Af";"45,10";"Betaalautomaat";"Pas 001"',
        '"20260325";"Werkgever BV";"NL01INGB0001234567";"NL02RABO0123456789";"GT";"Bij";"2500,00";"Overschrijving";"Salaris maart"',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -4_510, 'Albert Heijn'],
      ['2026-03-25', 250_000, 'Werkgever BV'],
    ])
    expect(file.accounts).toMatchObject([{ account: 'NL01INGB0001234567', currency: 'EUR' }])
  })
  it('a British one: paid out and paid in, day first', () => {
    const file = readText(
      lines(
        'Date,Type,Description,Paid out,Paid in,Balance',
        '02/03/2026,DD,COUNCIL TAX,150.00,,850.00',
        '03/03/2026,FPI,J SMITH,,20.00,870.00',
        '13/03/2026,POS,SHOP,1.50,,868.50',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-02', -15_000, 'COUNCIL TAX'],
      ['2026-03-03', 2_000, 'J SMITH'],
      ['2026-03-13', -150, 'SHOP'],
    ])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 86_850, balance_date: '2026-03-13' })
  })
  it('one whose column of money out has minus signs of its own', () => {
    const file = readText(
      lines('Date;Libellé;Débit euros;Crédit euros', '31/03/2026;EDF;-85,20;', '30/03/2026;SALAIRE;;2 000,00', '29/03/2026;LOYER;-700,00;'),
    )
    expect(rows(file)).toEqual([
      ['2026-03-31', -8_520, 'EDF'],
      ['2026-03-30', 200_000, 'SALAIRE'],
      ['2026-03-29', -70_000, 'LOYER'],
    ])
  })
  it('one with several currencies becomes an account each', () => {
    const file = readText(
      lines(
        'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
        'CARD_PAYMENT,Current,2026-03-01 10:00:00,2026-03-02 08:00:00,Ramen,-1200,0,JPY,COMPLETED,8800',
        'CARD_PAYMENT,Current,2026-03-03 10:00:00,2026-03-04 08:00:00,Bakery,-3.20,0.00,EUR,COMPLETED,96.80',
      ),
    )
    expect(
      file.accounts.map(({ currency, balance_cents, transactions }) => [
        currency,
        balance_cents,
        transactions.map(({ date, amount_cents }) => [date, amount_cents]),
      ]),
    ).toEqual([
      ['JPY', 8_800, [['2026-03-02', -1_200]]],
      ['EUR', 9_680, [['2026-03-04', -320]]],
    ])
  })
  it('a Polish one: header after a page of text, amounts with their currency, spaces between thousands', () => {
    const file = readText(
      lines(
        'mBank S.A.;',
        '#Klient;',
        'JAN NOWAK;',
        '',
        '#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;',
        '2026-03-30;"BIEDRONKA";"eKonto 1111";"Żywność";-1 145,10 PLN;;',
        '2026-03-29;"PRZELEW PRZYCHODZĄCY";"eKonto 1111";"Wpływy";4 500,00 PLN;;',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -114_510, 'BIEDRONKA'],
      ['2026-03-29', 450_000, 'PRZELEW PRZYCHODZĄCY'],
    ])
    expect(file.accounts[0]!.currency).toBe('PLN')
  })
  it('one from a spreadsheet, which says its delimiter in the first line', () => {
    expect(rows(readText(lines('sep=;', 'Date;Amount;Payee', '2026-03-30;-1,50;Shop, Inc'), {}))).toEqual([
      ['2026-03-30', -150, 'Shop, Inc'],
    ])
  })
  it('a text of a few words that could be a day, under a name for texts', () => {
    for (const memo of ["Aaa 1-0ñ' äřäßČ", 'Mar 3 2026', '12 dec 24'])
      expect(
        readText(lines('Date,Amount,Payee,Memo', `2026-03-01,-0.01,Aaa,${memo}`), { positive_is: 'in' }).accounts[0]!.transactions,
      ).toMatchObject([{ date: '2026-03-01', amount_cents: -1, payee: 'Aaa', memo }])
  })
  it('dates with names of months, in several languages', () => {
    const file = readText(
      lines(
        'Date,Description,Amount',
        '"Mar 30, 2026",A,-1.00',
        '30 März 2026,B,-1.00',
        '30-Mar-26,C,-1.00',
        '"Mon, 30 mars 2026",D,-1.00',
        '30 mei 2026 12:30,E,-1.00',
      ),
    )
    expect(rows(file).map(([date]) => date)).toEqual(['2026-03-30', '2026-03-30', '2026-03-30', '2026-03-30', '2026-05-30'])
  })
  it('the amounts of banks that write them in other ways', () => {
    const file = readText(
      lines(
        'Date\tAmount\tPayee',
        '2026-01-01\t(12.50)\ta',
        '2026-01-02\t12.50-\tb',
        '2026-01-03\t−12.50\tc',
        '2026-01-04\t$1,012.50\td',
        '2026-01-05\t12.50 DR\te',
        '2026-01-06\t12.50 CR\tf',
        '2026-01-07\t+12.50\tg',
        '2026-01-08\t-$0.05\th',
        "2026-01-09\t1'012.50\ti",
        '2026-01-10\t-.5\tj',
      ),
    )
    expect(rows(file).map(([, cents]) => cents)).toEqual([-1_250, -1_250, -1_250, 101_250, -1_250, 1_250, 1_250, -5, 101_250, -50])
  })
  it('a column of balances tells which number is the amount, even without names and upside down', () => {
    const file = readText(
      lines(
        '30.03.2026;Shop;4711.00;-10.00;90.00',
        '29.03.2026;Bakery;4711.00;-5.00;100.00',
        '28.03.2026;Pay;4711.00;55.00;105.00',
        '27.03.2026;Rent;4711.00;-50.00;50.00',
        '26.03.2026;Gift;4711.00;20.00;100.00',
      ),
    )
    expect(roles(file)).toBe('date payee ignored amount balance')
    expect(file.accounts[0]).toMatchObject({ balance_cents: 9_000, balance_date: '2026-03-30' })
  })
  it('of booking date and value date the booking date counts', () => {
    expect(
      rows(readText(lines('Valuta;Buchungsdatum;Text;Betrag', '31.03.2026;30.03.2026;Shop;-1,00', '01.04.2026;31.03.2026;Shop;-2,00'))).map(
        ([date]) => date,
      ),
    ).toEqual(['2026-03-30', '2026-03-31'])
  })
  it('a card’s, whose purchases have no minus: guessed from the few that have one, and asked', () => {
    const file = readText(
      lines(
        'Date,Description,Card Member,Account #,Amount',
        ...[1, 2, 3, 4, 5].map((day) => `03/2${day}/2026,SHOP ${day},JANE DOE,-12345,${day}.10`),
        '03/28/2026,ONLINE PAYMENT - THANK YOU,JANE DOE,-12345,-500.00',
      ),
    )
    expect(file.questions).toMatchObject([{ key: 'positive_is', chosen: 'out' }])
    expect(rows(file)[0]).toEqual(['2026-03-21', -110, 'SHOP 1'])
    expect(rows(file).at(-1)).toEqual(['2026-03-28', 50_000, 'ONLINE PAYMENT - THANK YOU'])
  })
  it('several columns name the other side: the first that is filled counts', () => {
    const file = readText(
      lines(
        'ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Payee Name,Merchant,Card Holder Full Name,Note',
        'CARD-123456789,30-03-2026,-12.50,EUR,Card transaction,,987.50,,,Lidl,Jane Doe,',
        'TRANSFER-12345,29-03-2026,1000.00,EUR,Received money,Salary,1000.00,ACME,,,,',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -1_250, 'Lidl'],
      ['2026-03-29', 100_000, 'ACME'],
    ])
    expect(file.accounts[0]!.transactions[1]!.memo).toBe('Received money Salary')
  })
  it('three columns without names: out, in and the balance', () => {
    expect(
      roles(readText(lines('03/30/2026,GROCER,45.10,,954.90', '03/29/2026,PAYROLL,,1000.00,1000.00', '03/28/2026,CAFE,2.10,,0.00'))),
    ).toBe('date payee debit credit balance')
  })
  it('a Czech one, whose message for the payee is no payee', () => {
    const file = readText(
      lines(
        '"ID pohybu";"Datum";"Objem";"Měna";"Protiúčet";"Název protiúčtu";"Název banky";"Poznámka";"Zpráva pro příjemce"',
        '"26000000001";"30.03.2026";"-1 250,00";"CZK";"123456/0100";"Jan Novák";"Komerční banka";"nájem";"byt 5"',
        '"26000000002";"29.03.2026";"35000,00";"CZK";"999/0800";"Firma s.r.o.";"Česká spořitelna";"";"výplata"',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-03-30', -125_000, 'Jan Novák'],
      ['2026-03-29', 3_500_000, 'Firma s.r.o.'],
    ])
    expect(file.accounts[0]!.transactions[0]!.memo).toBe('nájem byt 5')
  })
  it('one that leaves out empty cells at the end of a row', () => {
    const file = readText(
      lines('Date,Description,Out,In', '30/03/2026,SHOP,45.10', '29/03/2026,PAY,,1000.00', '28/03/2026,CAFE,2.10', '27/03/2026,CAFE,2.10'),
    )
    expect(rows(file).map(([, cents]) => cents)).toEqual([-4_510, 100_000, -210, -210])
    const nameless = readText(lines('30/03/2026,SHOP,45.10', '29/03/2026,PAY,,1000.00', '28/03/2026,CAFE,2.10', '27/03/2026,CAFE,2.10'))
    expect(rows(nameless).map(([, cents]) => cents)).toEqual([-4_510, 100_000, -210, -210])
  })
  it('cells may hold line breaks, and problems still name the right line', () => {
    const file = readText(lines('Date,Amount,Payee', '2026-01-01,-1.00,"two', 'lines"', '2026-01-02,nothing,Shop', '2026-01-03,-2.00,Shop'))
    expect(rows(file)).toEqual([
      ['2026-01-01', -100, 'two lines'],
      ['2026-01-03', -200, 'Shop'],
    ])
    expect(file.problems).toMatchObject([{ code: 'amount_is_not_readable', path: '/lines/4' }])
  })
})

describe('what nothing in the file settles is asked, and what was understood can be corrected', () => {
  const ambiguous = lines('Date,Amount,Payee', '03/04/2026,-10.00,Shop', '05/06/2026,20.00,Pay', '03/04/2026,-5.00,Shop')
  it('whether the day or the month comes first; the answer decides', () => {
    const file = readText(ambiguous)
    expect(file.questions).toMatchObject([
      {
        key: 'date_order',
        example: '03/04/2026',
        options: [
          { value: 'dmy', example: '2026-04-03' },
          { value: 'mdy', example: '2026-03-04' },
        ],
        is_open: true,
      },
    ])
    const [question] = file.questions
    expect(questionWords(question!, english)).toBe('Which day is "03/04/2026"?')
    expect(question!.options.map((option) => optionWords('date_order', option, english))).toEqual([
      'Day, month, year (2026-04-03)',
      'Month, day, year (2026-03-04)',
    ])
    const [asDay, asMonth] = (['dmy', 'mdy'] as const).map((date_order) => readText(ambiguous, { date_order }))
    expect(rows(asDay!).map(([date]) => date)).toEqual(['2026-04-03', '2026-06-05', '2026-04-03'])
    expect(rows(asMonth!).map(([date]) => date)).toEqual(['2026-03-04', '2026-05-06', '2026-03-04'])
    expect([asDay!.questions, asMonth!.questions]).toEqual([[], []])
  })
  it('one day above 12 anywhere settles it', () => {
    const file = readText(`${ambiguous}25/06/2026,-1.00,Shop\n`)
    expect(file.questions).toEqual([])
    expect(rows(file)[0]![0]).toBe('2026-04-03')
  })
  it('so do dates that are in order when read one way only', () => {
    const file = readText(lines('Date,Amount', '01/04/2026,-1.00', '02/04/2026,-1.00', '03/05/2026,-1.00', '01/06/2026,-1.00'))
    expect(file.questions).toEqual([])
    expect(rows(file).map(([date]) => date)).toEqual(['2026-04-01', '2026-04-02', '2026-05-03', '2026-06-01'])
  })
  it('whether 1,234 is a thousand', () => {
    const text = lines('Date;Amount;Payee', '2026-01-01;-1,234;Shop', '2026-01-01;-2,345;Shop', '2026-01-02;5,678;Pay')
    expect(readText(text).questions).toMatchObject([{ key: 'decimal' }])
    expect(rows(readText(text, { decimal: '.' })).map(([, cents]) => cents)).toEqual([-123_400, -234_500, 567_800])
    expect(rows(readText(text, { decimal: ',' })).map(([, cents]) => cents)).toEqual([-123, -235, 568])
  })
  it('whether amounts without a minus are money out, when nearly all are', () => {
    const text = lines('Date,Description,Amount', ...[1, 2, 3, 4, 5, 6].map((day) => `2026-01-0${day},Shop,${day}.00`))
    expect(readText(text).questions).toMatchObject([{ key: 'positive_is', chosen: 'in' }])
    expect(rows(readText(text, { positive_is: 'out' }))[0]).toEqual(['2026-01-01', -100, 'Shop'])
  })
  it('which columns are which, when neither names nor numbers tell', () => {
    const text = lines('2026-01-01,Shop,5.00,7.00', '2026-01-02,Pay,6.00,1.00', '2026-01-03,Rent,8.00,3.00')
    const file = readText(text, { positive_is: 'in' })
    expect(file.questions).toMatchObject([{ key: 'columns', chosen: ['date', 'payee', 'amount', 'ignored'] }])
    expect(file.table).toMatchObject({
      header: null,
      columns: 4,
      rows: [{ line: 1, cells: ['2026-01-01', 'Shop', '5.00', '7.00'] }, { line: 2 }, { line: 3 }],
    })
    expect(rows(readText(text, { columns: ['date', 'payee', 'debit', 'credit'] })).map(([, cents]) => cents)).toEqual([200, -500, -500])
  })
  it('every choice can be made otherwise', () => {
    const text = lines('When;What;Sum', '2026-01-02;Shop|Bakery;1.000')
    expect(rows(readText(text, { decimal: ',', positive_is: 'out' }))).toEqual([['2026-01-02', -100_000, 'Shop|Bakery']])
    expect(readText(text, { delimiter: '|' }).accounts).toEqual([])
    expect(rows(readText(text, { header_line: null, columns: ['date', 'memo', 'amount'] }))).toEqual([
      ['2026-01-02', 100_000, 'Shop|Bakery'],
    ])
  })
  it('an answer that fits no file is told, and the file read as if it had not been given', () => {
    const bad = { columns: ['date', 'date', 'amount'], currency_code: 'DOLLAR', encoding: 'klingon' } as unknown as Answers
    const file = readText(lines('Date,Amount,Payee', '2026-01-01,-1.00,Shop'), bad)
    expect(file.problems.map(({ code }) => code).toSorted()).toEqual([
      'answer_does_not_fit',
      'answer_does_not_fit',
      'currency_is_not_known',
    ])
    expect(rows(file)).toEqual([['2026-01-01', -100, 'Shop']])
  })
  it('an order that the dates contradict is told, and theirs is used', () => {
    const file = readText(lines('Date,Amount', '25/03/2026,-1.00', '26/03/2026,-1.00'), { date_order: 'mdy' })
    expect(file.problems).toMatchObject([{ code: 'answer_does_not_fit' }])
    expect(rows(file).map(([date]) => date)).toEqual(['2026-03-25', '2026-03-26'])
  })
  it('answers are kept under the shape, which the next file of that bank has too', () => {
    const march = readText(lines('Date,Amount,Payee', '2026-03-01,-1.00,Shop'))
    const april = readText(lines('Date,Amount,Payee', '2026-04-01,-2.00,Bakery', '2026-04-02,5.00,Pay'))
    const other = readText(lines('Date;Amount;Payee', '2026-04-01;-2.00;Bakery'))
    expect(april.shape).toBe(march.shape)
    expect(other.shape).not.toBe(march.shape)
  })
  it('what was understood of one file is kept for the next, whose own rows would leave it open', () => {
    const march = readText(lines('Date,Amount,Payee', '25/03/2026,-1.00,Shop', '26/03/2026,-2.00,Shop'))
    const april = lines('Date,Amount,Payee', '03/04/2026,-1.00,Shop', '05/04/2026,-2.00,Shop')
    expect(readText(april).questions).toMatchObject([{ key: 'date_order' }])
    const file = readText(april, answersToKeep(march, { currency_code: 'EUR' }))
    expect(file.questions).toEqual([])
    expect(rows(file)[0]![0]).toBe('2026-04-03')
    expect(file.accounts[0]!.currency).toBe('EUR')
    expect(answersToKeep(readText(april), {})).not.toHaveProperty('date_order')
  })
  it('the currency of the plan counts where the file names none, and only there', () => {
    const yen: Answers = { currency_code: 'JPY' }
    expect(readText(lines('Date,Amount,Payee', '2026-01-01,-100,Shop'), yen).accounts[0]).toMatchObject({
      currency: 'JPY',
      transactions: [{ amount_cents: -100 }],
    })
    expect(readText(lines('Date,Amount EUR,Payee', '2026-01-01,-100,Shop'), yen).accounts[0]).toMatchObject({
      currency: 'EUR',
      transactions: [{ amount_cents: -10_000 }],
    })
  })
})

describe('a damaged table', () => {
  it('with a quote that is never closed is read line by line', () => {
    const file = readText(lines('Date,Amount,Payee', '2026-01-01,-1.00,"Shop', '2026-01-02,-2.00,"Bakery"', '2026-01-03,-3.00,5" pipe'))
    expect(rows(file)).toEqual([
      ['2026-01-01', -100, '"Shop'],
      ['2026-01-02', -200, 'Bakery'],
      ['2026-01-03', -300, '5" pipe'],
    ])
    expect(file.problems).toMatchObject([{ code: 'quote_is_out_of_place', path: '/lines/2' }])
  })
  it('that breaks off within quotes loses its last row alone', () => {
    const file = readText('Date,Amount,Payee\n2026-01-01,-1.00,"Shop, Inc"\n2026-01-02,-2.00,"Bak')
    expect(rows(file)).toEqual([['2026-01-01', -100, 'Shop, Inc']])
    expect(file.problems).toMatchObject([{ code: 'file_ends_too_early', path: '/lines/3' }])
  })
  it('says which line has no date, no amount, or neither', () => {
    const file = readText(
      lines(
        'Date,Amount,Payee',
        '2026-01-01,-1.00,Shop',
        '2026-02-30,-2.00,Shop',
        '2026-01-03,abc,Shop',
        'x,y,z',
        'Date,Amount,Payee',
        '2026-01-04,-4.00,Shop',
      ),
    )
    expect(rows(file)).toEqual([
      ['2026-01-01', -100, 'Shop'],
      ['2026-01-04', -400, 'Shop'],
    ])
    expect(file.problems.map(({ code, path }) => [code, path])).toEqual([
      ['date_is_not_readable', '/lines/3'],
      ['amount_is_not_readable', '/lines/4'],
      ['row_is_not_readable', '/lines/5'],
    ])
  })
  it('with a problem on every line lists the first hundred', () => {
    const file = readText(
      lines('Date,Amount,Payee', '2026-01-01,-1.00,Shop', ...Array.from({ length: 500 }, () => '2026-02-30,-2.00,Shop')),
    )
    expect(file.problems).toHaveLength(101)
    expect(toldIn(file.problems).at(-1)).toMatchObject({
      code: 'too_many_problems',
      message: '400 more problems like these are not listed.',
    })
  })
})
