/** The routes that ask a plan what it can bear. They change nothing; each answer comes with what proves it. */
import * as z from 'zod/mini'
import { scenarioEditSchema } from '../edit/edit-schema.ts'
import { amountFromZero, dateSchema, withOpenApiMeta, idSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import type { Route } from './route.ts'

const named = <S extends z.ZodMiniType>(id: string, schema: S): S => withOpenApiMeta(schema, { id })
const cents = z.int()
const count = z.int().check(z.minimum(0))
const today = z.optional(dateSchema)
const dayOfMonth = z.int().check(z.minimum(1), z.maximum(31))
const balance = z.object({ date: dateSchema, available_cents: cents, total_cents: cents })
const reason = z.nullable(
  z.object({
    since: dateSchema,
    causes: z.array(z.object({ kind: z.enum(['bill', 'set_aside']), name: z.string(), cents, count, date: dateSchema })),
    is_most: z.boolean(),
    others: count,
  }),
)
const smaller = z.nullable(z.object({ count, cents }))
/** As one batch they take what they stand beside into the plan; none: there is nothing to take. */
const edits = z.array(scenarioEditSchema)

export const questionSchemas = {
  afford: named('AffordQuestion', z.object({ today, date: dateSchema, amount_cents: amountFromZero })),
  save: named('SaveQuestion', z.object({ today, until: dateSchema, by: z.enum(['fixed', 'percent']) })),
  'set-aside': named(
    'SetAsideQuestion',
    z.object({
      today,
      target: z.string().check(z.maxLength(limits.target_characters + limits.name_characters)),
      date: z.optional(dateSchema),
    }),
  ),
  'move-bills': named(
    'MoveBillsQuestion',
    z.object({
      today,
      from: z.optional(dateSchema),
      until: z.optional(dateSchema),
      first_day: z.optional(dayOfMonth),
      last_day: z.optional(dayOfMonth),
    }),
  ),
  debts: named('DebtsQuestion', z.object({ today, extra_cents: amountFromZero, from: z.optional(dateSchema) })),
}

const afforded = named(
  'Afforded',
  z.object({
    today: dateSchema,
    date: dateSchema,
    amount_cents: cents,
    is_affordable: z.boolean(),
    watched_until: dateSchema,
    lowest: balance,
    most_cents: cents,
    reason,
    earliest: z.nullable(
      z.object({ date: dateSchema, lowest: balance, fails_before: z.nullable(z.object({ date: dateSchema, lowest: balance })) }),
    ),
    tried_until: dateSchema,
    spend_less: z.nullable(z.object({ cents, paydays: count, smaller })),
    below_before: z.nullable(balance),
    below_anyway: z.nullable(balance),
    below_later: z.nullable(balance),
    edits,
  }),
)
const saved = named(
  'Saved',
  z.object({
    today: dateSchema,
    until: dateSchema,
    by: z.enum(['fixed', 'percent']),
    value: count,
    binds: z.enum(['floor', 'rules', 'income', 'percents', 'no_payday', 'below_already']),
    from: z.nullable(dateSchema),
    below_before: z.nullable(balance),
    lowest: balance,
    fails: z.nullable(balance),
    reason,
    incomes: count,
    smaller,
    total_cents: cents,
    edits,
  }),
)
const aside = named(
  'SetAside',
  z.object({
    target: z.string(),
    date: dateSchema,
    missing_cents: cents,
    level: z.nullable(
      z.object({
        cents,
        incomes: count,
        since: z.nullable(dateSchema),
        smaller,
        others_get_less: z.boolean(),
        lowest: balance,
        keeps_floor: z.boolean(),
      }),
    ),
    path: z.nullable(z.array(z.object({ date: dateSchema, cents }))),
    most_cents: cents,
    held_back: z.nullable(z.object({ day: balance, reason })),
    from: z.nullable(dateSchema),
    below_before: z.nullable(balance),
    edits,
  }),
)

const moved = named(
  'BillsMoved',
  z.object({
    today: dateSchema,
    from: dateSchema,
    until: dateSchema,
    held_from: dateSchema,
    below_before: z.nullable(balance),
    before: balance,
    reason,
    moves: z.array(
      z.object({
        bill_id: idSchema,
        name: z.string(),
        amount_cents: cents,
        from_day: dayOfMonth,
        to_day: dayOfMonth,
        date: dateSchema,
        to: dateSchema,
        without: z.object({ date: dateSchema, available_cents: cents }),
        edits,
      }),
    ),
    lowest: balance,
    short_cents: count,
    one_fewer: z.nullable(z.object({ cents })),
    is_proven: z.boolean(),
    stays: z.array(z.object({ bill_id: idSchema, name: z.string(), because: z.enum(['once', 'rhythm', 'account', 'spread', 'too_late']) })),
  }),
)

const outcome = {
  debts: z.array(z.object({ account_id: idSchema, name: z.string(), paid_off_on: z.nullable(dateSchema), interest_cents: cents })),
  paid_off_on: z.nullable(dateSchema),
  months: z.nullable(count),
  interest_cents: cents,
}
const order = z.object({ order: z.array(idSchema), ...outcome, lowest: balance, keeps_floor: z.boolean(), edits })
const ordered = named(
  'DebtsOrdered',
  z.object({
    today: dateSchema,
    extra_cents: cents,
    from: dateSchema,
    monthly_cents: cents,
    planned_lowest: balance,
    below_before: z.nullable(balance),
    as_planned: z.object(outcome),
    orders: z.nullable(z.object({ avalanche: order, snowball: order, best: order })),
    tried: count,
    is_every_order: z.boolean(),
    left_out: z.array(z.object({ account_id: idSchema, name: z.string(), because: z.enum(['paid_in_full', 'still_charged']) })),
  }),
)

export const questionRoutes = {
  askAfford: {
    caller: 'reader',
    summary:
      'Whether an amount can be paid on a day and what is available stays at the floor; the most that can, the earliest day, what ' +
      'would make it work, and what is below the floor without it. Without today, today in UTC',
    body: questionSchemas.afford,
    answers: { 200: afforded },
    etag: true,
  },
  askSave: {
    caller: 'reader',
    summary:
      'The most, in cents or whole percents, that can be set aside of each income until a day and keeps the floor from the ' +
      'first payday that gives something, what one more fails by, and what is below the floor before',
    body: questionSchemas.save,
    answers: { 200: saved },
    etag: true,
  },
  askSetAside: {
    caller: 'reader',
    summary:
      'What has to be set aside of each income for a bill’s next date or a goal by its day: the level amount, and the most even ' +
      'amounts that keep the floor from the first payday that gives something; and what is below it before',
    body: questionSchemas['set-aside'],
    answers: { 200: aside },
    etag: true,
  },
  askMoveBills: {
    caller: 'reader',
    summary:
      'Which bills should be due on other days of the month: the fewest moves after which the floor holds, of those the highest low ' +
      'point, and what proves it',
    body: questionSchemas['move-bills'],
    answers: { 200: moved },
    etag: true,
  },
  askDebts: {
    caller: 'reader',
    summary:
      'In which order debts are paid off with so much more a month: the highest rate first, the smallest first, and the order of the ' +
      'least interest; last days and interest of each',
    body: questionSchemas.debts,
    answers: { 200: ordered },
    etag: true,
  },
} as const satisfies Record<string, Route>
