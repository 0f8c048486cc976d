/** What edits hold that is no row: fields of the scenario, and what a payment does to balance and pots. */
import * as z from 'zod/mini'
import { amountSchema, idSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import { scenarioFields, targetSchema } from '../scenario.ts'

export const scenarioFieldsInputSchema = z.partial(z.object(scenarioFields))
/* @__PURE__ */ z.globalRegistry.add(scenarioFieldsInputSchema, { id: 'ScenarioFieldsInput' })

const potChangeSchema = z.object({ target: targetSchema, delta_cents: amountSchema, position: z.optional(z.int().check(z.minimum(0))) })
/** So much more is in an opening pot, or less. `position`: where it goes in the list when it is not there; else last. */
export type PotChange = z.infer<typeof potChangeSchema>
export const balanceChangeSchema = z.object({
  delta_cents: amountSchema,
  /** Without it the main account. */
  account_id: z.optional(idSchema),
  pots: z.optional(z.array(potChangeSchema).check(z.maxLength(limits.opening_pots, { error: 'too_many_rows' }))),
})
