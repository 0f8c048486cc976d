/** What banks of many countries write, by kind: the words, marks and orders that were once read wrong without a question. */
import { describe, expect, it } from 'vitest'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { encoded } from './codePages.ts'
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { readText } from './writing.ts'

const cents = (file: BankFile): number[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))
const days = (file: BankFile): string[] => file.accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date))
const payees = (file: BankFile): string[] => file.accounts.flatMap(({ transactions }) => transactions.map(({ payee }) => payee))
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)
const read = (...all: string[]): BankFile => readText(`${all.join('\n')}\n`)

describe('signs', () => {
  it('words for the direction, also with a dot behind them, in many languages', () => {
    const pairs = [
      ['Dr.', 'Cr.'],
      ['Çıkış', 'Giriş'],
      ['Расход', 'Доход'],
      ['Afschrijving', 'Bijschrijving'],
      ['Sortie', 'Entrée'],
      ['Saída', 'Entrada'],
      ['Výdaj', 'Příjem'],
      ['Kiadás', 'Bevétel'],
      ['(D)', '(C)'],
    ]
    for (const [out, into] of pairs) {
      const file = read(
        'Date,Text,Amount,Way',
        `2025-06-02,Kiosk,4.50,${out}`,
        `2025-06-03,Salary Office,900.00,${into}`,
        `2025-06-04,Bus,2.80,${out}`,
      )
      expect([cents(file), asked(file)], `${out} and ${into}`).toEqual([[-450, 90_000, -280], []])
    }
  })
  it('a word that says neither leaves its row out, and says so', () => {
    const file = read(
      '时间,对方,收/支,金额',
      '2025-06-02,小吃店,支出,4.50',
      '2025-06-03,公司,收入,900.00',
      '2025-06-04,银行卡,不计收支,50.00',
    )
    expect([cents(file), codes(file)]).toEqual([[-450, 90_000], ['sign_is_in_doubt']])
  })
  it('one word for all rows, beside amounts of both signs, is no word for their direction', () => {
    expect(
      cents(
        read('Date;Kind;Text;Amount', '02.06.2025;Deposit;Kiosk;-4,50', '03.06.2025;Deposit;Office;900,00', '04.06.2025;Deposit;Bus;-2,80'),
      ),
    ).toEqual([-450, 90_000, -280])
  })
  it('without any minus, pay alone does not say that all is money in', () => {
    expect(
      asked(read('Date,Text,Amount,Kind', '2025-06-02,Kiosk,4.50,aa', '2025-06-03,Salary Office,900.00,bb', '2025-06-04,Bus,2.80,aa')),
    ).toContain('positive_is')
  })
  it('payments that a card received have a minus: asked, though the sums look like an account’s', () => {
    expect(
      asked(
        read(
          'Date,Text,Amount',
          '2025-06-02,PAYMENT RECEIVED,-20.00',
          '2025-07-02,PAYMENT RECEIVED,-20.00',
          '2025-08-02,PAYMENT RECEIVED,-20.00',
          '2025-08-03,LAPTOPS,900.00',
        ),
      ),
    ).toContain('positive_is')
  })
  it('what is owed on a card rises with what is bought: asked where the words say so', () => {
    expect(
      asked(
        read(
          'Date,Text,Amount,Balance',
          '2025-06-02,KIOSK,4.50,4.50',
          '2025-06-03,BUS,2.80,7.30',
          '2025-06-20,PAYMENT THANK YOU,-7.30,0.00',
        ),
      ),
    ).toContain('positive_is')
  })
  it('balances before and after each payment: the signs are not turned', () => {
    const file = read(
      '123456\tEUR\t20250602\t300,00\t295,50\t20250602\t-4,50\tKiosk',
      '123456\tEUR\t20250603\t295,50\t1195,50\t20250603\t900,00\tOffice',
      '123456\tEUR\t20250604\t1195,50\t1192,70\t20250604\t-2,80\tBus',
    )
    expect([cents(file), file.accounts[0]!.balance_cents, asked(file)]).toEqual([[-450, 90_000, -280], 119_270, []])
  })
  it('"in account currency" is no direction', () => {
    for (const name of ['Amount in account currency', 'Betrag in Kontowährung', 'Amount in local currency'])
      expect(cents(read(`Date,Payee,${name}`, '2025-06-02,Kiosk,-4.50', '2025-06-03,Office,900.00', '2025-06-04,Bus,-2.80')), name).toEqual(
        [-450, 90_000, -280],
      )
  })
  it('pairs of columns in many languages', () => {
    const pairs = [
      ['Sortie', 'Entrée'],
      ['Kimenő összeg', 'Bejövő összeg'],
      ['Odchozí částka', 'Příchozí částka'],
      ['Išlaidos', 'Pajamos'],
      ['Plăți', 'Încasări'],
      ['Minus', 'Plus'],
      ['Saídas', 'Entradas'],
    ]
    for (const [out, into] of pairs) {
      const file = read(`Date;Text;${into};${out}`, '2025-06-02;Kiosk;;4,50', '2025-06-03;Office;900,00;', '2025-06-04;Bus;;2,80')
      expect([cents(file), asked(file)], `${out} and ${into}`).toEqual([[-450, 90_000, -280], []])
    }
  })
})

describe('rows that are none', () => {
  const states: readonly [string, string, string][] = [
    ['Stav', 'Zaúčtováno', 'Čeká na zaúčtování'],
    ['Státusz', 'Könyvelt', 'Könyvelés alatt'],
    ['Status', 'Udført', 'Venter'],
    ['Status', 'Bokförd', 'Ej bokförd'],
    ['Tila', 'Kirjattu', 'Katevaraus'],
    ['Estado', 'Efetuada', 'Cativo'],
    ['Stare', 'Finalizat', 'În așteptare'],
    ['Stato', 'Contabilizzato', 'Non contabilizzato'],
    ['Gebucht', 'Ja', 'Nein'],
    ['Booked', 'yes', 'no'],
    ['Pending', 'false', 'true'],
    ['Cleared', 'Y', 'N'],
  ]
  it('pending ones, whatever the language says', () => {
    for (const [name, booked, pending] of states) {
      const file = read(
        `Date;Payee;Amount;${name}`,
        `2025-06-02;Kiosk;-4,50;${booked}`,
        `2025-06-03;Office;900,00;${booked}`,
        `2025-06-04;Hotel;-99,00;${pending}`,
      )
      expect([cents(file), codes(file)], pending).toEqual([[-450, 90_000], ['entry_is_not_booked']])
    }
  })
  it('a state that is not known is told, and its row left out where others are booked', () => {
    const file = read(
      'Date;Payee;Amount;Status',
      '2025-06-02;Kiosk;-4,50;Booked',
      '2025-06-03;Office;900,00;Booked',
      '2025-06-04;Hotel;-99,00;Qwerty',
    )
    expect([cents(file), codes(file)]).toEqual([
      [-450, 90_000],
      ['entry_is_not_booked', 'row_state_is_not_known'],
    ])
    const none = read(
      'Date;Payee;Amount;Status',
      '2025-06-02;Kiosk;-4,50;Abc',
      '2025-06-03;Office;900,00;Abc',
      '2025-06-04;Bus;-2,80;Qwerty',
    )
    expect([cents(none), codes(none)]).toEqual([
      [-450, 90_000, -280],
      ['row_state_is_not_known', 'row_state_is_not_known'],
    ])
  })
  it('pending in place of the day, beside a day of value', () => {
    const file = read(
      'Buchungstag;Wertstellung;Text;Betrag',
      'offen;05.06.2025;Hotel;-99,00',
      '03.06.2025;04.06.2025;Office;900,00',
      '02.06.2025;03.06.2025;Kiosk;-4,50',
    )
    expect([days(file), codes(file)]).toEqual([['2025-06-03', '2025-06-02'], ['entry_is_not_booked']])
  })
  it('rows under a heading of pending ones', () => {
    const file = read(
      'Pending transactions',
      'Date,Text,Amount',
      '2025-06-05,Hotel,-99.00',
      'Posted transactions',
      '2025-06-02,Kiosk,-4.50',
      '2025-06-03,Office,900.00',
      '2025-06-04,Bus,-2.80',
    )
    expect([cents(file), codes(file)]).toEqual([[-450, 90_000, -280], ['entry_is_not_booked']])
    expect(
      cents(
        read(
          'Pending transactions are not part of this list',
          'Date,Text,Amount',
          '2025-06-02,Kiosk,-4.50',
          '2025-06-03,Office,900.00',
          '2025-06-04,Bus,-2.80',
        ),
      ),
    ).toEqual([-450, 90_000, -280])
  })
  it('sums of the others, and balances in further languages', () => {
    for (const total of ['TOTAL DES OPERATIONS', 'Summe', 'Celkem', 'Totale movimenti', 'Итого'])
      expect(
        cents(
          read(
            'Date;Text;Amount',
            '2025-06-02;Kiosk;-4,50',
            '2025-06-03;Office;900,00',
            '2025-06-04;Bus;-2,80',
            `2025-06-30;${total};892,70`,
          ),
        ),
        total,
      ).toEqual([-450, 90_000, -280])
    expect(cents(read('Date;Text;Amount', '2025-06-02;Kiosk;-4,50', '2025-06-03;Total;-40,00', '2025-06-04;Office;900,00'))).toHaveLength(3)
    for (const balance of [
      'SALDO DO DIA',
      'S A L D O',
      'SOLDE CREDITEUR AU 30/06/2025',
      'Beigu atlikums',
      'Sākuma atlikums',
      'Saldo final',
      '次月 残高',
    ])
      expect(
        cents(
          read(
            'Date;Text;Amount',
            '2025-06-02;Kiosk;-4,50',
            '2025-06-03;Office;900,00',
            `2025-06-03;${balance};1.895,50`,
            '2025-06-04;Bus;-2,80',
          ),
        ),
        balance,
      ).toEqual([-450, 90_000, -280])
  })
  it('a comma that parts a text parts its row: what can’t be put together again is asked about', () => {
    expect(
      cents(
        read(
          'Date,Payee,Amount',
          '2025-06-02,Kiosk, north,-4.50',
          '2025-06-03,Office,900.00',
          '2025-06-04,Bus,-2.80',
          '2025-06-05,Gym,-20.00',
        ),
      ),
    ).toEqual([-450, 90_000, -280, -2_000])
    expect(
      asked(
        read(
          'Date,Payee,Amount',
          '2025-06-02,Kiosk, 12,-4.50',
          '2025-06-03,Office,900.00',
          '2025-06-04,Bus,-2.80',
          '2025-06-05,Gym,-20.00',
        ),
      ),
    ).toContain('columns')
  })
})

describe('days and amounts', () => {
  it('months that Croatian names otherwise than Polish and Czech', () => {
    expect(
      days(read('Datum;Opis;Iznos', '13. lipnja 2025;Kiosk;-4,50', '14. srpnja 2025;Office;900,00', '15. listopada 2025;Bus;-2,80')),
    ).toEqual(['2025-06-13', '2025-07-14', '2025-10-15'])
    expect(
      days(read('Data;Opis;Kwota', '13 lipca 2025;Kiosk;-4,50', '14 sierpnia 2025;Office;900,00', '15 listopada 2025;Bus;-2,80')),
    ).toEqual(['2025-07-13', '2025-08-14', '2025-11-15'])
    expect(
      days(read('Datum;Popis;Částka', '13. srp 2025;Kiosk;-4,50', '14. prosince 2025;Office;900,00', '15. listopadu 2025;Bus;-2,80')),
    ).toEqual(['2025-08-13', '2025-12-14', '2025-11-15'])
  })
  it('eras of Japan, years of the Republic of China', () => {
    for (const [era, year] of [
      ['令和7年', 2025],
      ['平成31年', 2019],
      ['令和元年', 2019],
      ['昭和64年', 1989],
    ] as const)
      expect(days(read('日付,摘要,金額', `${era}1月13日,店,-450`, `${era}1月14日,給与,90000`, `${era}1月15日,駅,-280`)), era).toEqual([
        `${year}-01-13`,
        `${year}-01-14`,
        `${year}-01-15`,
      ])
    expect(days(read('日付,摘要,金額', 'R7.01.13,店,-450', 'R7.01.14,給与,90000', 'R7.01.15,駅,-280'))[0]).toBe('2025-01-13')
    expect(days(read('日期,說明,金額', '114/01/13,店,-4.50', '114/01/14,薪資,900.00', '114/01/15,車,-2.80'))).toEqual([
      '2025-01-13',
      '2025-01-14',
      '2025-01-15',
    ])
  })
  it('the day of booking before that of value, where only this one has a name that is known', () => {
    expect(
      days(
        read(
          'F. Operación;F. Valor;Concepto;Importe',
          '13/06/2025;14/06/2025;Kiosk;-4,50',
          '14/06/2025;14/06/2025;Office;900,00',
          '15/06/2025;15/06/2025;Bus;-2,80',
        ),
      ),
    ).toEqual(['2025-06-13', '2025-06-14', '2025-06-15'])
  })
  it('a spreadsheet’s marks, and currencies that stand in names and cells', () => {
    expect(cents(read('Date,Payee,Amount', "'2025-06-02,Kiosk,'-4.50", "'2025-06-03,Office,'900.00", "'2025-06-04,Bus,'-2.80"))).toEqual([
      -450, 90_000, -280,
    ])
    expect(cents(read('Date,Payee,Amount', '2025-06-02,Kiosk,=-4.50', '2025-06-03,Office,=900.00', '2025-06-04,Bus,=-2.80'))).toEqual([
      -450, 90_000, -280,
    ])
    const yen = read('日付,内容,金額(円)', '2025/06/02,店,-450', '2025/06/03,給与,90000', '2025/06/04,駅,-280')
    expect([cents(yen), yen.accounts[0]!.currency]).toEqual([[-450, 90_000, -280], 'JPY'])
    expect(cents(read('日付,内容,金額', '2025/06/02,店,"-1,450円"', '2025/06/03,給与,"90,000円"', '2025/06/04,駅,-280円'))).toEqual([
      -1_450, 90_000, -280,
    ])
    const dinars = read(
      'Date,Payee,Amount,Currency',
      '2025-06-02,Kiosk,-4.500,KWD',
      '2025-06-03,Office,900.000,KWD',
      '2025-06-04,Bus,-2.800,KWD',
    )
    expect([cents(dinars), asked(dinars)]).toEqual([[-4_500, 900_000, -2_800], []])
  })
})

describe('which number, and whose name', () => {
  it('of two sums with currencies beside them the one in one and the same currency was booked', () => {
    const file = read(
      'Date,Text,Operation sum,Operation currency,Sum,Currency',
      '2025-06-02,Hotel,-90.00,USD,-84.20,EUR',
      '2025-06-03,Office,900.00,EUR,900.00,EUR',
      '2025-06-04,Bus,-2.80,EUR,-2.80,EUR',
    )
    expect([cents(file), file.accounts.map(({ currency }) => currency), asked(file)]).toEqual([[-8_420, 90_000, -280], ['EUR'], []])
    const card = read(
      'Час,Опис,Сума (UAH),Сума в валюті операції,Валюта,Курс',
      '02.06.2025,Hotel,-84.20,-2.00,USD,42.1',
      '03.06.2025,Office,900.00,900.00,UAH,',
      '14.06.2025,Bus,-2.80,-2.80,UAH,',
    )
    expect([cents(card), card.accounts.map(({ currency }) => currency)]).toEqual([[-8_420, 90_000, -280], ['UAH']])
  })
  it('balances of two accounts or currencies in turn', () => {
    const file = read(
      'Account,Date,Text,Amount,Balance',
      'A1,2025-06-02,Kiosk,-4.50,95.50',
      'B2,2025-06-02,Interest,1.00,501.00',
      'A1,2025-06-03,Bus,-2.80,92.70',
      'B2,2025-06-03,Fee,-2.00,499.00',
    )
    expect([file.accounts.map(({ balance_cents }) => balance_cents), asked(file)]).toEqual([[9_270, 49_900], []])
  })
  it('a balance before and after, whatever they are called, one of them whole', () => {
    expect(
      cents(
        read(
          'Date;Text;Amount',
          '01.06.2025;Vorheriger Stand;1000,00',
          '02.06.2025;Kiosk;-4,50',
          '03.06.2025;Office;900,00',
          '04.06.2025;Bus;-2,80',
          '30.06.2025;Stand am Ende;1892,70',
        ),
      ),
    ).toEqual([-450, 90_000, -280])
  })
  it('rows of balances have no say in what the signs mean', () => {
    expect(
      asked(
        read(
          'Date;Text;Amount',
          '2025-06-01;Opening balance;1000,00',
          '2025-06-02;Kiosk;-4,50',
          '2025-06-03;Office;900,00',
          '2025-06-04;Bus;-2,80',
          '2025-06-30;Closing balance;1892,70',
        ),
      ),
    ).toEqual([])
  })
  it('who stands in each row, whether money comes in or goes out, is oneself', () => {
    expect(
      payees(
        read(
          'Name;Date;Text;Amount',
          'Jane Doe;02.06.2025;Kiosk;-4,50',
          'Jane Doe;03.06.2025;Office;900,00',
          'Jane Doe;04.06.2025;Bus;-2,80',
        ),
      ),
    ).toEqual(['Kiosk', 'Office', 'Bus'])
    expect(
      payees(
        read(
          'Date,From,To,Amount',
          '2025-06-02,Jane Doe,Kiosk,-4.50',
          '2025-06-03,Office,Jane Doe,900.00',
          '2025-06-04,Jane Doe,Bus,-2.80',
        ),
      ),
    ).toEqual(['Kiosk', 'Office', 'Bus'])
  })
})

describe('OFX and QIF', () => {
  const ofx = (entries: string, kind = ''): string =>
    `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>111<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>${entries}</BANKTRANLIST></STMTRS>${kind}</OFX>`
  const entry = (type: string, amount: string, more = ''): string =>
    `<STMTTRN><TRNTYPE>${type}<DTPOSTED>20250602<TRNAMT>${amount}<FITID>R${type}${amount}${more}<NAME>Kiosk</STMTTRN>`
  it('where no amount has a minus, the types say the direction, and it is told', () => {
    const file = readText(ofx(entry('DEBIT', '4.50') + entry('CREDIT', '900.00') + entry('CHECK', '2.80')))
    expect([cents(file), codes(file)]).toEqual([[-450, 90_000, -280], ['sign_is_in_doubt']])
    expect(cents(readText(ofx(entry('DEBIT', '-4.50') + entry('DEBIT', '2.00'))))).toEqual([-450, 200])
  })
  it('what corrects another stands in its place', () => {
    const file = readText(
      ofx(
        entry('DEBIT', '-4.50') +
          entry('DEBIT', '-5.50', '<CORRECTFITID>RDEBIT-4.50<CORRECTACTION>REPLACE') +
          entry('DEBIT', '-7.00') +
          entry('OTHER', '-7.00', '<CORRECTFITID>RDEBIT-7.00<CORRECTACTION>DELETE'),
      ),
    )
    expect([cents(file), codes(file)]).toEqual([[-550], ['entry_is_not_booked', 'entry_is_not_booked', 'entry_is_not_booked']])
  })
  it('a card with the number of an account is another account', () => {
    const file = readText(
      ofx(
        entry('DEBIT', '-4.50'),
        `<CCSTMTRS><CURDEF>EUR<CCACCTFROM><ACCTID>111</CCACCTFROM><BANKTRANLIST>${entry('DEBIT', '-2.80')}</BANKTRANLIST></CCSTMTRS>`,
      ),
    )
    expect(file.accounts.map(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))).toEqual([[-450], [-280]])
  })
  it('XML that only has statements of OFX’s names in it is refused', () => {
    const file = readText(
      '<?xml version="1.0"?><orders><stmtrs><stmttrn><benefit>debit</benefit><dtposted>2025-06-02</dtposted><trnamt>4.50</trnamt></stmttrn></stmtrs></orders>',
    )
    expect([cents(file), codes(file)]).toEqual([[], ['file_is_not_a_bank_file']])
  })
  it('QIF: a record without its mark ends where the next amount begins; an opening balance is none', () => {
    expect(
      cents(readText('!Type:Bank\nT-4.50\nPKiosk\nD13/06/2025\nT900.00\nPOffice\nD14/06/2025\nT-2.80\nPBus\nD15/06/2025\n^\n')),
    ).toEqual([-450, 90_000, -280])
    const file = readText('!Type:Bank\nD01/06/2025\nT500.00\nPOpening Balance\nL[Giro]\n^\nD13/06/2025\nT-4.50\nPKiosk\n^\n')
    expect([cents(file), codes(file)]).toEqual([[-450], ['row_is_a_balance']])
  })
})

/** Words of shops and pay, by language and code page, with the bank's names of columns in plain letters or its own. */
const languages: readonly [string, string, string, string][] = [
  ['windows-1253', 'Date;Payee;Amount', 'Ημερομηνία;Περιγραφή;Ποσό', 'ΔΕΗ|Φούρνος|Μισθός Μαΐου|Φαρμακείο|Ενοίκιο|Νερό'],
  ['windows-1251', 'Date;Payee;Amount', 'Дата;Описание;Сумма', 'Хлеб|Зарплата|Аптека|Вода и газ|Кафе|ЖКХ|Яблоко'],
  ['koi8-r', 'Date;Payee;Amount', 'Дата;Описание;Сумма', 'Хлеб|Зарплата|Аптека|Вода и газ|Кафе|ЖКХ|Яблоко'],
  ['windows-1255', 'Date;Payee;Amount', 'תאריך;תיאור;סכום', 'חשמל|משכורת|סופר|מים|שכר דירה'],
  ['windows-1250', 'Data;Opis;Kwota', 'Data;Tytuł;Kwota', 'Prąd|Wypłata|Piekarnia Świeża|Księgarnia|Łąka'],
  ['windows-1250', 'Datum;Popis;Castka', 'Datum;Popis;Částka', 'Elektřina|Výplata|Nájem|Lékárna|Pošta|Růže'],
  ['windows-1250', 'Datum;Opis;Iznos', 'Datum;Opis;Iznos', 'Struja|Plaća|Đak|Šuma|Kuća'],
  ['windows-1254', 'Tarih;Aciklama;Tutar', 'Tarih;Açıklama;Tutar', 'Ekmek|Maaş|Kira Ödemesi|Işık|Çiçekçi|Dağ|İstasyon'],
  ['windows-1257', 'Data;Gavejas;Suma', 'Data;Gavėjas;Suma', 'Duona|Alga|Šiluma|Įmonė|Vaistinė|Žuvis'],
  ['windows-1252', 'Date;Libelle;Montant', 'Date;Libellé;Montant', 'Épicerie|Électricité|Prélèvement|Hôtel|Garçon'],
  ['gb18030', 'Date,Payee,Amount', '交易日期,摘要,交易金额', '电费|工资|超市|房租|药店'],
  ['big5', 'Date,Payee,Amount', '日期,說明,金額', '電費|薪資|超市|房租|藥局'],
  ['shift_jis', 'Date,Payee,Amount', '日付,摘要,金額', '電気代|給与|スーパー|家賃|薬局'],
  ['euc-kr', 'Date,Payee,Amount', '거래일자,적요,금액', '전기요금|급여|마트|월세|약국'],
]

describe('code pages', () => {
  it('short files in every script: the letters are right, or asked about', () => {
    let [asks, count] = [0, 0]
    for (const [page, plain, own, list] of languages) {
      const words = list.split('|')
      for (const header of ['', plain, own]) {
        for (let first = 0; first < words.length; first += 1) {
          for (const rows of [1, 4]) {
            const mark = own.includes(';') ? ';' : ','
            const chosen = Array.from({ length: rows }, (_, row) => words[(first + row) % words.length]!)
            const text = `${header === '' ? '' : `${header}\n`}${chosen.map((word, row) => `${13 + row}.01.2025${mark}${word}${mark}-4.50`).join('\n')}\n`
            if (!/[^\u0000-\u007f]/.test(text)) continue
            const file = readBankFile(encoded(text, page), 'x.csv', {})
            const isAsked = asked(file).includes('encoding')
            count += 1
            asks += isAsked ? 1 : 0
            if (!isAsked) expect(payees(file), `${page} as ${file.encoding}: ${text}`).toEqual(chosen)
          }
        }
      }
    }
    expect(asks / count).toBeLessThan(0.25)
  })
})

describe('who holds a card or an account', () => {
  it.each([
    'Karteninhaber;Konto',
    'Kontoinhaber;Kontonummer',
    'Titulaire du compte;Compte',
    'Titular de la cuenta;Cuenta',
    'Card Member;Card',
  ])('%s: is not the account, whose number stands beside', (names) => {
    const rows = ['2025-03-14;Shop;Jane Doe;41004;-23,45', '2025-03-13;Wage;Jane Doe;41004;500,00', '2025-03-12;Cafe;Ann Doe;41012;-9,99']
    const file = readText(`Date;Description;${names};Amount\n${rows.join('\n')}\n`, { currency_code: 'EUR' })
    expect(file.accounts.map(({ account }) => account)).toEqual(['41004', '41012'])
  })
})
