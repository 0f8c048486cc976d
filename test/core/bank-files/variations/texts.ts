/** Quotes, payees, accounts of others, days. */
import type { Variation } from './variation.ts'

export const texts: readonly Variation[] = [
  {
    name: 'spaces around delimiters and quotes',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages, Ltd', '2025-02-28 -3.10 Shop "South"'],
    text: `
"Date" , "Text" , "Amount"
"2025-02-13" , "Power" , "-84.20"
"2025-02-14" , "Wages, Ltd" , "1,900.00"
"2025-02-28" , "Shop ""South""" , "-3.10"
`,
  },
  {
    name: 'unescaped inner quotes',
    rows: ['2025-02-13 -84.20 Power "Green" Co', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
"Date","Text","Amount"
"2025-02-13","Power "Green" Co","-84.20"
"2025-02-14","Wages","1,900.00"
"2025-02-28","Shop","-3.10"
`,
  },
  {
    name: 'line breaks within quotes',
    rows: ['2025-02-13 -84.20 Power Street 3', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
"Date","Text","Amount"
"2025-02-13","Power
Street 3","-84.20"
"2025-02-14","Wages","1,900.00"
"2025-02-28","Shop","-3.10"
`,
  },
  {
    name: 'whole line in quotes',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
"Date,Text,Amount"
"2025-02-13,Power,-84.20"
"2025-02-14,Wages,1900.00"
"2025-02-28,Shop,-3.10"
`,
  },
  {
    name: 'text with inches at its end',
    rows: ['2025-02-13 -84.20 TV 55"', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
Date,Text,Amount
2025-02-13,TV 55",-84.20
2025-02-14,Wages,1900.00
2025-02-28,Shop,-3.10
`,
  },
  {
    name: 'zahlungspflichtiger and empfänger',
    rows: ['2025-01-31 -89.50 Strom Nord', '2025-01-30 2150.00 Lohn AG', '2025-01-27 -19.99 Mobil GmbH'],
    text: `
Buchungsdatum;Status;Zahlungspflichtige*r;Zahlungsempfänger*in;Verwendungszweck;Umsatztyp;IBAN;Betrag (€)
31.01.25;Gebucht;Max Muster;Strom Nord;Abschlag;Ausgang;DE11;-89,50
30.01.25;Gebucht;Lohn AG;Max Muster;Gehalt;Eingang;DE12;2.150,00
27.01.25;Gebucht;Max Muster;Mobil GmbH;Rechnung;Ausgang;DE13;-19,99
`,
  },
  {
    name: 'category column rather than payee',
    rows: ['2025-01-31 -89.50 NORTH POWER', '2025-01-30 2150.00 ACME', '2025-01-27 -19.99 PHONES'],
    text: `
Date,Category,Name,Amount
2025-01-31,Utilities,NORTH POWER,-89.50
2025-01-30,Income,ACME,2150.00
2025-01-27,Bills,PHONES,-19.99
`,
  },
  {
    name: 'transaction number first',
    rows: ['2025-01-31 -89.50 NORTH POWER', '2025-01-30 2150.00 ACME', '2025-01-27 -19.99 PHONES'],
    text: `
No.,Date,Ref,Narrative,Amount
1,2025-01-31,TX0001,NORTH POWER,-89.50
2,2025-01-30,TX0002,ACME,2150.00
3,2025-01-27,TX0003,PHONES,-19.99
`,
  },
  {
    name: 'counterparty IBAN differs',
    rows: ['2025-01-31 -84.20 Strom', '2025-02-01 1000.00 Lohn'],
    accounts: 1,
    text: `
Datum;Name;IBAN;BIC;Betrag
31.01.2025;Strom;DE02120300000000202051;BYLADEM1001;-84,20
01.02.2025;Lohn;DE02500105170137075030;INGDDEFF;1.000,00
`,
  },
  {
    name: 'own IBAN named Auftragskonto, others IBAN',
    rows: ['2025-01-31 -84.20 Strom', '2025-02-01 1000.00 Lohn'],
    accounts: 1,
    text: `
Auftragskonto;Buchungstag;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag
DE02120300000000202051;31.01.2025;Strom;DE02500105170137075030;-84,20
DE02120300000000202051;01.02.2025;Lohn;DE02100500000054540402;1.000,00
`,
  },
  {
    name: 'formulas for all cells',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
="Date",="Text",="Amount"
="2025-02-13",="Power",="-84.20"
="2025-02-14",="Wages",="1900.00"
`,
  },
  {
    name: 'apostrophe numbers',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Date,Ref,Text,Amount
2025-02-13,'00012,Power,-84.20
2025-02-14,'00013,Wages,1900.00
`,
  },
  {
    name: 'French months abbreviated no dots',
    rows: ['2025-02-03 -84.20 EDF', '2025-07-14 -3.10 Marche', '2025-08-28 1900.00 Paie', '2025-12-05 -900.00 Loyer'],
    text: `
Date;Libellé;Montant
03 fév 2025;EDF;-84,20
14 juil 2025;Marche;-3,10
28 août 2025;Paie;1 900,00
05 déc 2025;Loyer;-900,00
`,
  },
  {
    name: 'Month first English words with comma',
    rows: ['2025-02-03 -84.20 Power', '2025-07-14 -3.10 Market'],
    text: `
Date,Text,Amount
"February 3, 2025",Power,-84.20
"July 14, 2025",Market,-3.10
`,
  },
  {
    name: 'ISO datetime with zone',
    rows: ['2025-02-03 -84.20 Power', '2025-07-14 -3.10 Market'],
    text: `
Date,Text,Amount
2025-02-03T23:30:00+02:00,Power,-84.20
2025-07-14T00:10:00Z,Market,-3.10
`,
  },
  {
    name: 'week day names in a column of their own',
    rows: ['2025-02-03 -84.20 Power', '2025-02-14 -3.10 Market'],
    text: `
Day,Date,Text,Amount
Mon,03.02.2025,Power,"-84,20"
Fri,14.02.2025,Market,"-3,10"
`,
  },
  {
    name: 'two date columns in differing order',
    rows: ['2025-02-03 -84.20 Power', '2025-02-14 -3.10 Market'],
    text: `
Posting Date,Value Date,Text,Amount
02/03/2025,2025-02-04,Power,-84.20
02/14/2025,2025-02-15,Market,-3.10
`,
  },
  {
    name: 'dd/mm where one row only tells',
    rows: ['2025-02-03 -84.20 Power', '2025-04-05 -3.10 Market', '2025-04-25 -3.10 Market'],
    text: `
Date,Text,Amount
03/02/2025,Power,-84.20
05/04/2025,Market,-3.10
25/04/2025,Market,-3.10
`,
  },
]
