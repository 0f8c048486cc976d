/** What is owed rises with what goes out: a balance never turns the words of the columns without a question. */
import { describe, expect, it } from 'vitest'
import { readText } from './writing.ts'

const card = [
  ['05.01.2026', 'Shop', '50,00', '', '150,00'],
  ['06.01.2026', 'Cafe', '20,00', '', '170,00'],
  ['07.01.2026', 'Thanks', '', '100,00', '70,00'],
]
const table = (names: string, rows: readonly (readonly string[])[]): string =>
  `${[names, ...rows.map((cells) => cells.join(';'))].join('\n')}\n`
const cents = (text: string, answers = {}): number[] =>
  readText(text, answers).accounts.flatMap(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))
const asked = (text: string, answers = {}): string[] => readText(text, answers).questions.map(({ key }) => key)

describe('two columns for money out and in, and a balance that moves the other way', () => {
  it.each([
    'Date;Description;Debit;Credit;Balance',
    'Date;Description;Charges;Payments;Balance',
    'Date;Description;Money out;Money in;Balance',
    'Date;Description;Withdrawals;Deposits;Balance',
    'Datum;Text;Belastung;Gutschrift;Saldo',
    'Datum;Text;Soll;Haben;Saldo',
  ])('%s: the words are followed, and it is asked', (names) => {
    for (const rows of [card, card.slice(0, 2), card.toReversed()]) {
      const file = readText(table(names, rows))
      expect(cents(table(names, rows))).toEqual(
        rows.map(([, , out, into]) => (out === '' ? Number.parseInt(into!) * 100 : -Number.parseInt(out!) * 100)),
      )
      expect([file.questions.map(({ key }) => key), file.problems.map(({ code }) => code)]).toEqual([['columns'], ['sign_is_in_doubt']])
    }
  })
  it('said by a person, either way holds, with the balance to it', () => {
    const text = table('Date;Description;Debit;Credit;Balance', card)
    const words = readText(text, { columns: ['date', 'payee', 'debit', 'credit', 'balance'] })
    const turned = readText(text, { columns: ['date', 'payee', 'credit', 'debit', 'balance'] })
    expect([words.questions, words.problems, words.accounts[0]!.balance_cents, words.accounts[0]!.balance_agrees]).toEqual([
      [],
      [],
      -7_000,
      true,
    ])
    expect([
      turned.questions,
      turned.accounts[0]!.transactions.map(({ amount_cents }) => amount_cents),
      turned.accounts[0]!.balance_cents,
    ]).toEqual([[], [5_000, 2_000, -10_000], 7_000])
  })
  it.each(['Charges;Payments;Outstanding', 'Paid out;Paid in;Amount owed', 'Debit;Credit;Balance due'])(
    '%s says that it is owed, and nothing is asked',
    (names) => {
      const text = table(`Date;Description;${names}`, card)
      expect([cents(text), asked(text), readText(text).accounts[0]!.balance_cents]).toEqual([[-5_000, -2_000, 10_000], [], -7_000])
    },
  )
  it('an account’s own balance settles the signs as before', () => {
    const text = table('Date;Description;Debit;Credit;Balance', [
      ['05.01.2026', 'Shop', '50,00', '', '950,00'],
      ['06.01.2026', 'Cafe', '-20,00', '', '970,00'],
      ['07.01.2026', 'Bus', '10,00', '', '960,00'],
    ])
    expect([cents(text), asked(text)]).toEqual([[-5_000, 2_000, -1_000], []])
  })
})

describe('one column of amounts and a balance', () => {
  it('payments on a loan bring down what is owed', () => {
    const text = table('Date;Description;Payment;Balance owing', [
      ['05.01.2026', 'Pay', '500.00', '9600.00'],
      ['05.02.2026', 'Pay', '500.00', '9100.00'],
      ['05.03.2026', 'Pay', '500.00', '8600.00'],
    ])
    expect([cents(text), asked(text), readText(text).accounts[0]!.balance_cents]).toEqual([[50_000, 50_000, 50_000], [], -860_000])
  })
  it('purchases that raise the balance are a question', () => {
    const rows = (payment: string) => [
      ['05.01.2026', 'Shop', 'Purchase', '50.00', '150.00'],
      ['06.01.2026', 'Cafe', 'Purchase', '20.00', '170.00'],
      ['07.01.2026', 'Thanks', 'Payment', payment, '70.00'],
    ]
    const text = table('Date;Description;Type;Amount;Balance', rows('-100.00'))
    expect(asked(text)).toEqual(['positive_is'])
    const answered = readText(text, { positive_is: 'out' })
    expect([cents(text, { positive_is: 'out' }), answered.questions, answered.accounts[0]!.balance_cents]).toEqual([
      [-5_000, -2_000, 10_000],
      [],
      -7_000,
    ])
    expect(asked(table('Date;Description;Type;Amount;Balance', rows('100.00')))).not.toEqual([])
  })
  it('so are words for money out and in beside the amounts', () => {
    for (const paid of ['100.00', '-100.00']) {
      const text = table('Date;Description;Type;Amount;Balance', [
        ['05.01.2026', 'Shop', 'Debit', '50.00', '150.00'],
        ['06.01.2026', 'Cafe', 'Debit', '20.00', '170.00'],
        ['07.01.2026', 'Thanks', 'Credit', paid, '70.00'],
      ])
      expect([cents(text), asked(text)]).toEqual([[-5_000, -2_000, 10_000], ['columns']])
    }
  })
})

describe('a balance whose name only sounds owed in another language', () => {
  const account = [
    ['05.01.2026', 'Shop', '-50,00', '950,00'],
    ['06.01.2026', 'Wage', '1000,00', '1950,00'],
    ['07.01.2026', 'Cafe', '-20,00', '1930,00'],
  ]
  it.each([
    'Date;Libellé;Montant;Solde du compte',
    'Date;Libellé;Montant;Solde restant',
    'Ngày;Mô tả;Số tiền;Số dư',
    'Ngày;Mô tả;Số tiền;Số dư cuối',
    'Fecha;Concepto;Importe;Saldo restante',
    'Data;Descrizione;Importo;Saldo residuo',
    'Data;Descrição;Valor;Saldo restante',
  ])('%s: what came in came in, and the balance is money on the account', (names) => {
    for (const rows of [account, account.toReversed()]) {
      const text = table(names, rows)
      expect([asked(text), cents(text), readText(text).accounts[0]!.balance_cents]).toEqual([
        [],
        rows.map(([, , sum]) => Number.parseInt(sum!) * 100),
        193_000,
      ])
    }
  })
  it.each(['Solde dû', 'Solde dû (EUR)', 'Solde restant dû', 'Capital restant dû'])('%s is owed', (name) => {
    const text = table(`Date;Libellé;Débit;Crédit;${name}`, card)
    expect([cents(text), asked(text), readText(text).accounts[0]!.balance_cents]).toEqual([[-5_000, -2_000, 10_000], [], -7_000])
  })
})

describe('a balance that its name alone calls owed', () => {
  const names = ['Offener Saldo', 'Encours', 'Saldo deudor', 'Openstaand saldo', 'Saldo dovuto', 'Saldo zadłużenia', 'Outstanding balance']
  const others = [
    'Skuld',
    'Gjeld',
    'Tartozás',
    'Borç bakiyesi',
    'Задолженность',
    'Остаток задолженности',
    '未払残高',
    'Dluh',
    'Saldo devedor',
  ]
  const account = [
    ['05.01.2026', 'Shop', '-50,00', '950,00'],
    ['06.01.2026', 'North', '1000,00', '1950,00'],
    ['07.01.2026', 'Cafe', '-20,00', '1930,00'],
  ]
  const debt = [
    ['05.01.2026', 'Shop', '-50,00', '950,00'],
    ['06.01.2026', 'Cafe', '-30,00', '980,00'],
    ['07.01.2026', 'North', '500,00', '480,00'],
    ['08.01.2026', 'Bus', '-20,00', '500,00'],
  ]
  it.each([...names, ...others])('%s: turns no sign without a question where it moves as money does', (name) => {
    for (const rows of [account, account.toReversed()]) {
      const text = table(`Datum;Text;Betrag;${name}`, rows)
      expect(asked(text)).toEqual(['positive_is'])
      const sums = rows.map(([, , sum]) => Number.parseInt(sum!) * 100)
      const told = readText(text, { positive_is: 'in' })
      expect([cents(text, { positive_is: 'in' }), told.questions, told.accounts[0]!.balance_cents]).toEqual([sums, [], 193_000])
      const owed = readText(text, { positive_is: 'out' })
      expect([cents(text, { positive_is: 'out' }), owed.questions, owed.accounts[0]!.balance_cents]).toEqual([
        sums.map((sum) => -sum),
        [],
        -193_000,
      ])
    }
  })
  it.each([...names, ...others])('%s: is owed where it rises with what the signs say goes out', (name) => {
    for (const rows of [debt, debt.toReversed()]) {
      const text = table(`Datum;Text;Betrag;${name}`, rows)
      expect([asked(text), cents(text), readText(text).accounts[0]!.balance_cents]).toEqual([
        [],
        rows.map(([, , sum]) => Number.parseInt(sum!) * 100),
        -50_000,
      ])
    }
  })
  it.each(names)('%s: is money where pay raises it', (name) => {
    const rows = account.map(([day, who, ...sums]) => [day!, who === 'North' ? 'Gehalt' : who!, ...sums])
    const text = table(`Datum;Text;Betrag;${name}`, rows)
    expect([asked(text), cents(text), readText(text).accounts[0]!.balance_cents]).toEqual([[], [-5_000, 100_000, -2_000], 193_000])
  })
  it.each(names)('%s: columns named for money out and in are followed, and asked about where it moves as money does', (name) => {
    const rows = account.map(([day, who, sum, balance]) => [
      day!,
      who!,
      sum!.startsWith('-') ? sum!.slice(1) : '',
      sum!.startsWith('-') ? '' : sum!,
      balance!,
    ])
    const text = table(`Datum;Text;Soll;Haben;${name}`, rows)
    const file = readText(text)
    expect([cents(text), asked(text), file.problems.map(({ code }) => code)]).toEqual([
      [-5_000, 100_000, -2_000],
      ['columns'],
      ['sign_is_in_doubt'],
    ])
    const paid = table(
      `Datum;Text;Soll;Haben;${name}`,
      rows.map(([day, who, ...sums]) => [day!, who === 'North' ? 'Gehalt' : who!, ...sums]),
    )
    expect([cents(paid), asked(paid), readText(paid).accounts[0]!.balance_cents]).toEqual([[-5_000, 100_000, -2_000], [], 193_000])
  })
  it('tells no balance where nothing but the name says that it is owed', () => {
    const text = table('Datum;Text;Betrag;Offener Saldo', account.slice(0, 1))
    expect([asked(text), readText(text).accounts[0]!.balance_cents]).toEqual([[], undefined])
  })
  it('asks which of two columns without names is money out', () => {
    const text = table('Datum;Text;A;B;Offener Saldo', [
      ['05.01.2026', 'Shop', '50,00', '', '950,00'],
      ['06.01.2026', 'North', '', '1000,00', '1950,00'],
      ['07.01.2026', 'Cafe', '20,00', '', '1930,00'],
    ])
    expect(asked(text)).toEqual(['columns'])
  })
})

describe('a balance whose name says nothing', () => {
  it('turns no signs of an account without a question', () => {
    const text = table('Datum;Text;Betrag;Saldo', [
      ['05.01.2026', 'Shop', '-50,00', '150,00'],
      ['06.01.2026', 'Cafe', '-20,00', '170,00'],
      ['07.01.2026', 'North', '100,00', '70,00'],
    ])
    expect(asked(text)).toEqual(['positive_is'])
  })
})
