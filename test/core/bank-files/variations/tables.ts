/** Several tables in a file, delimiters, and what programs of their own write. */
import type { Variation } from './variation.ts'

export const tables: readonly Variation[] = [
  {
    name: 'second table: summary by category after',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    text: `
Date,Description,Amount
2025-02-13,Power,-84.20
2025-02-14,Wages,1900.00
2025-02-28,Shop,-3.10

Category,Total
Utilities,-84.20
Food,-3.10
`,
  },
  {
    name: 'summary table before (BoA style)',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'],
    balance_cents: 281270,
    text: `
Description,,Summary Amt.
Beginning balance as of 02/01/2025,,"1,000.00"
Total credits,,"1,900.00"
Total debits,,"-87.30"
Ending balance as of 02/28/2025,,"2,812.70"

Date,Description,Amount,Running Bal.
02/01/2025,Beginning balance as of 02/01/2025,,"1,000.00"
02/13/2025,"Power","-84.20","915.80"
02/14/2025,"Wages","1,900.00","2,815.80"
02/28/2025,"Shop","-3.10","2,812.70"
`,
  },
  {
    name: 'two tables: booked and pending with own headers',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Gebuchte Umsätze
Datum;Text;Betrag
13.02.2025;Power;-84,20
14.02.2025;Wages;1.900,00

Vorgemerkte Umsätze
Datum;Text;Betrag
15.02.2025;Shop;-3,10
`,
  },
  {
    name: 'standing orders table behind',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Datum;Text;Betrag
13.02.2025;Power;-84,20
14.02.2025;Wages;1.900,00

Daueraufträge
Nächste Ausführung;Empfänger;Betrag
01.03.2025;Miete;-700,00
`,
  },
  {
    name: 'planned section heading "Geplante Umsätze"',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Datum;Text;Betrag
13.02.2025;Power;-84,20
14.02.2025;Wages;1.900,00
Geplante Umsätze;;
01.03.2025;Miete;-700,00
`,
  },
  {
    name: 'upcoming payments heading',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Date;Text;Amount
Upcoming payments;;
2025-03-01;Rent;-700.00
Completed;;
2025-02-14;Wages;1900.00
2025-02-13;Power;-84.20
`,
  },
  {
    name: 'delimiters: pipe',
    rows: ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages'],
    text: `
Date|Text|Amount
2025-02-13|Power|-84.20
2025-02-14|Wages|1900.00
`,
  },
  {
    name: 'tab with quotes and commas',
    rows: ['2025-02-13 -84.20 Power, Co', '2025-02-14 1900.00 Wages'],
    text: 'Date\tText\tAmount\n2025-02-13\tPower, Co\t-84.20\n2025-02-14\t"Wages"\t"1,900.00"\n',
  },
  {
    name: 'dup rows kept',
    rows: ['2025-02-13 -3.00 Coffee', '2025-02-13 -3.00 Coffee', '2025-02-14 1900.00 Wages'],
    text: `
Date,Text,Amount
2025-02-13,Coffee,-3.00
2025-02-13,Coffee,-3.00
2025-02-14,Wages,1900.00
`,
  },
  {
    name: 'zero rows',
    rows: ['2025-02-13 -3.00 Coffee', '2025-02-13 0.00 Card check', '2025-02-14 1900.00 Wages'],
    text: `
Date,Text,Amount
2025-02-13,Coffee,-3.00
2025-02-13,Card check,0.00
2025-02-14,Wages,1900.00
`,
  },
  {
    name: 'time column',
    rows: ['2025-02-13 -3.00 Coffee', '2025-02-14 1900.00 Wages'],
    text: `
Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net
13/02/2025,10:00:00,CET,Coffee,Payment,Completed,EUR,"-3,00","0,00","-3,00"
14/02/2025,11:00:00,CET,Wages,Payment,Completed,EUR,"1.900,00","0,00","1.900,00"
`,
  },
  {
    name: 'paypal gross/fee/net differ',
    rows: ['2025-02-13 -3.00 Coffee', '2025-02-14 96.50 Customer'],
    text: `
Date,Name,Type,Status,Currency,Gross,Fee,Net,Balance
13/02/2025,Coffee,Payment,Completed,EUR,"-3,00","0,00","-3,00","97,00"
14/02/2025,Customer,Payment,Completed,EUR,"100,00","-3,50","96,50","193,50"
`,
  },
  {
    name: 'N26',
    rows: ['2025-02-13 -3.00 Coffee', '2025-02-14 1900.00 Wages', '2025-02-15 -9.12 Shop US'],
    text: `
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2025-02-13,2025-02-13,Coffee,,Presentment,,"Main Account",-3.00,-3.00,EUR,1.0000
2025-02-14,2025-02-14,Wages,DE02120300000000202051,"Credit Transfer",Feb,"Main Account",1900.00,,,
2025-02-15,2025-02-15,"Shop US",,Presentment,,"Main Account",-9.12,-10.00,USD,0.9120
`,
  },
]
