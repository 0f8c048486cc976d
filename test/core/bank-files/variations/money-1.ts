/** One column of money or two, balances, words for the direction, cards, purchases abroad. */
import type { Variation } from './variation.ts'

export const money1: readonly Variation[] = [
  {
    name: 'debit/credit minus debits newest first with opening row',
    rows: ['2025-03-29 12.00 Refund Shop', '2025-03-28 -41.25 Grocer', '2025-03-27 1900.00 Employer', '2025-03-04 -18.00 Phone Co'],
    balance_cents: 295275,
    text: `
Date,Description,Money Out,Money In,Balance
29/03/2025,Refund Shop,,12.00,2952.75
28/03/2025,Grocer,-41.25,,2940.75
27/03/2025,Employer,,1900.00,2982.00
04/03/2025,Phone Co,-18.00,,1082.00
01/03/2025,OPENING BALANCE,,,1100.00
`,
  },
  {
    name: 'all debits only, credit column empty, balance',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 -32.10 Grocer', '2025-03-15 -18.00 Phone'],
    balance_cents: 9990,
    text: `
Date,Details,Debit,Credit,Balance
13/03/2025,Rent,850.00,,150.00
14/03/2025,Grocer,32.10,,117.90
15/03/2025,Phone,18.00,,99.90
`,
  },
  {
    name: 'zeros in the other column and a balance',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone'],
    text: `
Transaction Date;Narrative;Debit Amount;Credit Amount;Running Balance
13/03/2025;Rent;850.00;0.00;150.00
14/03/2025;Employer;0.00;1900.00;2050.00
15/03/2025;Phone;18.00;0.00;2032.00
`,
  },
  {
    name: 'dashes for empty cells',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone'],
    text: `
Date,Narrative,Debit,Credit,Balance
13/03/2025,Rent,850.00,-,150.00
14/03/2025,Employer,-,"1,900.00","2,050.00"
15/03/2025,Phone,18.00,-,"2,032.00"
`,
  },
  {
    name: 'unnamed columns with balance, no header',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone', '2025-03-16 -5.00 Cafe'],
    text: `
13/03/2025,Rent,850.00,,150.00
14/03/2025,Employer,,1900.00,2050.00
15/03/2025,Phone,18.00,,2032.00
16/03/2025,Cafe,5.00,,2027.00
`,
  },
  {
    name: 'balance with CR/DR suffix',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-17 -2018.00 Car'],
    text: `
Date,Details,Withdrawals,Deposits,Balance
13-Mar-2025,Rent,850.00,,150.00 CR
14-Mar-2025,Employer,,1900.00,2050.00 CR
17-Mar-2025,Car,2018.00,,32.00 CR
`,
  },
  {
    name: 'balance overdrawn by DR suffix',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 100.00 Gift', '2025-03-17 -18.00 Car'],
    balance_cents: -61800,
    text: `
Date,Details,Withdrawals,Deposits,Balance
13-Mar-2025,Rent,850.00,,700.00 DR
14-Mar-2025,Gift,,100.00,600.00 DR
17-Mar-2025,Car,18.00,,618.00 DR
`,
  },
  {
    name: 'totals row with both filled and balance',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone'],
    text: `
Date,Details,Debit,Credit,Balance
13/03/2025,Rent,850.00,,150.00
14/03/2025,Employer,,1900.00,2050.00
15/03/2025,Phone,18.00,,2032.00
,Totals,868.00,1900.00,2032.00
`,
  },
  {
    name: 'Importe en EUR',
    rows: ['2025-02-03 -84.20 Luz', '2025-01-31 2150.00 Nomina', '2025-01-29 -19.99 Movil'],
    text: `
Fecha;Concepto;Importe en EUR
03/02/2025;Luz;-84,20
31/01/2025;Nomina;2.150,00
29/01/2025;Movil;-19,99
`,
  },
  {
    name: 'Umsatz (Soll/Haben) in one column',
    rows: ['2025-02-03 -84.20 Strom', '2025-01-31 2150.00 Lohn', '2025-01-29 -19.99 Mobil'],
    text: `
Buchungstag;Text;Umsatz Soll/Haben
03.02.2025;Strom;-84,20
31.01.2025;Lohn;2.150,00
29.01.2025;Mobil;-19,99
`,
  },
  {
    name: 'Betrag Soll(-) Haben(+)',
    rows: ['2025-02-03 -84.20 Strom', '2025-01-31 2150.00 Lohn', '2025-01-29 -19.99 Mobil'],
    text: `
Buchungstag;Text;Betrag (Haben +, Soll -);Währung
03.02.2025;Strom;84,20-;EUR
31.01.2025;Lohn;2.150,00+;EUR
29.01.2025;Mobil;19,99-;EUR
`,
  },
  {
    name: 'Debit/Credit single column signed',
    rows: ['2025-02-03 -84.20 Power', '2025-01-31 2150.00 Wages', '2025-01-29 -19.99 Phone'],
    text: `
Date,Description,Debit/Credit
2025-02-03,Power,-84.20
2025-01-31,Wages,2150.00
2025-01-29,Phone,-19.99
`,
  },
  {
    name: 'Credit Amount single signed column',
    rows: ['2025-02-03 -84.20 Power', '2025-01-31 2150.00 Wages', '2025-01-29 -19.99 Phone', '2025-01-28 -9.99 Film'],
    text: `
Date,Description,Credit/Debit Amount
2025-02-03,Power,-84.20
2025-01-31,Wages,2150.00
2025-01-29,Phone,-19.99
2025-01-28,Film,-9.99
`,
  },
  {
    name: 'Utgift / Inntekt',
    rows: ['2025-01-31 -842.00 Strøm', '2025-01-30 21500.00 Lønn', '2025-01-21 -41.07 Butikk'],
    text: `
Dato;Tekst;Utgift;Inntekt
31.01.2025;Strøm;842,00;
30.01.2025;Lønn;;21500,00
21.01.2025;Butikk;41,07;
`,
  },
  {
    name: 'Dépenses / Recettes',
    rows: ['2025-01-31 -84.20 EDF', '2025-01-30 2150.00 Salaire', '2025-01-21 -41.07 Epicerie'],
    text: `
Date;Libellé;Dépenses (€);Recettes (€)
31/01/2025;EDF;84,20;
30/01/2025;Salaire;;2 150,00
21/01/2025;Epicerie;41,07;
`,
  },
  {
    name: 'Entrées before Sorties',
    rows: ['2025-01-31 -84.20 EDF', '2025-01-30 2150.00 Salaire', '2025-01-21 -41.07 Epicerie'],
    text: `
Date;Libellé;Entrées;Sorties
31/01/2025;EDF;;84,20
30/01/2025;Salaire;2150,00;
21/01/2025;Epicerie;;41,07
`,
  },
  {
    name: 'Credits first (Haben;Soll)',
    rows: ['2025-01-31 -84.20 Strom', '2025-01-30 2150.00 Lohn', '2025-01-21 -41.07 Laden'],
    text: `
Datum;Text;Haben;Soll
31.01.2025;Strom;;84,20
30.01.2025;Lohn;2150,00;
21.01.2025;Laden;;41,07
`,
  },
  {
    name: 'Charge / Payment for a card',
    rows: ['2025-01-31 -84.20 SHOP ONE', '2025-01-30 300.00 THANK YOU', '2025-01-21 -41.07 SHOP TWO'],
    text: `
Date,Description,Charge,Payment
01/31/2025,SHOP ONE,84.20,
01/30/2025,THANK YOU,,300.00
01/21/2025,SHOP TWO,41.07,
`,
  },
  {
    name: 'words Ausgabe/Einnahme',
    rows: ['2025-01-13 -13.44 Strom', '2025-01-14 1500.00 Lohn', '2025-01-20 -3.20 Laden'],
    text: `
Datum;Art;Empfänger;Betrag
13.01.2025;Ausgabe;Strom;13,44
14.01.2025;Einnahme;Lohn;1.500,00
20.01.2025;Ausgabe;Laden;3,20
`,
  },
  {
    name: 'type Withdrawal/Deposit',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Transaction Type,Description,Amount
2025-01-13,Withdrawal,Power,13.44
2025-01-14,Deposit,Wages,1500.00
2025-01-20,Withdrawal,Shop,3.20
`,
  },
  {
    name: 'S/H',
    rows: ['2025-01-13 -13.44 Strom', '2025-01-14 1500.00 Lohn', '2025-01-20 -3.20 Laden'],
    text: `
Buchungstag;Empfänger;Umsatz;S/H
13.01.2025;Strom;13,44;S
14.01.2025;Lohn;1.500,00;H
20.01.2025;Laden;3,20;S
`,
  },
  {
    name: '+/- column',
    rows: ['2025-01-13 -13.44 Strom', '2025-01-14 1500.00 Lohn', '2025-01-20 -3.20 Laden'],
    text: `
Buchungstag;Empfänger;Vorzeichen;Umsatz
13.01.2025;Strom;-;13,44
14.01.2025;Lohn;+;1.500,00
20.01.2025;Laden;-;3,20
`,
  },
  {
    name: 'Type with payment words both ways signed',
    rows: ['2025-01-13 -13.44 Power', '2025-01-14 1500.00 Wages', '2025-01-20 -3.20 Shop'],
    text: `
Date,Description,Type,Amount
2025-01-13,Power,Direct Debit,-13.44
2025-01-14,Wages,Credit,1500.00
2025-01-20,Shop,Debit Card,-3.20
`,
  },
]
