/** How banks of Britain lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const britain: readonly BankLayout[] = [
  {
    name: 'Monzo',
    currency_code: 'GBP',
    asks: ['date_order'],
    rows: ['2025-03-05 -350 Pret A Manger', '2025-03-04 120000 ACME LTD'],
    text: `
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_0001,05/03/2025,08:12:33,Card payment,Pret A Manger,,Eating out,-3.50,GBP,-3.50,GBP,,1 High St,,PRET A MANGER LONDON,,-3.50,
tx_0002,04/03/2025,00:12:33,Faster payment,ACME LTD,,Income,1200.00,GBP,1200.00,GBP,,,,SALARY,,,1200.00
`,
  },
  {
    name: 'Monzo abroad',
    currency_code: 'GBP',
    rows: ['2025-03-05 -350 Pret A Manger', '2025-03-06 -840 Boulangerie Paul', '2025-03-14 120000 ACME LTD'],
    text: `
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_0001,05/03/2025,08:12:33,Card payment,Pret A Manger,,Eating out,-3.50,GBP,-3.50,GBP,,1 High St,,PRET A MANGER LONDON,,-3.50,
tx_0003,06/03/2025,08:12:33,Card payment,Boulangerie Paul,,Eating out,-8.40,GBP,-10.00,EUR,,1 Rue,,PAUL PARIS,,-8.40,
tx_0002,14/03/2025,00:12:33,Faster payment,ACME LTD,,Income,1200.00,GBP,1200.00,GBP,,,,SALARY,,,1200.00
`,
  },
  {
    name: 'Starling',
    currency_code: 'GBP',
    asks: ['date_order'],
    rows: ['2025-03-04 120000 Acme', '2025-03-05 -350 Pret'],
    text: `
Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
04/03/2025,Acme,SALARY,FASTER PAYMENT,1200.00,1200.00,INCOME,
05/03/2025,Pret,PRET LONDON,CONTACTLESS,-3.50,1196.50,EATING_OUT,
`,
  },
  {
    name: 'Barclays',
    currency_code: 'GBP',
    asks: ['date_order', 'positive_is'],
    rows: ['2025-03-05 -350 PRET LONDON', '2025-03-04 120000 ACME LTD'],
    text: `
Number,Date,Account,Amount,Subcategory,Memo
 	,05/03/2025,20-00-00 12345678,-3.50,Debit,PRET LONDON
 	,04/03/2025,20-00-00 12345678,1200.00,Counter Credit,ACME LTD
`,
  },
  {
    name: 'Lloyds',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 PRET', '2025-03-24 120000 ACME LTD'],
    text: `
Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
25/03/2025,DEB,'30-00-00,12345678,PRET,3.50,,1196.50
24/03/2025,FPI,'30-00-00,12345678,ACME LTD,,1200.00,1200.00
`,
  },
  {
    name: 'NatWest',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 1234 24MAR25, PRET, LONDON GB', '2025-03-24 120000 ACME LTD, SALARY'],
    text: `
Date, Type, Description, Value, Balance, Account Name, Account Number

25/03/2025,POS,"'1234 24MAR25, PRET, LONDON GB",-3.50,1196.50,"'DOE J","'600000-12345678",
24/03/2025,BAC,"'ACME LTD, SALARY",1200.00,1200.00,"'DOE J","'600000-12345678",
`,
  },
  {
    name: 'HSBC UK no header',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 PRET LONDON VIS', '2025-03-24 120000 ACME LTD CR', '2025-03-21 -4500 EDF ENERGY DD'],
    text: `
25/03/2025,PRET LONDON VIS,-3.50
24/03/2025,ACME LTD CR,"1,200.00"
21/03/2025,EDF ENERGY DD,-45.00
`,
  },
  {
    name: 'Santander UK text-like',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 CARD PAYMENT TO PRET', '2025-03-24 120000 BANK GIRO CREDIT REF ACME'],
    text: `
Date;Type;Merchant/Description;Debit/Credit;Balance
25/03/2025;CARD PAYMENT;CARD PAYMENT TO PRET;-£3.50;£1196.50
24/03/2025;CREDIT;BANK GIRO CREDIT REF ACME;£1200.00;£1200.00
`,
  },
  {
    name: 'Nationwide',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 PRET LONDON', '2025-03-24 120000 ACME LTD'],
    text: `
"Account Name:","FlexAccount ****12345"
"Account Balance:","£1196.50"
"Available Balance: ","£1196.50"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"25 Mar 2025","Contactless Payment","PRET LONDON","£3.50","","£1196.50"
"24 Mar 2025","Bank credit","ACME LTD","","£1200.00","£1200.00"
`,
  },
  {
    name: 'First Direct',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 PRET LONDON', '2025-03-24 120000 ACME LTD'],
    text: `
Date,Description,Amount,Balance
25/03/2025,PRET LONDON,-3.50,1196.50
24/03/2025,ACME LTD,1200.00,1200.00
`,
  },
  {
    name: 'Revolut',
    currency_code: 'GBP',
    rows: ['2025-03-05 -350 Pret A Manger', '2025-03-06 10000 Top-Up by *1234'],
    text: `
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2025-03-04 10:00:00,2025-03-05 11:00:00,Pret A Manger,-3.50,0.00,GBP,COMPLETED,96.50
TOPUP,Current,2025-03-06 10:00:00,2025-03-06 11:00:00,Top-Up by *1234,100.00,0.00,GBP,COMPLETED,196.50
CARD_PAYMENT,Current,2025-03-06 12:00:00,,Uber,-9.00,0.00,GBP,PENDING,
CARD_PAYMENT,Current,2025-03-06 12:00:00,,Hotel,-99.00,0.00,GBP,REVERTED,
`,
  },
  {
    name: 'Wise',
    currency_code: 'EUR',
    asks: ['date_order'],
    rows: ['2025-03-05 -2000 Pret', '2025-03-04 10000 Jane Doe'],
    text: `
"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees"
CARD-123,05-03-2025,-20.00,EUR,"Card transaction of 20.00 EUR issued by Pret",,80.00,,,,,,,Pret,1234,"Jane Doe",,,0.00
TRANSFER-122,04-03-2025,100.00,EUR,"Received money from Jane Doe with reference x",x,100.00,,,,"Jane Doe",,,,,,,,0.00
`,
  },
  {
    name: 'Amex UK',
    currency_code: 'GBP',
    asks: ['positive_is'],
    rows: ['2025-03-25 -4210 WAITROSE', '2025-03-24 -1900 TFL', '2025-03-21 25000 PAYMENT RECEIVED - THANK YOU'],
    text: `
Date,Description,Amount
25/03/2025,WAITROSE,42.10
24/03/2025,TFL,19.00
21/03/2025,PAYMENT RECEIVED - THANK YOU,-250.00
`,
  },
  {
    name: 'Halifax card',
    currency_code: 'GBP',
    asks: ['positive_is'],
    rows: ['2025-03-25 -4210 TESCO STORES', '2025-03-24 10000 DIRECT DEBIT PAYMENT'],
    text: `
Date,Date entered,Reference,Description,Amount,
25/03/2025,26/03/2025,12345678,TESCO STORES,42.10,
24/03/2025,24/03/2025,12345679,DIRECT DEBIT PAYMENT,-100.00,
`,
  },
  {
    name: 'TSB',
    currency_code: 'GBP',
    rows: ['2025-03-25 -350 PRET', '2025-03-24 120000 ACME'],
    text: `
Transaction date,Transaction type,Sort code,Account number,Transaction description,Debit amount,Credit amount,Balance
25/03/2025,DEB,77-00-00,12345678,PRET,3.50,,1196.50
24/03/2025,BGC,77-00-00,12345678,ACME,,1200.00,1200.00
`,
  },
]
