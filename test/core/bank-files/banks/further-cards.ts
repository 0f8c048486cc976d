/** How further banks, and makers of cards with purchases abroad, lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const furtherCards: readonly BankLayout[] = [
  {
    name: 'M-Pesa',
    currency_code: 'KES',
    rows: ['2025-03-05 -129900 Pay Bill to Shop', '2025-03-04 500000 Funds received from X'],
    text: `
Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance
SC1,2025-03-05 12:00:01,Pay Bill to Shop,Completed,,-1299.00,3701.00
SC0,2025-03-04 09:00:00,Funds received from X,Completed,5000.00,,5000.00
`,
  },
  {
    name: 'Tide',
    currency_code: 'GBP',
    asks: ['positive_is'],
    rows: ['2025-03-05 -1299 Shop', '2025-03-04 100000 Client'],
    text: `
Date,Timestamp,Transaction ID,Transaction description,Reference,Paid in,Paid out,Amount,Category name,Status
2025-03-05,2025-03-05 12:00:00,a1,Shop,,,12.99,-12.99,Food,SETTLED
2025-03-04,2025-03-04 12:00:00,a0,Client,inv,1000.00,,1000.00,Income,SETTLED
`,
  },
  {
    name: 'Hype',
    currency_code: 'EUR',
    rows: ['2025-03-05 -1299 Negozio', '2025-03-04 100000 Ditta'],
    text: `
Data operazione;Data contabile;Iban;Tipologia;Nome;Descrizione;Importo ( € )
05/03/2025;06/03/2025;IT11;Pagamento;Negozio;spesa;-12,99
04/03/2025;04/03/2025;IT11;Bonifico;Ditta;stipendio;1000,00
`,
  },
  {
    name: 'Bank Norwegian',
    currency_code: 'NOK',
    rows: ['2025-03-06 -12990 Butikk', '2025-03-07 50000 Innbetaling'],
    text: `
TransactionDate,Text,Type,Currency Amount,Currency Rate,Currency,Amount,Merchant Area,Merchant Category,BookDate,ValueDate
2025-03-05,Butikk,Kjøp,-129.90,1,NOK,-129.90,OSLO,Grocery,2025-03-06,2025-03-06
2025-03-06,Innbetaling,Betaling,500.00,1,NOK,500.00,,,2025-03-07,2025-03-07
`,
  },
  {
    name: 'Leumi',
    currency_code: 'ILS',
    asks: ['date_order'],
    rows: ['2025-03-05 -12990 סופר', '2025-03-04 1000000 משכורת'],
    text: `
תאריך,תאריך ערך,תיאור,אסמכתא,בחובה,בזכות,היתרה בש"ח
05/03/25,05/03/25,סופר,123,129.90,,9870.10
04/03/25,04/03/25,משכורת,122,,10000.00,10000.00
`,
  },
  {
    name: 'KB Kookmin',
    currency_code: 'KRW',
    rows: ['2025-03-06 -12990 스타마트', '2025-03-05 2500000 회사'],
    text: `
거래일시,적요,보낸분/받는분,송금메모,출금액,입금액,잔액,거래점,구분
2025.03.06 12:01:02,체크카드,스타마트,,"12,990",0,"2,487,010",국민,
2025.03.05 09:00:00,급여,회사,,0,"2,500,000","2,500,000",국민,
`,
  },
  {
    name: 'Maybank',
    currency_code: 'MYR',
    rows: ['2025-03-05 -1299 SHOP', '2025-03-06 500000 SALARY'],
    text: `
Posting Date,Transaction Description,Transaction Amount,Balance
05 Mar 2025,SHOP,12.99-,987.01
06 Mar 2025,SALARY,"5,000.00+","5,987.01"
`,
  },
  {
    name: 'Norwegian abroad',
    currency_code: 'NOK',
    asks: ['columns'],
    rows: ['2025-03-05 -12990 Butikk', '2025-03-06 -12600 SHOP NYC', '2025-03-07 50000 Innbetaling'],
    text: `
TransactionDate,Text,Type,Currency Amount,Currency Rate,Currency,Amount,Merchant Area,Merchant Category,BookDate,ValueDate
2025-03-04,Butikk,Kjøp,-129.90,1,NOK,-129.90,OSLO,Grocery,2025-03-05,2025-03-05
2025-03-05,SHOP NYC,Kjøp,-12.00,10.5,USD,-126.00,NEW YORK,Grocery,2025-03-06,2025-03-06
2025-03-06,Innbetaling,Betaling,500.00,1,NOK,500.00,,,2025-03-07,2025-03-07
`,
  },
  {
    name: 'Curve',
    currency_code: 'GBP',
    rows: ['2025-03-05 -1299 Shop', '2025-03-06 -900 Cafe'],
    text: `
Date (YYYY-MM-DD as UTC),Merchant,Txn Amount (Funding Card),Txn Currency (Funding Card),Txn Amount (Foreign Spend),Txn Currency (Foreign Spend),Card Name,Card Last 4 Digits,Type,Category,Notes
2025-03-05,Shop,-12.99,GBP,,,X,1234,Purchase,Food,
2025-03-06,Cafe,-9.00,GBP,-10.50,EUR,X,1234,Purchase,Food,
`,
  },
  {
    name: 'Viseca',
    currency_code: 'CHF',
    rows: ['2025-03-15 -1299 Shop', '2025-03-16 -900 Cafe'],
    text: `
TransactionID;Datum;Valuta;Händler;Ort;Betrag;Währung;Originalbetrag;Originalwährung;Umrechnungskurs;Status;Kategorie
AAA1;2025-03-15T12:00:00;2025-03-16T00:00:00;Shop;Zürich;-12.99;CHF;;;;booked;food
AAA2;2025-03-16T12:00:00;2025-03-17T00:00:00;Cafe;Paris;-9.00;CHF;9.40;EUR;0.957;booked;food
`,
  },
  {
    name: 'Swisscard',
    currency_code: 'CHF',
    rows: ['2025-03-15 -1299 Shop', '2025-03-16 -900 Cafe', '2025-03-17 5000 IHRE ZAHLUNG'],
    text: `
Transaktionsdatum;Beschreibung;Händler;Kartennummer;Währung;Betrag;Fremdwährung;Betrag in Fremdwährung;Debit/Kredit;Status;Händlerkategorie;Registrierte Kategorie
15.03.2025;Shop;Shop;1234;CHF;12.99;;;Debit;Gebucht;Food;FOOD
16.03.2025;Cafe;Cafe;1234;CHF;9.00;EUR;9.40;Debit;Gebucht;Food;FOOD
17.03.2025;IHRE ZAHLUNG;;1234;CHF;-50.00;;;Kredit;Gebucht;;
`,
  },
  {
    name: 'Cembra',
    currency_code: 'CHF',
    asks: ['columns'],
    rows: ['2025-03-15 -1299 Shop', '2025-03-16 -900 Cafe'],
    text: `
Transaction date;Booking date;Description;Amount in transaction currency;Transaction currency;Amount CHF
15.03.2025;15.03.2025;Shop;-12.99;CHF;-12.99
16.03.2025;16.03.2025;Cafe;-9.40;EUR;-9.00
`,
  },
]
