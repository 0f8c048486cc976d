/** Further layouts. */
import type { Variation } from './variation.ts'

export const more2: readonly Variation[] = [
  {
    name: 'overdraft interest rows w/ zero amounts and balance col',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-14 0.00 Statement', '2025-03-15 500.00 Payroll'],
    text: `
Date,Description,Amount,Balance
2025-03-13,Shop,-30.00,70.00
2025-03-14,Statement,0.00,70.00
2025-03-15,Payroll,500.00,570.00
`,
  },
  {
    name: 'mixed quotes and semicolons in text',
    rows: ['2025-03-13 -30.00 Shop; North', '2025-03-15 500.00 Pay "roll"', '2025-03-16 -8.00 Kiosk'],
    text: `
Date;Text;Amount
13.03.2025;"Shop; North";-30,00
15.03.2025;"Pay ""roll""";500,00
16.03.2025;Kiosk;-8,00
`,
  },
  {
    name: 'CRLF+CR mix',
    rows: ['2025-03-13 -30.00 Shop', '2025-03-15 500.00 Payroll', '2025-03-16 -2.00 Bus'],
    text: 'Date;Text;Amount\r\n13.03.2025;Shop;-30,00\n15.03.2025;Payroll;500,00\r\n16.03.2025;Bus;-2,00\r\n',
  },
  {
    name: 'Total fuel same amount as row before',
    rows: ['2025-03-13 -50.00 Shop', '2025-03-14 -50.00 Total', '2025-03-15 900.00 Payroll', '2025-03-16 -3.00 Bus'],
    text: `
Date,Description,Amount
2025-03-13,Shop,-50.00
2025-03-14,Total,-50.00
2025-03-15,Payroll,900.00
2025-03-16,Bus,-3.00
`,
  },
  {
    name: 'Subtotal of a row named Sub Total Sandwiches',
    rows: ['2025-03-13 -50.00 Shop', '2025-03-14 -7.00 Subtotal Sandwiches', '2025-03-15 900.00 Payroll'],
    text: `
Date,Description,Amount
2025-03-13,Shop,-50.00
2025-03-14,Subtotal Sandwiches,-7.00
2025-03-15,Payroll,900.00
`,
  },
]
