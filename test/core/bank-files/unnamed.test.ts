/** A row that names nobody says by its kind what it is: no transaction stands without a word where the file has one. */
import { expect, it } from 'vitest'
import { readText, told } from './writing.ts'

const payees = (text: string): string[] => told(readText(text, { currency_code: 'EUR' })).map(({ payee }) => payee)

it('a bank’s own fee is told by its kind, also where the line ends behind the empty name', () => {
  for (const newline of ['\n', '\r\n'])
    expect(
      payees(
        ['Datum;Betrag;Umsatzart;Empfänger', '27.02.2025;-45,10;Lastschrift;REWE', '26.02.2025;-4,90;Entgelt Februar;', ''].join(newline),
      ),
    ).toEqual(['REWE', 'Entgelt Februar'])
})
it('by the text of the payment rather than by its kind, an account, a place or a category', () => {
  const text =
    'Konto;Datum;Category;Art;Transaktion;IBAN Gegenkonto;Ort;Empfänger;Betrag\n' +
    'DE02 1203 0000;27.02.2025;Lebensmittel und Haushalt;Zahlung;KARTENZAHLUNG DELHAIZE 26-02;BE68539007547034;Bruxelles Capitale Nord Est;;-45,10\n' +
    'DE02 1203 0000;25.02.2025;Einkommen und andere Eingaenge;Zahlung;EINGANG;BE71096123456769;Gent;ACME NV;1000,00\n'
  expect(payees(text)).toEqual(['KARTENZAHLUNG DELHAIZE 26-02', 'ACME NV'])
})
it('a row with a remark keeps it as its text', () => {
  expect(
    payees(
      'Datum;Betrag;Umsatzart;Empfänger;Verwendungszweck\n27.02.2025;-45,10;Lastschrift;;Strom\n26.02.2025;-1,00;Lastschrift;REWE;Brot\n',
    ),
  ).toEqual(['Strom', 'REWE'])
})
