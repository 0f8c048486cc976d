/** Balances, totals, states, accounts and what stands above and below a table. */
import type { Variation } from './variation.ts'

export const rows1: readonly Variation[] = [
  {
    name: 'Saldo iniziale / finale as rows',
    rows: ['2025-01-13 -84.20 LUCE', '2025-01-23 1900.00 STIPENDIO'],
    text: `
Data;Descrizione;Importo
01/01/2025;SALDO INIZIALE;1.000,00
13/01/2025;LUCE;-84,20
23/01/2025;STIPENDIO;1.900,00
31/01/2025;SALDO FINALE;2.815,80
`,
  },
  {
    name: 'balance b/f and c/f',
    rows: ['2025-01-13 -84.20 POWER', '2025-01-23 1900.00 WAGES'],
    balance_cents: 281580,
    text: `
Date,Details,Debit,Credit,Balance
01/01/2025,BALANCE B/F,,,1000.00
13/01/2025,POWER,84.20,,915.80
23/01/2025,WAGES,,1900.00,2815.80
31/01/2025,BALANCE C/F,,,2815.80
`,
  },
  {
    name: 'Balance brought forward in credit column',
    rows: ['2025-01-13 -84.20 POWER', '2025-01-23 1900.00 WAGES'],
    text: `
Date,Details,Debit,Credit
01/01/2025,Balance brought forward,,1000.00
13/01/2025,POWER,84.20,
23/01/2025,WAGES,,1900.00
31/01/2025,Balance carried forward,,2815.80
`,
  },
  {
    name: 'Zwischensumme',
    rows: ['2025-01-13 -84.20 Strom', '2025-01-14 -10.00 Bus', '2025-01-23 1900.00 Lohn', '2025-01-24 -3.00 Kiosk'],
    text: `
Datum;Text;Betrag
13.01.2025;Strom;-84,20
14.01.2025;Bus;-10,00
14.01.2025;Zwischensumme;-94,20
23.01.2025;Lohn;1.900,00
24.01.2025;Kiosk;-3,00
`,
  },
  {
    name: 'total last with date and count',
    rows: ['2025-01-13 -84.20 POWER', '2025-01-23 1900.00 WAGES'],
    text: `
Date;Description;Amount
13/01/2025;POWER;-84.20
23/01/2025;WAGES;1900.00
31/01/2025;Total (2 transactions);1815.80
`,
  },
  {
    name: 'Balance Ltd is a shop',
    rows: ['2025-01-13 -84.20 Balance Ltd', '2025-01-23 1900.00 WAGES', '2025-01-24 -4.00 Saldo Bar'],
    text: `
Date,Description,Amount
13/01/2025,Balance Ltd,-84.20
23/01/2025,WAGES,1900.00
24/01/2025,Saldo Bar,-4.00
`,
  },
  {
    name: 'Total Energies and Total fuel',
    rows: ['2025-01-13 -84.20 TotalEnergies', '2025-01-15 -50.00 Total', '2025-01-23 1900.00 WAGES'],
    text: `
Date,Description,Amount
13/01/2025,TotalEnergies,-84.20
15/01/2025,Total,-50.00
23/01/2025,WAGES,1900.00
`,
  },
  {
    name: 'Balance transfer on card, and balance inquiry fee',
    rows: [
      '2025-01-13 -84.20 Balance transfer',
      '2025-01-15 -0.50 Balance inquiry fee',
      '2025-01-16 -8.00 Cafe',
      '2025-01-23 1900.00 WAGES',
    ],
    text: `
Date,Description,Amount
13/01/2025,Balance transfer,-84.20
15/01/2025,Balance inquiry fee,-0.50
16/01/2025,Cafe,-8.00
23/01/2025,WAGES,1900.00
`,
  },
  {
    name: 'date within words in description, two date formats in texts',
    rows: [
      '2025-02-13 -84.20 Card 12.02.2025 Shop',
      '2025-02-14 1900.00 Pay for 01.2025',
      '2025-02-28 -3.10 Fee from 01.02.2025 to 28.02.2025',
    ],
    text: `
Datum;Text;Betrag
13.02.2025;Card 12.02.2025 Shop;-84,20
14.02.2025;Pay for 01.2025;1900,00
28.02.2025;Fee from 01.02.2025 to 28.02.2025;-3,10
`,
  },
  {
    name: 'balance row with text in the date cell',
    rows: ['2025-02-13 -84.20 Shop', '2025-02-14 1900.00 Pay', '2025-02-15 -3.00 Bus'],
    text: `
Datum;Text;Betrag
Kontostand am 31.01.2025;;1000,00
13.02.2025;Shop;-84,20
14.02.2025;Pay;1900,00
15.02.2025;Bus;-3,00
Kontostand am 28.02.2025;;2812,80
`,
  },
  {
    name: 'long preamble with numbers and dates',
    rows: ['2025-02-13 -84.20 Strom', '2025-02-14 1900.00 Lohn', '2025-02-15 -3.00 Bus'],
    accounts: 1,
    text: `
Konto;DE02120300000000202051
Zeitraum;01.02.2025 - 28.02.2025
Kontostand vom 28.02.2025;1.812,80 EUR
;
Buchungsdatum;Empfänger;Zweck;Betrag (€)
13.02.2025;Strom;Abschlag;-84,20
14.02.2025;Lohn;Februar;1.900,00
15.02.2025;Bus;;-3,00
`,
  },
  {
    name: 'ragged: last cells omitted on some rows',
    rows: ['2025-02-13 -84.20 Strom', '2025-02-14 1900.00 Lohn', '2025-02-15 -3.00 Bus', '2025-02-16 -4.00 Kino'],
    text: `
Datum;Wer;Betrag;Notiz;Kategorie
13.02.2025;Strom;-84,20
14.02.2025;Lohn;1.900,00;Februar
15.02.2025;Bus;-3,00;;Verkehr
16.02.2025;Kino;-4,00
`,
  },
  {
    name: 'empty lines between rows and trailing delimiters',
    rows: ['2025-02-13 -84.20 Strom', '2025-02-14 1900.00 Lohn', '2025-02-15 -3.00 Bus'],
    text: `

Datum;Wer;Betrag;;;
;;;;;
13.02.2025;Strom;-84,20;;;

14.02.2025;Lohn;1.900,00;;;
;;;;;
15.02.2025;Bus;-3,00;;;
;;;;;
`,
  },
  {
    name: 'monthly headings inside',
    rows: ['2025-01-13 -84.20 Strom', '2025-01-14 1900.00 Lohn', '2025-02-15 -3.00 Bus', '2025-02-16 -9.00 Kino'],
    text: `
Datum;Wer;Betrag
Januar 2025;;
13.01.2025;Strom;-84,20
14.01.2025;Lohn;1.900,00
Februar 2025;;
15.02.2025;Bus;-3,00
16.02.2025;Kino;-9,00
`,
  },
  {
    name: 'Status column Pending/Posted',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Status,Date,Description,Debit,Credit
Pending,02/15/2025,SHOP,12.00,
Cleared,02/14/2025,Wages,,1900.00
Cleared,02/13/2025,Power,84.20,
`,
  },
  {
    name: 'revolut state REVERTED',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    balance_cents: 281580,
    accounts: 1,
    text: `
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2025-02-12 10:00:00,2025-02-13 11:00:00,Power,-84.20,0.00,EUR,COMPLETED,915.80
CARD_PAYMENT,Current,2025-02-13 10:00:00,,Shop,-5.00,0.00,EUR,REVERTED,
TOPUP,Current,2025-02-14 10:00:00,2025-02-14 11:00:00,Wages,1900.00,0.00,EUR,COMPLETED,2815.80
CARD_PAYMENT,Current,2025-02-14 12:00:00,,Cafe,-3.00,0.00,EUR,PENDING,
`,
  },
  {
    name: 'booked yes/no',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Date,Description,Amount,Booked
2025-02-15,SHOP,-12.00,No
2025-02-14,Wages,1900.00,Yes
2025-02-13,Power,-84.20,Yes
`,
  },
  {
    name: 'pending in the date column',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Date,Description,Amount
Pending,SHOP,-12.00
2025-02-14,Wages,1900.00
2025-02-13,Power,-84.20
`,
  },
  {
    name: 'section headings Pending then Posted',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-12 -4.20 Cafe'],
    text: `
Date,Description,Amount
Pending transactions,,
2025-02-15,SHOP,-12.00
Posted transactions,,
2025-02-14,Wages,1900.00
2025-02-13,Power,-84.20
2025-02-12,Cafe,-4.20
`,
  },
  {
    name: 'three accounts, five rows, balances of each',
    rows: [
      '2025-04-13 -1.00 Grocer',
      '2025-04-14 -2.00 Bakery',
      '2025-04-15 -3.00 Bus line',
      '2025-04-16 -4.00 Cinema',
      '2025-04-17 50.00 Employer',
    ],
    accounts: 3,
    text: `
Account,Date,Payee,Amount,Balance
Checking,2025-04-13,Grocer,-1.00,99.00
Savings,2025-04-14,Bakery,-2.00,498.00
Checking,2025-04-15,Bus line,-3.00,96.00
Savings,2025-04-16,Cinema,-4.00,494.00
Cash,2025-04-17,Employer,50.00,60.00
`,
  },
  {
    name: 'account names repeated, currency differs',
    rows: ['2025-04-13 -1.00 Grocer', '2025-04-14 -2.00 Bakery', '2025-04-15 -3.00 Bus line', '2025-04-16 -4.00 Cinema'],
    accounts: 2,
    text: `
Account,Date,Payee,Amount,Currency
Main,2025-04-13,Grocer,-1.00,EUR
Main,2025-04-14,Bakery,-2.00,USD
Main,2025-04-15,Bus line,-3.00,EUR
Main,2025-04-16,Cinema,-4.00,USD
`,
  },
]
