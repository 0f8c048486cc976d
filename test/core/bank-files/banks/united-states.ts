/** How banks of the United States, and of programs and cards used there lay out their files. Written from what they do, with texts of our own. */
import type { BankLayout } from './bank-layout.ts'

export const unitedStates: readonly BankLayout[] = [
  {
    name: 'Chase checking',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-04 -1234 STARBUCKS STORE 01234', '2025-03-03 150000 ACME CORP PAYROLL PPD ID: 9111111101'],
    text: `
Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,03/04/2025,"STARBUCKS STORE 01234",-12.34,DEBIT_CARD,2487.66,,
CREDIT,03/03/2025,"ACME CORP PAYROLL PPD ID: 9111111101",1500.00,ACH_CREDIT,2500.00,,
`,
  },
  {
    name: 'Chase checking pending balance blank',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-04 -1234 STARBUCKS STORE 01234', '2025-03-03 -500 SPOTIFY', '2025-03-02 150000 ACME CORP PAYROLL'],
    text: `
Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,03/04/2025,"STARBUCKS STORE 01234",-12.34,DEBIT_CARD, ,,
DEBIT,03/03/2025,"SPOTIFY",-5.00,DEBIT_CARD,2495.00,,
CREDIT,03/02/2025,"ACME CORP PAYROLL",1500.00,ACH_CREDIT,2500.00,,
`,
  },
  {
    name: 'Chase card',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 AMAZON.COM*RT4', '2025-03-02 -1299 NETFLIX.COM', '2025-03-01 20000 Payment Thank You-Mobile'],
    text: `
Transaction Date,Post Date,Description,Category,Type,Amount,Memo
03/04/2025,03/05/2025,AMAZON.COM*RT4,Shopping,Sale,-42.10,
03/01/2025,03/02/2025,NETFLIX.COM,Entertainment,Sale,-12.99,
03/01/2025,03/01/2025,Payment Thank You-Mobile,,Payment,200.00,
`,
  },
  {
    name: 'BofA checking',
    currency_code: 'USD',
    rows: ['2025-03-03 -4500 COMCAST DES:CABLE', '2025-03-05 120000 EMPLOYER DES:PAYROLL', '2025-03-15 -2000 Zelle payment to Ann'],
    text: `
Description,,Summary Amt.
Beginning balance as of 03/01/2025,,"1,000.00"
Total credits,,"1,200.00"
Total debits,,"-65.00"
Ending balance as of 03/31/2025,,"2,135.00"

Date,Description,Amount,Running Bal.
03/01/2025,Beginning balance as of 03/01/2025,,"1,000.00"
03/03/2025,"COMCAST DES:CABLE","-45.00","955.00"
03/05/2025,"EMPLOYER DES:PAYROLL","1,200.00","2,155.00"
03/15/2025,"Zelle payment to Ann","-20.00","2,135.00"
`,
  },
  {
    name: 'BofA card',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-03 -4500 SHELL OIL 123', '2025-03-10 30000 PAYMENT - THANK YOU', '2025-03-11 -999 SPOTIFY USA'],
    text: `
Posted Date,Reference Number,Payee,Address,Amount
03/03/2025,24137461234567890123456,"SHELL OIL 123","AUSTIN        TX ",-45.00
03/10/2025,24137461234567890123457,"PAYMENT - THANK YOU","",300.00
03/11/2025,24137461234567890123458,"SPOTIFY USA","NEW YORK      NY ",-9.99
`,
  },
  {
    name: 'Wells Fargo no header',
    currency_code: 'USD',
    rows: [
      '2025-03-14 -4520 PURCHASE AUTHORIZED ON 03/13 TARGET',
      '2025-03-13 100000 ACME INC PAYROLL',
      '2025-03-12 -6000 ONLINE TRANSFER TO SAVINGS',
      '2025-03-11 -1500 RECURRING PAYMENT HULU',
    ],
    text: `
"03/14/2025","-45.20","*","","PURCHASE AUTHORIZED ON 03/13 TARGET"
"03/13/2025","1000.00","*","","ACME INC PAYROLL"
"03/12/2025","-60.00","*","","ONLINE TRANSFER TO SAVINGS"
"03/11/2025","-15.00","*","","RECURRING PAYMENT HULU"
`,
  },
  {
    name: 'Capital One card',
    currency_code: 'USD',
    rows: ['2025-03-05 -4210 TRADER JOES', '2025-03-02 20000 CAPITAL ONE MOBILE PYMT', '2025-03-01 -500 PARKING'],
    text: `
Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
2025-03-04,2025-03-05,1234,TRADER JOES,Merchandise,42.10,
2025-03-02,2025-03-02,1234,CAPITAL ONE MOBILE PYMT,Payment/Credit,,200.00
2025-02-28,2025-03-01,1234,PARKING,Other,5.00,
`,
  },
  {
    name: 'Capital One 360',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 Withdrawal from ACME POWER', '2025-03-04 100000 Deposit from ACME PAYROLL'],
    text: `
Account Number,Transaction Description,Transaction Date,Transaction Type,Transaction Amount,Balance
1234,Withdrawal from ACME POWER,03/05/25,Debit,42.10,957.90
1234,Deposit from ACME PAYROLL,03/04/25,Credit,1000.00,1000.00
`,
  },
  {
    name: 'Discover',
    currency_code: 'USD',
    asks: ['date_order', 'positive_is'],
    rows: ['2025-03-05 -4210 KROGER #123', '2025-03-06 -1500 SHELL', '2025-03-09 30000 INTERNET PAYMENT - THANK YOU'],
    text: `
Trans. Date,Post Date,Description,Amount,Category
03/04/2025,03/05/2025,"KROGER #123",42.10,"Supermarkets"
03/05/2025,03/06/2025,"SHELL",15.00,"Gasoline"
03/09/2025,03/09/2025,"INTERNET PAYMENT - THANK YOU",-300.00,"Payments and Credits"
`,
  },
  {
    name: 'Amex US',
    currency_code: 'USD',
    asks: ['date_order', 'positive_is'],
    rows: ['2025-03-05 -4210 UBER TRIP', '2025-03-04 -1900 WHOLEFDS', '2025-03-01 25000 AUTOPAY PAYMENT - THANK YOU'],
    text: `
Date,Description,Card Member,Account #,Amount
03/05/2025,UBER TRIP,JANE DOE,-11001,42.10
03/04/2025,WHOLEFDS,JANE DOE,-11001,19.00
03/01/2025,AUTOPAY PAYMENT - THANK YOU,JANE DOE,-11001,-250.00
`,
  },
  {
    name: 'Citi card',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 COSTCO WHSE', '2025-03-03 20000 ONLINE PAYMENT, THANK YOU', '2025-03-02 -800 SUBWAY'],
    text: `
Status,Date,Description,Debit,Credit,Member Name
Cleared,03/05/2025,"COSTCO WHSE",42.10,,JANE DOE
Cleared,03/03/2025,"ONLINE PAYMENT, THANK YOU",,-200.00,JANE DOE
Cleared,03/02/2025,"SUBWAY",8.00,,JANE DOE
`,
  },
  {
    name: 'US Bank',
    currency_code: 'USD',
    rows: ['2025-03-05 -4210 Web Authorized Pmt Gas', '2025-03-04 80000 Electronic Deposit Acme'],
    text: `
"Date","Transaction","Name","Memo","Amount"
"2025-03-05","DEBIT","Web Authorized Pmt Gas","Download from usbank.com.","-42.10"
"2025-03-04","CREDIT","Electronic Deposit Acme","Download from usbank.com.","800.00"
`,
  },
  {
    name: 'PNC',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 DEBIT CARD PURCHASE KROGER', '2025-03-04 80000 DIRECT DEPOSIT ACME', '2025-03-03 -900 NETFLIX'],
    text: `
Date,Description,Withdrawals,Deposits,Category,Balance
03/05/2025,DEBIT CARD PURCHASE KROGER,$42.10,,Groceries,$848.90
03/04/2025,DIRECT DEPOSIT ACME,,$800.00,Paychecks,$891.00
03/03/2025,NETFLIX,$9.00,,Entertainment,$91.00
`,
  },
  {
    name: 'USAA',
    currency_code: 'USD',
    rows: ['2025-03-05 -4210 Heb Grocery', '2025-03-04 80000 Usaf Pay', '2025-03-02 -1000 Coffee'],
    text: `
Date,Description,Original Description,Category,Amount,Status
2025-03-05,"Heb Grocery","HEB #123 SAN ANTONIO",Groceries,-42.10,Posted
2025-03-04,"Usaf Pay","DFAS-CLEVELAND",Paycheck,800.00,Posted
2025-03-06,"Shell Oil","SHELL",Gas,-30.00,Pending
2025-03-02,"Coffee","STARBUCKS",Dining,-10.00,Posted
`,
  },
  {
    name: 'Ally',
    currency_code: 'USD',
    rows: ['2025-03-05 -4210 ACME ELECTRIC', '2025-03-04 150 Interest Paid'],
    text: `
Date, Time, Amount, Type, Description
2025-03-05, 12:00:00, -42.10, Withdrawal, ACME ELECTRIC
2025-03-04, 12:00:00, 1.50, Deposit, Interest Paid
`,
  },
  {
    name: 'Schwab bank',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 WALMART', '2025-03-04 100000 ACME PAYROLL'],
    text: `
"Transactions  for Checking account ending in 123 as of 03/06/2025 10:11:12 AM ET"
"Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"
"03/05/2025","Posted","VISA","","WALMART","$42.10","","$1,957.90"
"03/04/2025","Posted","ACH","","ACME PAYROLL","","$1,000.00","$2,000.00"
`,
  },
  {
    name: 'Schwab pending group',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 WALMART', '2025-03-04 100000 ACME PAYROLL'],
    text: `
"Transactions  for Checking account ending in 123 as of 03/06/2025 10:11:12 AM ET"
"Date","Type","Check #","Description","Withdrawal (-)","Deposit (+)","RunningBalance"
"Pending Transactions","","","","","",""
"03/06/2025","VISA","","SHELL OIL","$30.00","",""
"Posted Transactions","","","","","",""
"03/05/2025","VISA","","WALMART","$42.10","","$1,957.90"
"03/04/2025","ACH","","ACME PAYROLL","","$1,000.00","$2,000.00"
`,
  },
  {
    name: 'Navy Federal',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 WALMART', '2025-03-04 100000 DFAS PAY'],
    text: `
Posting Date,Transaction Date,Amount,Credit Debit Indicator,type,Type Group,Reference,Instructed Currency,Currency Exchange Rate,Instructed Amount,Description,Category,Check Serial Number,Card Ending
03/05/2025,03/04/2025,42.1,Debit,POS,,,,,,WALMART,Shopping,,1234
03/04/2025,03/04/2025,1000,Credit,ACH,,,,,,DFAS PAY,Paycheck,,
`,
  },
  {
    name: 'Fidelity cash',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 DIRECT DEBIT ACME ELECTRIC', '2025-03-04 100000 DIRECT DEPOSIT ACME'],
    text: `


Run Date,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Cash Balance ($),Settlement Date
03/05/2025, DIRECT DEBIT ACME ELECTRIC, ,No Description,Cash,0.000,,,,,-42.10,957.90,
03/04/2025, DIRECT DEPOSIT ACME, ,No Description,Cash,0.000,,,,,1000.00,1000.00,


"The data and information in this spreadsheet is provided to you solely for your use"
"Date downloaded 03/06/2025 1:00 am"
`,
  },
  {
    name: 'Venmo',
    currency_code: 'USD',
    rows: ['2025-03-02 -2500 Bob Smith', '2025-03-03 4000 Carl Jones'],
    text: `
Account Statement - (@jane) ,,,,,,,,,,,,,,,,,,,,,
Account Activity,,,,,,,,,,,,,,,,,,,,,
,ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (tip),Amount (tax),Amount (fee),Tax Rate,Tax Exempt,Funding Source,Destination,Beginning Balance,Ending Balance,Statement Period Venmo Fees,Terminal Location,Year to Date Venmo Fees,Disclaimer
,,,,,,,,,,,,,,,,$100.00,,,,,
,3701234567890123456,2025-03-02T18:22:33,Payment,Complete,pizza,Jane Doe,Bob Smith,- $25.00,,0,,0,,Venmo balance,,,,,Venmo,,
,3701234567890123457,2025-03-03T19:22:33,Payment,Complete,rent,Carl Jones,Jane Doe,+ $40.00,,0,,0,,,Venmo balance,,,,Venmo,,
,,,,,,,,,,,,,,,,,$115.00,$0.00,,$0.00,"In case of errors"
`,
  },
  {
    name: 'Apple Card',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 Apple Store', '2025-03-04 -1000 Uber', '2025-03-01 10000 Ach Deposit Internet Transfer'],
    text: `
Transaction Date,Clearing Date,Description,Merchant,Category,Type,Amount (USD),Purchased By
03/04/2025,03/05/2025,"APPLE STORE R123 1 INFINITE LOOP","Apple Store","Shopping","Purchase","42.10","Jane Doe"
03/03/2025,03/04/2025,"UBER TRIP HELP.UBER.COM","Uber","Transportation","Purchase","10.00","Jane Doe"
03/01/2025,03/01/2025,"ACH DEPOSIT INTERNET TRANSFER","Ach Deposit Internet Transfer","Payment","Payment","-100.00","Jane Doe"
`,
  },
  {
    name: 'Mint',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 Kroger', '2025-03-04 100000 Acme Paycheck'],
    text: `
"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"
"3/05/2025","Kroger","KROGER #123","42.10","debit","Groceries","Checking","",""
"3/04/2025","Acme Paycheck","ACME INC PAYROLL","1000.00","credit","Paycheck","Checking","",""
`,
  },
  {
    name: 'YNAB register',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -4210 Kroger', '2025-03-04 100000 Acme'],
    text: `
"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow","Inflow","Cleared"
"Checking","","03/05/2025","Kroger","Everyday: Groceries","Everyday","Groceries","",$42.10,$0.00,"Cleared"
"Checking","","03/04/2025","Acme","Inflow: Ready to Assign","Inflow","Ready to Assign","",$0.00,$1000.00,"Cleared"
`,
  },
  {
    name: 'PayPal',
    currency_code: 'USD',
    asks: ['date_order'],
    rows: ['2025-03-05 -1299 Spotify', '2025-03-04 5000 Bob Smith'],
    text: `
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance"
"03/05/2025","10:00:00","PST","Spotify","PreApproved Payment Bill User Payment","Completed","USD","-12.99","0.00","-12.99","jane@x.com","spotify@x.com","1AB23456CD789012E","37.01"
"03/04/2025","09:00:00","PST","Bob Smith","Mobile Payment","Completed","USD","50.00","0.00","50.00","bob@x.com","jane@x.com","2AB23456CD789012E","50.00"
`,
  },
  {
    name: 'Stripe balance',
    currency_code: 'USD',
    asks: ['columns', 'positive_is'],
    rows: [],
    text: `
id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description
txn_1,charge,ch_1,100.00,3.20,96.80,usd,2025-03-05 10:00,2025-03-07 00:00,Charge for order 1
txn_2,payout,po_1,-96.80,0.00,-96.80,usd,2025-03-06 10:00,2025-03-06 00:00,STRIPE PAYOUT
`,
  },
  {
    name: 'Cash App',
    currency_code: 'USD',
    asks: ['positive_is'],
    rows: ['2025-03-05 -2000 Bob Smith', '2025-03-04 4000 Ann Lee'],
    text: `
"Transaction ID","Date","Transaction Type","Currency","Amount","Fee","Net Amount","Asset Type","Asset Price","Asset Amount","Status","Notes","Name of sender/receiver","Account"
"abc123","2025-03-05 10:00:00 EST","Sent P2P","USD","-$20.00","$0","-$20.00","","","","PAYMENT SENT","lunch","Bob Smith","Visa Debit 0987"
"abc124","2025-03-04 10:00:00 EST","Received P2P","USD","$40.00","$0","$40.00","","","","PAYMENT DEPOSITED","","Ann Lee","Your Cash"
`,
  },
]
