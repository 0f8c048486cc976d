/** What looking ahead answers, for the API's document: core's projections, divisions and comparisons. */
import * as z from 'zod/mini'
import { dateSchema, described, idSchema } from '../../core/fields.ts'
import { reasonsApart, standings } from '../../core/comparison/one-day.ts'
import { planFileSchema } from '../../core/plan-file.ts'
import { movementKinds } from '../../core/projection/movements.ts'
import { paymentCollections } from '../../core/scenario.ts'

const named = <S extends z.ZodMiniType>(id: string, schema: S): S => described(schema, { id })
const cents = z.int()
const count = z.int().check(z.minimum(0))
const revision = z.int().check(z.minimum(1))
const maybeDate = z.nullable(dateSchema)

const balance = named('DayBalance', z.object({ date: dateSchema, available_cents: cents, total_cents: cents }))
const event = named(
  'ProjectionEvent',
  z.object({ date: dateSchema, nominal_date: dateSchema, kind: z.enum(['income', 'bill']), id: idSchema, name: z.string(), amount_cents: cents, from_pot_cents: cents, from_available_cents: cents }),
)
const movement = named(
  'Movement',
  z.object({
    date: dateSchema, kind: z.enum(movementKinds), name: z.string(), row: z.nullable(z.object({ collection: z.enum(paymentCollections), id: idSchema, nominal_date: dateSchema })),
    target: z.nullable(z.string()), available_cents: cents, pot_cents: cents,
  }),
)
const month = named(
  'ProjectionMonth',
  z.object({
    month: z.string(), in_cents: cents, out_cents: cents, out_from_pots_cents: cents, allocated_cents: cents, released_cents: cents,
    end_available_cents: cents, end_total_cents: cents, lowest: balance,
  }),
)
const share = z.object({ allocation_id: idSchema, target: z.string(), share_cents: cents, kept_cents: cents, shortfall_cents: cents })
const divided = { base_cents: cents, shares: z.array(share), remaining_cents: cents, over_by_cents: cents }
const undated = z.object({ cents, count })

export const projectionSchema = named(
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
    due_before_payday: z.object({ amount_cents: cents, count, until: dateSchema }),
    goals: z.array(
      z.object({ id: idSchema, name: z.string(), target_cents: cents, target_date: maybeDate, saved_cents: cents, reached_on: maybeDate, saved_by_target_date_cents: z.nullable(cents) }),
    ),
    pots: z.array(z.object({ target: z.string(), name: z.string(), opening_cents: cents, now_cents: cents, end_cents: cents })),
    undated: z.object({ bills: undated, incomes: undated }),
    balance_division: z.nullable(z.object(divided)),
    payday_divisions: z.array(z.object({ ...divided, date: dateSchema, nominal_date: dateSchema, income_id: idSchema })),
    past: z.array(
      z.object({
        collection: z.enum(['bills', 'incomes']), id: idSchema, name: z.string(), predicted: z.boolean(), date: dateSchema, nominal_date: dateSchema, amount_cents: cents,
        state: z.enum(['settled', 'past']),
      }),
    ),
    months: z.array(month),
    days: z.nullable(z.array(z.object({ date: dateSchema, available_cents: cents, total_cents: cents, events: z.array(event), movements: z.array(movement) }))),
  }),
)

const compared = z.object({ cents: z.nullable(cents), total_cents: z.nullable(cents), date: maybeDate, delta_cents: z.nullable(cents), delta_days: z.nullable(z.int()) })

export const comparisonSchema = named(
  'Comparison',
  z.object({
    plans: z.array(
      z.object({
        id: idSchema, name: z.string(), revision, currency_code: z.string(), standing: z.enum(standings), balance_from: dateSchema, compared_from: dateSchema,
        balance_of: z.nullable(idSchema), why: z.nullable(z.enum(reasonsApart)),
      }),
    ),
    from: dateSchema,
    until: dateSchema,
    figures: z.array(z.object({ figure: z.string(), goal: z.nullable(z.string()), goal_ids: z.array(z.nullable(idSchema)), values: z.array(compared) })),
    differences: z.array(z.looseObject({ id: idSchema })),
  }),
)

export const exportedSchema = named('PlanFile', planFileSchema)
