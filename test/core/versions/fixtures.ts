/** One plan in the words of each version of the record: the same in all of them. A new version adds its own and leaves these as they are. */

const at = '2026-02-01T08:00:00.000Z'
const head = (nth: number) => ({ id: `00000000-0000-4000-8000-00000000000${nth}`, position: 0, created_at: at, updated_at: at })
const summary = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'Household',
  planning_balance_cents: 120_000,
  start_date: '2026-02-01',
  currency_code: 'EUR',
  revision: 7,
  created_at: at,
  updated_at: at,
}

/** Of the first release: six fields of a bill, four of an allocation. */
export const oldest = {
  ...summary,
  bills: [{ ...head(1), name: 'Rent', amount_cents: 90_000, due_date: '2026-02-15', category: null, predicted: false }],
  allocations: [{ ...head(2), target: 'savings:Car', kind: 'percent', value: 5 }],
}
const fieldsOfOne = {
  opening_pots: [],
  balance_allocated: false,
  floor_cents: 0,
  safety_days: 90,
  dismissed: [],
  parent_id: null,
  parent_revision: null,
  branch_revision: null,
}
const fieldsOfRent = { amount_low_cents: null, amount_high_cents: null, evidence: null }
const beyondMain = { accounts: [], transfers: [] }
const noLinks = { bank_links: [] }
const oldestToday = {
  ...summary,
  ...fieldsOfOne,
  bills: [{ ...oldest.bills[0], ...fieldsOfRent, schedule: null, exceptions: {}, changes: [], account_id: null, spread: false }],
  incomes: [],
  allocations: [{ ...oldest.allocations[0], base: 'balance', keeps_filling: false }],
  goals: [],
  ...beyondMain,
  ...noLinks,
}

/** Before versions were counted: four lists of dates. */
const plan1 = {
  ...summary,
  ...fieldsOfOne,
  bills: [
    {
      ...head(1),
      ...fieldsOfRent,
      name: 'Rent',
      amount_cents: 90_000,
      due_date: '2026-01-15',
      category: null,
      predicted: false,
      schedule: {
        every: 1,
        unit: 'month',
        until: '2027-01-15',
        skip: ['2026-04-15'],
        move: { '2026-03-15': '2026-03-20', '2026-04-15': '2026-04-16' },
        amounts: { '2026-05-15': 95_000, '2026-03-15': 0 },
      },
      settled: ['2026-01-15', '2026-03-15', '2025-12-15'],
    },
    {
      ...head(3),
      position: 1,
      ...fieldsOfRent,
      name: 'Sofa',
      amount_cents: 45_000,
      due_date: '2026-02-20',
      category: 'Home',
      predicted: false,
      schedule: null,
      settled: ['2026-02-20'],
    },
    {
      ...head(4),
      position: 2,
      ...fieldsOfRent,
      name: 'Once, skipped',
      amount_cents: 5,
      due_date: '2026-02-21',
      category: null,
      predicted: false,
      schedule: { every: 1, unit: 'day', count: 1, skip: ['2026-02-21'] },
      settled: [],
    },
  ],
  incomes: [],
  allocations: [],
  goals: [],
}
const { settled: _ofRent, ...rent } = plan1.bills[0]!
const { settled: _ofSofa, ...sofa } = plan1.bills[1]!
const { settled: _ofOnce, ...once } = plan1.bills[2]!
const plan2 = {
  ...plan1,
  bills: [
    {
      ...rent,
      schedule: { every: 1, unit: 'month', until: '2027-01-15' },
      exceptions: {
        '2025-12-15': { rest: 'dropped' },
        '2026-01-15': { rest: 'dropped' },
        '2026-03-15': { moved_to: '2026-03-20', amount_cents: 0, rest: 'dropped' },
        '2026-04-15': { skipped: true, moved_to: '2026-04-16' },
        '2026-05-15': { amount_cents: 95_000 },
      },
    },
    { ...sofa, exceptions: { '2026-02-20': { rest: 'dropped' } } },
    { ...once, schedule: { every: 1, unit: 'day', count: 1 }, exceptions: { '2026-02-21': { skipped: true } } },
  ],
}

const plan2Then = { ...plan2, bills: plan2.bills.map((bill) => ({ ...bill, changes: [] })) }
const onMain = <Row extends object>(plan: { bills: readonly Row[] }) => ({
  ...plan,
  ...beyondMain,
  bills: plan.bills.map((bill) => ({ ...bill, account_id: null })),
})
/** As version 4 had it, in today's words. */
const onOneDay = <Row extends object>(plan: { bills: readonly Row[] }) => ({
  ...plan,
  ...noLinks,
  bills: plan.bills.map((bill) => ({ ...bill, spread: false })),
})
const plan2Today = onOneDay(onMain(plan2Then))
const plan3 = {
  ...plan2,
  bills: [
    {
      ...plan2.bills[0]!,
      changes: [
        { from: '2026-06-15', amount_cents: 99_000 },
        { from: '2026-09-15', due_date: '2026-09-20', schedule: { every: 1, unit: 'month' } },
      ],
    },
    ...plan2Then.bills.slice(1),
  ],
}
const joint = {
  ...head(5),
  name: 'Joint account',
  kind: 'checking',
  balance_cents: 80_000,
  floor_cents: 0,
  interest: null,
  card: null,
  exceptions: {},
}
const visa = {
  ...head(6),
  position: 1,
  name: 'Visa',
  kind: 'card',
  balance_cents: -41_260,
  floor_cents: -200_000,
  interest: { rate_basis_points: 1_899 },
  card: {
    closing_day: 3,
    due_day: 7,
    shift: 'after',
    paid_from_account_id: joint.id,
    pays: 'statement',
    minimum_percent: 2,
    minimum_cents: 2_500,
    fixed_cents: 0,
    statement_cents: 30_000,
  },
  exceptions: { '2026-03-07': { amount_cents: 10_000 } },
}
const plan4 = {
  ...onMain(plan3),
  bills: onMain(plan3).bills.map((bill, nth) => (nth === 0 ? { ...bill, account_id: joint.id } : bill)),
  accounts: [joint, visa],
  transfers: [
    {
      ...head(7),
      ...fieldsOfRent,
      name: 'To the joint account',
      amount_cents: 50_000,
      due_date: '2026-02-26',
      category: null,
      predicted: false,
      schedule: { every: 1, unit: 'month' },
      exceptions: {},
      changes: [],
      from_account_id: null,
      to_account_id: joint.id,
    },
  ],
}

const plan5 = {
  ...onOneDay(plan4),
  bills: [
    {
      ...onOneDay(plan4).bills[0]!,
      exceptions: {
        ...plan2.bills[0]!.exceptions,
        '2026-02-15': {
          paid: [
            { date: '2026-02-14', amount_cents: 60_000 },
            { date: '2026-02-16', amount_cents: 10_000 },
          ],
          rest: 'open',
        },
      },
    },
    ...onOneDay(plan4).bills.slice(1),
    {
      ...head(8),
      position: 3,
      ...fieldsOfRent,
      name: 'Groceries',
      amount_cents: 12_000,
      due_date: '2026-02-02',
      category: 'Groceries',
      predicted: true,
      schedule: { every: 1, unit: 'week' },
      exceptions: {},
      changes: [],
      account_id: null,
      spread: true,
    },
  ],
  bank_links: [
    { salt: 'c2FsdA', hash: 'Yx1Wa7', account_id: null },
    { salt: 'cGVwcGVy', hash: 'q_-9', account_id: joint.id },
  ],
}

/** A record as it was stored, and what it is today. */
export const storedPlans: [string, object, object][] = [
  ['the first release', oldest, oldestToday],
  ['version 1, which did not say so yet', plan1, plan2Today],
  ['version 2', { record_version: 2, ...plan2 }, plan2Today],
  ['version 3', { record_version: 3, ...plan3 }, onOneDay(onMain(plan3))],
  ['version 4', { record_version: 4, ...plan4 }, onOneDay(plan4)],
  ['version 5', { record_version: 5, ...plan5 }, plan5],
]
export const plans = { plan1, plan2 }
