/** What the rule of a row's dates says: every two weeks, on the 15th and the last, until a day. */
import * as z from 'zod/mini'
import { dateSchema, refusal } from '../fields.ts'
import { limits } from '../limits.ts'

const weekday = /^(-[1-5]|[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/

const notValid = refusal('schedule_day_is_not_valid')
const daySchema = z.union(
  [
    z.int().check(z.refine((day) => day !== 0 && day >= -31 && day <= 31, notValid)),
    z.string().check(z.refine((day) => weekday.test(day), notValid)),
  ],
  notValid,
)

export const scheduleSchema = z.object({
  every: z.int().check(z.refine((every) => every >= 1 && every <= limits.schedule_every, refusal('schedule_every_is_not_valid'))),
  unit: z.enum(['day', 'week', 'month', 'year']),
  on: z.optional(z.array(daySchema).check(z.minLength(1, notValid), z.maxLength(62, notValid))),
  short_month: z.optional(z.enum(['last', 'skip'])),
  until: z.optional(dateSchema),
  count: z.optional(z.int().check(z.refine((count) => count >= 1 && count <= limits.rule_dates, refusal('schedule_count_is_not_valid')))),
  shift: z.optional(z.enum(['before', 'after'])),
})
/* @__PURE__ */ z.globalRegistry.add(scheduleSchema, { id: 'Schedule' })

export type Schedule = z.infer<typeof scheduleSchema>
