/** What `npm run test:mutation` changes, part by part, and the tests that are to notice. */

export interface Part {
  /** Files in which something is changed. */
  files: readonly string[]
  /** Test files that hold them; without a PostgreSQL, which would make minutes of each change. */
  tests: readonly string[]
}

const core = (folder: string, ...names: string[]): string[] => names.map((name) => `core/${folder}${name}.ts`)
const tests = (folder: string, ...names: string[]): string[] => names.map((name) => `test/${folder}/${name}.test.ts`)

export const parts = {
  money: {
    files: core('money/', 'amount-text', 'money', 'plan-amounts', 'typed-amount'),
    tests: tests('core', 'money', 'typed-amount', 'plan-amounts'),
  },
  dates: {
    files: [...core('', 'calendar'), ...core('schedule/', 'scheduled-dates', 'schedule', 'row-parts', 'spread')],
    tests: tests('core', 'calendar', 'schedule', 'schedule-in-utc', 'spread'),
  },
  allocation: {
    files: core('', 'allocation'),
    tests: tests('core', 'allocation'),
  },
  matching: {
    files: core('actuals/', 'assignment', 'candidates', 'margins', 'match-payments', 'names', 'worth'),
    tests: tests(
      'core/actuals',
      'assignment',
      'margins',
      'candidates',
      'worth',
      'names',
      'match-payments',
      'match-rules',
      'reconcile',
      'card-payments',
      'bring-to-bank',
    ),
  },
  access: {
    files: ['core/contract/route.ts', 'server/http/guard.ts', 'server/http/identity.ts', 'server/auth/identity.ts'],
    tests: tests('server', 'callers', 'guard'),
  },
} satisfies Record<string, Part>

export type PartName = keyof typeof parts
export const partNames = Object.keys(parts) as PartName[]

/** The least share of changes that the tests of a part have to notice. */
export const leastScore = 0.85
