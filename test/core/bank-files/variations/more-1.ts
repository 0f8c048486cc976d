/** Further layouts. */
import type { Variation } from './variation.ts'

export const more1: readonly Variation[] = [
  {
    name: 'header repeated each page with page totals',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone', '2025-03-16 -5.00 Cafe'],
    text: `
Date,Details,Debit,Credit,Balance
13/03/2025,Rent,850.00,,150.00
14/03/2025,Employer,,1900.00,2050.00
Page 1 of 2,,,,
Date,Details,Debit,Credit,Balance
Balance brought forward,,,,2050.00
15/03/2025,Phone,18.00,,2032.00
16/03/2025,Cafe,5.00,,2027.00
Page 2 of 2,,,,
`,
  },
  {
    name: 'amount in words for CR only in own col after',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone'],
    text: `
Date,Details,Amount,
13/03/2025,Rent,850.00,
14/03/2025,Employer,1900.00,CR
15/03/2025,Phone,18.00,
`,
  },
  {
    name: 'two currencies of one account with balances each',
    rows: ['2025-03-13 -850.00 Rent', '2025-03-14 1900.00 Employer', '2025-03-15 -18.00 Phone', '2025-03-16 -7.00 Cafe'],
    accounts: 2,
    text: `
Date,Details,Amount,Currency,Balance
13/03/2025,Rent,-850.00,EUR,150.00
14/03/2025,Employer,1900.00,USD,2000.00
15/03/2025,Phone,-18.00,EUR,132.00
16/03/2025,Cafe,-7.00,USD,1993.00
`,
  },
  {
    name: 'reversed newest first without balance',
    rows: ['2025-03-16 -5.00 Cafe', '2025-03-15 -18.00 Phone', '2025-03-14 1900.00 Employer', '2025-03-13 -850.00 Rent'],
    text: `
Date;Description;Value
16.03.2025;Cafe;-5,00
15.03.2025;Phone;-18,00
14.03.2025;Employer;1.900,00
13.03.2025;Rent;-850,00
`,
  },
  {
    name: 'signs by word Einnahme negative Ausgabe',
    rows: ['2025-03-16 -5.00 Cafe', '2025-03-14 1900.00 Employer'],
    text: `
Datum;Buchungsart;Name;Betrag
16.03.2025;Ausgang;Cafe;5,00
14.03.2025;Eingang;Employer;1.900,00
`,
  },
  {
    name: 'quantity and price columns',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 -8.00 Kiosk'],
    text: `
Date,Description,Quantity,Price,Amount
13/03/2025,Shop,3,10.00,-30.00
14/03/2025,Kiosk,2,4.00,-8.00
`,
  },
  {
    name: 'check number column',
    rows: ['2025-03-13 -30.00 Check', '2025-03-14 -8.00 Kiosk', '2025-03-15 1000.00 Pay'],
    text: `
Date,Check Number,Description,Amount
03/13/2025,1021,Check,-30.00
03/14/2025,,Kiosk,-8.00
03/15/2025,,Pay,1000.00
`,
  },
  {
    name: 'available balance and current balance',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 -8.00 Kiosk', '2025-03-15 1000.00 Pay'],
    balance_cents: 106200,
    text: `
Date,Description,Amount,Current Balance,Available Balance
2025-03-13,Shop,-30.00,70.00,570.00
2025-03-14,Kiosk,-8.00,62.00,562.00
2025-03-15,Pay,1000.00,1062.00,1562.00
`,
  },
  {
    name: 'credit limit column',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 -8.00 Kiosk', '2025-03-15 500.00 Payment'],
    text: `
Date,Description,Amount,Credit Limit
2025-03-13,Shop,-30.00,5000.00
2025-03-14,Kiosk,-8.00,5000.00
2025-03-15,Payment,500.00,5000.00
`,
  },
  {
    name: 'month column and year column',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 -8.00 Kiosk', '2025-03-15 500.00 Payment'],
    text: `
Year,Month,Date,Description,Amount
2025,03,2025-03-13,Shop,-30.00
2025,03,2025-03-14,Kiosk,-8.00
2025,03,2025-03-15,Payment,500.00
`,
  },
  {
    name: 'negative in red as CR minus? accounting dash',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payment', '2025-03-16 -8.00 Kiosk'],
    text: `
Date,Description,Withdrawals,Deposits
2025-03-13,Shop,"$30.00","$ -"
2025-03-15,Payment,"$ -","$500.00"
2025-03-16,Kiosk,"$8.00","$ -"
`,
  },
  {
    name: 'n/a for empties',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payment', '2025-03-16 -8.00 Kiosk'],
    text: `
Date,Description,Withdrawals,Deposits
2025-03-13,Shop,30.00,N/A
2025-03-15,Payment,N/A,500.00
2025-03-16,Kiosk,8.00,N/A
`,
  },
  {
    name: 'null for empties',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payment', '2025-03-16 -8.00 Kiosk'],
    text: `
Date,Description,Withdrawals,Deposits
2025-03-13,Shop,30.00,null
2025-03-15,Payment,null,500.00
2025-03-16,Kiosk,8.00,null
`,
  },
  {
    name: 'dates with dots and time in same cell',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payment', '2025-03-16 -8.00 Kiosk'],
    text: `
Datum/Uhrzeit;Text;Betrag
13.03.2025 08:15;Shop;-30,00
15.03.2025 23:59:59;Payment;500,00
16.03.2025 00:00;Kiosk;-8,00
`,
  },
  {
    name: 'fees row by row included separately',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-13 -0.30 Fee: Shop', '2025-03-15 500.00 Payment'],
    text: `
Date,Description,Amount
2025-03-13,Shop,-30.00
2025-03-13,Fee: Shop,-0.30
2025-03-15,Payment,500.00
`,
  },
  {
    name: 'blank direction for transfers with sign',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 -100.00 Savings', '2025-03-15 500.00 Payment'],
    text: `
Date,Type,Description,Amount
2025-03-13,DEBIT,Shop,-30.00
2025-03-14,,Savings,-100.00
2025-03-15,CREDIT,Payment,500.00
`,
  },
  {
    name: 'account transfer col',
    rows: [
      '2025-03-13 -30.00 To savings',
      '2025-03-13 30.00 From checking',
      '2025-03-15 500.00 Payroll ACME',
      '2025-03-16 -12.00 Shop',
      '2025-03-17 -13.00 Shop',
    ],
    accounts: 2,
    text: `
Account,Date,Description,Amount
Checking,2025-03-13,To savings,-30.00
Savings,2025-03-13,From checking,30.00
Checking,2025-03-15,Payroll ACME,500.00
Checking,2025-03-16,Shop,-12.00
Checking,2025-03-17,Shop,-13.00
`,
  },
  {
    name: 'deposit column named Amount, withdrawals in other',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payroll', '2025-03-16 -8.00 Kiosk'],
    text: `
Date,Description,Withdrawal Amount,Deposit Amount,Balance Amount
2025-03-13,Shop,30.00,,970.00
2025-03-15,Payroll,,500.00,1470.00
2025-03-16,Kiosk,8.00,,1462.00
`,
  },
  {
    name: 'totals at top',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payroll', '2025-03-16 -8.00 Kiosk'],
    text: `
Date,Description,Debit,Credit
,Total,38.00,500.00
2025-03-13,Shop,30.00,
2025-03-15,Payroll,,500.00
2025-03-16,Kiosk,8.00,
`,
  },
  {
    name: 'negative balance account',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payroll', '2025-03-16 -8.00 Kiosk'],
    balance_cents: -3800,
    text: `
Date;Text;Amount;Balance
13.03.2025;Shop;-30,00;-530,00
15.03.2025;Payroll;500,00;-30,00
16.03.2025;Kiosk;-8,00;-38,00
`,
  },
  {
    name: 'description contains amount-like & date-like only',
    rows: ['2025-03-13 -30.00 2025-03-12 15.00', '2025-03-15 500.00 Payroll', '2025-03-16 -8.00 1234'],
    text: `
Date;Text;Amount
13.03.2025;2025-03-12 15.00;-30,00
15.03.2025;Payroll;500,00
16.03.2025;1234;-8,00
`,
  },
  {
    name: 'status col with only pending rows in part of file w/o header',
    rows: ['2025-03-15 500.00 Payroll', '2025-03-16 -8.00 Kiosk'],
    text: `
2025-03-17,Shop,-30.00,PENDING
2025-03-16,Kiosk,-8.00,POSTED
2025-03-15,Payroll,500.00,POSTED
`,
  },
]
