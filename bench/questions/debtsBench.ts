/** Orders of debts: how far the order of the least interest is above the least of every order there is, and what an answer takes. */
import { everyOrderSuite } from '../../test/core/questions/debts.suite.ts'
import type { Part } from '../report.ts'

/** Plans are other ones each time. Of more debts every order takes long to try, so fewer of them are. */
const sizes = [
  { plans: 1_000, least: 2, most: 4 },
  { plans: 20, least: 5, most: 6 },
]

export function benchDebts(): Part {
  const seen = sizes.map((size) => ({ ...size, ...everyOrderSuite(size.plans, size.least, size.most) }))
  return {
    title: 'Questions: in which order debts are paid off',
    findings: seen.flatMap(({ plans, least, most, worst, slowest_ms }) => {
      const from = `${plans} plans of ${least} to ${most} debts`
      return [
        {
          name: `interest above the least of every order, the worst of ${from}`,
          value: worst,
          unit: '' as const,
          bound: { at: 'most' as const, value: 0.001 },
          from,
        },
        {
          name: `processor time of the slowest answer, ${from}`,
          value: slowest_ms,
          unit: 'ms' as const,
          bound: { at: 'most' as const, value: 1_000 },
          from,
        },
      ]
    }),
    table: [
      ['debts', 'plans', 'worst', 'slowest'],
      ...seen.map(({ plans, least, most, worst, slowest_ms }) => [
        `${least}–${most}`,
        String(plans),
        `${(100 * worst).toFixed(3)} %`,
        `${slowest_ms.toFixed(0)} ms`,
      ]),
    ],
    notes: ['The first answer warms up, so the slowest may be that one.'],
    measured: seen,
  }
}
