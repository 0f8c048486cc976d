/** One column of money or two, balances, words for the direction, cards, purchases abroad. */
import type { Variation } from './variation.ts'

export const money2: readonly Variation[] = [
  {
    name: 'CR in front of amount',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Description,Amount
2025-01-13,Power,13.44
2025-01-14,Wages,"CR 1,500.00"
2025-01-20,Shop,3.20
`,
  },
  {
    name: 'Cr. Dr. with dots',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Description,Amount
2025-01-13,Power,13.44 Dr.
2025-01-14,Wages,"1,500.00 Cr."
2025-01-20,Shop,3.20 Dr.
`,
  },
  {
    name: 'brackets (Dr)',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Description,Amount
2025-01-13,Power,13.44 (Dr)
2025-01-14,Wages,"1,500.00 (Cr)"
2025-01-20,Shop,3.20 (Dr)
`,
  },
  {
    name: 'only DR marked',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Description,Amount
2025-01-13,Power,13.44DR
2025-01-14,Wages,1500.00
2025-01-20,Shop,3.20DR
`,
  },
  {
    name: 'Bij en Af capital',
    rows: ['2025-01-13 -13.44 Stroom', '2025-01-14 1500.00 Loon', '2025-01-20 -3.20 Winkel'],
    text: `
"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"
"20250113";"Stroom";"NL01BANK0000000001";"NL02BANK0000000002";"IC";"Af";"13,44";"Incasso";"Factuur 12"
"20250114";"Loon";"NL01BANK0000000001";"NL02BANK0000000003";"OV";"Bij";"1500,00";"Overschrijving";"Januari"
"20250120";"Winkel";"NL01BANK0000000001";"";"BA";"Af";"3,20";"Betaalautomaat";"Pas 1"
`,
  },
  {
    name: 'card all positive named Charges',
    rows: ['2025-02-14 -84.20 SHOP ONE', '2025-02-15 -3.10 SHOP TWO'],
    text: `
Transaction Date,Post Date,Description,Category,Charges
02/13/2025,02/14/2025,SHOP ONE,Shopping,84.20
02/14/2025,02/15/2025,SHOP TWO,Food,3.10
`,
  },
  {
    name: 'card Type Sale/Return signed usual',
    rows: ['2025-02-14 -84.20 SHOP ONE', '2025-02-15 -3.10 SHOP TWO', '2025-02-16 20.00 SHOP ONE', '2025-02-16 500.00 Payment Thank You'],
    text: `
Transaction Date,Post Date,Description,Category,Type,Amount,Memo
02/13/2025,02/14/2025,SHOP ONE,Shopping,Sale,-84.20,
02/14/2025,02/15/2025,SHOP TWO,Food,Sale,-3.10,
02/15/2025,02/16/2025,SHOP ONE,Shopping,Return,20.00,
02/16/2025,02/16/2025,Payment Thank You,,Payment,500.00,
`,
  },
  {
    name: 'single negative row',
    rows: ['2025-02-13 -84.20 SHOP ONE'],
    text: `
Date,Description,Amount
02/13/2025,SHOP ONE,-84.20
`,
  },
  {
    name: 'Original amount & currency with rate, debit in account',
    rows: ['2025-02-25 -62.47 HOTEL', '2025-02-26 -5.00 GROCER', '2025-02-27 2100.00 EMPLOYER'],
    accounts: 1,
    text: `
Date;Description;Original Amount;Original Currency;Exchange Rate;Amount;Currency
25.02.2025;HOTEL;-65,00;USD;1,0405;-62,47;EUR
26.02.2025;GROCER;-5,00;EUR;;-5,00;EUR
27.02.2025;EMPLOYER;2100,00;EUR;;2100,00;EUR
`,
  },
  {
    name: 'Foreign columns first with empty cells',
    rows: ['2025-02-25 -62.47 HOTEL', '2025-02-26 -5.00 GROCER', '2025-02-27 2100.00 EMPLOYER'],
    accounts: 1,
    text: `
Date,Foreign Currency,Foreign Amount,Description,Amount GBP
25/02/2025,USD,65.00,HOTEL,-62.47
26/02/2025,,,GROCER,-5.00
27/02/2025,,,EMPLOYER,2100.00
`,
  },
  {
    name: 'Local amount/billing amount',
    rows: ['2025-02-25 -62.47 HOTEL', '2025-02-26 -5.00 GROCER', '2025-02-27 -10.12 TAXI'],
    accounts: 1,
    text: `
Date,Merchant,Transaction Amount,Transaction Currency,Billing Amount,Billing Currency
2025-02-25,HOTEL,-65.00,USD,-62.47,EUR
2025-02-26,GROCER,-5.00,EUR,-5.00,EUR
2025-02-27,TAXI,-1600.00,JPY,-10.12,EUR
`,
  },
  {
    name: 'amount with foreign in text column',
    rows: ['2025-02-25 -62.47 HOTEL USD 65.00 @ 1.0405', '2025-02-26 -5.00 GROCER'],
    text: `
Date,Details,Amount
2025-02-25,HOTEL USD 65.00 @ 1.0405,-62.47
2025-02-26,GROCER,-5.00
`,
  },
  {
    name: 'exchange currency all filled same as account but one',
    rows: ['2025-02-25 -62.47 HOTEL', '2025-02-26 -5.00 GROCER', '2025-02-27 -7.00 BAR'],
    accounts: 1,
    text: `
Fecha,Comercio,Importe,Divisa,Importe original,Divisa original
25/02/2025,HOTEL,"-62,47",EUR,"-65,00",USD
26/02/2025,GROCER,"-5,00",EUR,"-5,00",EUR
27/02/2025,BAR,"-7,00",EUR,"-7,00",EUR
`,
  },
  {
    name: 'debit column has refunds with minus',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-15 20.00 Power refund', '2025-02-28 -3.10 Shop'],
    text: `
Date;Text;Debit;Credit
2025-02-13;Power;84.20;
2025-02-14;Wages;;1900.00
2025-02-15;Power refund;-20.00;
2025-02-28;Shop;3.10;
`,
  },
  {
    name: 'words out with negative amounts throughout',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
Date;Type;Text;Amount
2025-02-13;Debit;Power;-84.20
2025-02-14;Credit;Wages;1900.00
2025-02-28;Debit;Shop;-3.10
`,
  },
  {
    name: 'all amounts negative, incl. words credit',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
Date;D/C;Text;Amount
2025-02-13;D;Power;-84.20
2025-02-14;C;Wages;1900.00
2025-02-28;D;Shop;-3.10
`,
  },
]
