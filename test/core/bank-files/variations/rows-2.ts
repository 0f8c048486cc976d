/** Balances, totals, states, accounts and what stands above and below a table. */
import type { Variation } from './variation.ts'

export const rows2: readonly Variation[] = [
  {
    name: 'footer lines of text',
    rows: ['2025-12-13 -84.20 POWER', '2025-12-14 1900.00 WAGES'],
    text: `
Date,Description,Amount
12/13/2025,POWER,-84.20
12/14/2025,WAGES,1900.00

Balances as of 12/15/2025 may not include pending transactions.
Downloaded 12/15/2025 at 10:33 AM`,
  },
  {
    name: 'footer with delimiter',
    rows: ['2025-12-13 -84.20 POWER', '2025-12-14 1900.00 WAGES'],
    text: `
Date,Description,Amount
12/13/2025,POWER,-84.20
12/14/2025,WAGES,1900.00
Brokerage services are offered by X, member FINRA, and Y`,
  },
  {
    name: '"3 records" footer',
    rows: ['2025-12-13 -84.20 POWER', '2025-12-14 1900.00 WAGES'],
    text: `
Date,Description,Amount
12/13/2025,POWER,-84.20
12/14/2025,WAGES,1900.00
2 records`,
  },
]
