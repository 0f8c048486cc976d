/** The routes that look ahead: a plan's projection, plans side by side, and a plan as a file for other programs. They change nothing. */
import * as z from 'zod/mini'
import { dateSchema, withOpenApiMeta, idSchema } from '../fields.ts'
import { reasonsApart, standings } from '../comparison/one-day.ts'
import { exportFormats } from '../exports/exportPlan.ts'
import { limits } from '../limits.ts'
import { usual_runs } from '../ranges/usual.ts'
import { planFileSchema } from '../plan-files/plan-file.ts'
import { movementKinds } from '../projection/movements.ts'
import { reportSteps } from '../exports/projection-report.ts'
import { accountKinds } from '../accounts/account.ts'
import { accountSchema, allocationSchema, billSchema, goalSchema, incomeSchema, transferSchema } from '../scenario-schema.ts'
import { collections, datedCollections, exceptionCollections } from '../scenario.ts'
import type { QueryParameter, Route } from './route.ts'

const named = <S extends z.ZodMiniType>(id: string, schema: S): S => withOpenApiMeta(schema, { id })
const cents = z.int()
const count = z.int().check(z.minimum(0))
const revision = z.int().check(z.minimum(1))
const maybeDate = z.nullable(dateSchema)

const balance = named('DayBalance', z.object({ date: dateSchema, available_cents: cents, total_cents: cents }))
const event = named(
  'ProjectionEvent',
  z.object({
    date: dateSchema,
    nominal_date: dateSchema,
    kind: z.enum(['income', 'bill', 'transfer']),
    id: idSchema,
    name: z.string(),
    amount_cents: cents,
    from_pot_cents: cents,
    from_available_cents: cents,
    from_account_id: z.nullable(idSchema),
    to_account_id: z.nullable(idSchema),
  }),
)
const movement = named(
  'Movement',
  z.object({
    date: dateSchema,
    kind: z.enum(movementKinds),
    name: z.string(),
    row: z.nullable(z.object({ collection: z.enum(exceptionCollections), id: idSchema, nominal_date: maybeDate })),
    target: z.nullable(z.string()),
    available_cents: cents,
    pot_cents: cents,
    accounts: z.array(z.object({ account_id: idSchema, cents })),
  }),
)
const month = named(
  'ProjectionMonth',
  z.object({
    month: z.string(),
    in_cents: cents,
    out_cents: cents,
    out_from_pots_cents: cents,
    allocated_cents: cents,
    released_cents: cents,
    moved_cents: cents,
    end_available_cents: cents,
    end_total_cents: cents,
    lowest: balance,
  }),
)
const share = z.object({ allocation_id: idSchema, target: z.string(), share_cents: cents, kept_cents: cents, shortfall_cents: cents })
const divided = { base_cents: cents, shares: z.array(share), remaining_cents: cents, over_by_cents: cents }
const undated = z.object({ cents, count })

const accountDay = z.object({ date: dateSchema, cents })
const account = named(
  'AccountAhead',
  z.object({
    id: idSchema,
    name: z.string(),
    kind: z.enum(accountKinds),
    now_cents: cents,
    end_cents: cents,
    lowest: accountDay,
    first_below_floor: z.nullable(accountDay),
    paid_off_on: maybeDate,
    interest_cents: cents,
    next_payment: z.nullable(
      z.object({ date: dateSchema, nominal_date: dateSchema, amount_cents: cents, statement_closed_on: dateSchema }),
    ),
  }),
)

const projectionSchema = named(
  'Projection',
  z.object({
    scenario_id: idSchema,
    revision,
    currency_code: z.string(),
    floor_cents: cents,
    safety_days: count,
    today: dateSchema,
    start_date: dateSchema,
    until: dateSchema,
    watched_until: dateSchema,
    counted_until: dateSchema,
    lowest_point: balance,
    worse_later: z.nullable(z.object({ first: balance, lowest: balance })),
    safe_to_spend_cents: cents,
    first_below_floor: z.nullable(balance),
    next_payday: z.nullable(z.object({ date: dateSchema, amount_cents: cents, income_ids: z.array(idSchema) })),
    due_before_payday: z.object({ amount_cents: cents, count, everyday_cents: cents, until: dateSchema }),
    goals: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        target_cents: cents,
        target_date: maybeDate,
        saved_cents: cents,
        reached_on: maybeDate,
        saved_by_target_date_cents: z.nullable(cents),
      }),
    ),
    pots: z.array(z.object({ target: z.string(), name: z.string(), opening_cents: cents, now_cents: cents, end_cents: cents })),
    undated: z.object({ bills: undated, incomes: undated }),
    accounts: z.array(account),
    balance_division: z.nullable(z.object(divided)),
    payday_divisions: z.array(z.object({ ...divided, date: dateSchema, nominal_date: dateSchema, income_id: idSchema })),
    paydays: z.array(
      z.object({
        from: dateSchema,
        until: dateSchema,
        is_payday: z.boolean(),
        carried_in_cents: cents,
        lands_cents: cents,
        set_aside_cents: cents,
        due_cents: cents,
        left_cents: cents,
      }),
    ),
    past: z.array(
      z.object({
        collection: z.enum(datedCollections),
        id: idSchema,
        name: z.string(),
        predicted: z.boolean(),
        date: dateSchema,
        nominal_date: dateSchema,
        amount_cents: cents,
        account_id: z.nullable(idSchema),
        to_account_id: z.optional(z.nullable(idSchema)),
        state: z.enum(['settled', 'past']),
      }),
    ),
    months: z.array(month),
    days: z.nullable(
      z.array(
        z.object({ date: dateSchema, available_cents: cents, total_cents: cents, events: z.array(event), movements: z.array(movement) }),
      ),
    ),
  }),
)

const compared = z.object({
  cents: z.nullable(cents),
  total_cents: z.nullable(cents),
  date: maybeDate,
  delta_cents: z.nullable(cents),
  delta_days: z.nullable(z.int()),
})

/** What a field says in either plan is whatever that field holds. */
const fieldDifference = named('FieldDifference', z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))
const rowDifferenceOf = <C extends string, R extends z.ZodMiniType>(collection: C, row: R) =>
  z.object({
    collection: z.literal(collection),
    id: idSchema,
    name: z.string(),
    from: z.nullable(row),
    to: z.nullable(row),
    fields: z.array(fieldDifference),
  })
const rowDifference = named(
  'RowDifference',
  z.discriminatedUnion('collection', [
    rowDifferenceOf('bills', billSchema),
    rowDifferenceOf('incomes', incomeSchema),
    rowDifferenceOf('allocations', allocationSchema),
    rowDifferenceOf('goals', goalSchema),
    rowDifferenceOf('accounts', accountSchema),
    rowDifferenceOf('transfers', transferSchema),
  ]),
)

const comparisonSchema = named(
  'Comparison',
  z.object({
    plans: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        revision,
        currency_code: z.string(),
        standing: z.enum(standings),
        balance_from: dateSchema,
        compared_from: dateSchema,
        balance_of: z.nullable(idSchema),
        why: z.nullable(z.enum(reasonsApart)),
      }),
    ),
    from: dateSchema,
    until: dateSchema,
    figures: z.array(
      z.object({
        figure: z.string(),
        goal: z.nullable(z.string()),
        goal_ids: z.array(z.nullable(idSchema)),
        account: z.nullable(z.string()),
        account_ids: z.array(z.nullable(idSchema)),
        values: z.array(compared),
      }),
    ),
    differences: z.array(
      z.object({ id: idSchema, fields: z.array(fieldDifference), rows: z.array(rowDifference), orders: z.array(z.enum(collections)) }),
    ),
  }),
)

const windowParameters = [
  { name: 'today', description: 'The person’s day; without it, today in UTC.', schema: { type: 'string', format: 'date' } },
  {
    name: 'until',
    description: 'The first day left out; without it a year after the later of today and the start date.',
    schema: { type: 'string', format: 'date' },
  },
] as const satisfies readonly QueryParameter[]

const band = { low_cents: cents, middle_cents: cents, high_cents: cents }
const accountRanges = {
  is_certain: z.boolean(),
  lowest: z.object(band),
  runs_below_floor: z.nullable(count),
  days: z.nullable(z.array(z.object({ date: dateSchema, ...band }))),
}
const rangesSchema = named(
  'Ranges',
  z.object({
    scenario_id: idSchema,
    revision,
    currency_code: z.string(),
    floor_cents: cents,
    today: dateSchema,
    from: dateSchema,
    until: dateSchema,
    watched_until: dateSchema,
    runs: count,
    seed: z.int(),
    varying: count,
    main: z.object(accountRanges),
    accounts: z.array(z.object({ id: idSchema, name: z.string(), ...accountRanges })),
  }),
)

export const aheadRoutes = {
  compareScenarios: {
    caller: 'reader',
    summary: 'Two to four plans side by side: their figures, each with its difference from the first, and what differs by row and field',
    query: [
      {
        name: 'ids',
        description: 'Two to four ids with commas between them; the first is what the others are held against.',
        required: true,
        schema: { type: 'string' },
      },
      ...windowParameters,
    ],
    answers: { 200: comparisonSchema },
    refusals: [404],
  },
  projectScenario: {
    caller: 'reader',
    summary: 'The balance ahead of a plan, with every figure of it, by the day or by the month',
    query: [
      ...windowParameters,
      {
        name: 'by',
        description: `By the day for ${limits.report_days} days at most, fewer with ten accounts or more; without it by the month.`,
        schema: { type: 'string', enum: reportSteps },
      },
      {
        name: 'from',
        description: 'The first day that is told by the day; without it the start date.',
        schema: { type: 'string', format: 'date' },
      },
    ],
    answers: { 200: projectionSchema },
    etag: true,
  },
  askRanges: {
    caller: 'reader',
    summary:
      'How sure a plan is: between which amounts eight times in ten each day ends and the lowest point lies, and in how many runs the ' +
      'floor is not kept',
    query: [
      ...windowParameters,
      {
        name: 'runs',
        description: `How often the days are gone through, 1 to ${limits.range_runs}; without it ${usual_runs}.`,
        schema: { type: 'integer' },
      },
      { name: 'seed', description: 'Which draws, a whole number of 32 bits; without it 0.', schema: { type: 'integer' } },
    ],
    answers: { 200: rangesSchema },
    etag: true,
  },
  exportScenario: {
    caller: 'reader',
    summary: 'A plan as a file: all of it (json), what lies ahead for a spreadsheet (csv) or as an hledger journal, or a calendar (ics)',
    query: [
      { name: 'format', description: 'Which of them.', required: true, schema: { type: 'string', enum: exportFormats } },
      ...windowParameters,
    ],
    answers: { 200: named('PlanFile', planFileSchema) },
    texts: ['text/csv', 'text/plain', 'text/calendar'],
    etag: true,
  },
} as const satisfies Record<string, Route>
