/** What a merge would do, and what it asks. */
import * as z from 'zod/mini'
import { scenarioEditSchema } from '../edit/edit-schema.ts'
import { dateSchema, withOpenApiMeta, idSchema } from '../fields.ts'
import { scenarioSchema } from '../scenario-schema.ts'
import { collections } from '../scenario.ts'

/** One of the clashes of a preview, and of a merge that is refused for them. */
export const conflictSchema = withOpenApiMeta(
  z.object({
    key: z.string(),
    about: z.enum(['field', 'row', 'order', 'rule']),
    collection: z.nullable(z.enum(collections)),
    row_id: z.nullable(idSchema),
    field: z.nullable(z.string()),
    date: z.nullable(dateSchema),
    name: z.nullable(z.string()),
    base: z.unknown(),
    mine: z.unknown(),
    theirs: z.unknown(),
    problem: z.nullable(z.object({ code: z.string(), path: z.string(), message: z.string() })),
  }),
  { id: 'Clash' },
)

export const mergePreviewSchema = withOpenApiMeta(
  z.object({
    into: scenarioSchema,
    from: scenarioSchema,
    base: z.nullable(scenarioSchema),
    edit: scenarioEditSchema,
    clashes: z.array(conflictSchema),
  }),
  { id: 'MergePreview' },
)
