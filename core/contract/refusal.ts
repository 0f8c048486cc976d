/** How a route refuses: problem details (RFC 9457). */
import * as z from 'zod/mini'
import { withOpenApiMeta } from '../fields.ts'
import { problemCodes, type ProblemCode } from '../problem.ts'
import { conflictSchema } from './merging.ts'

const codeSchema = z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]])

export const refusalSchema = withOpenApiMeta(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    problems: z.array(
      z.object({
        code: codeSchema,
        path: withOpenApiMeta(z.string(), { description: 'JSON pointer (RFC 6901) into what was sent; empty for the whole of it.' }),
        message: withOpenApiMeta(z.string(), { description: 'What is wrong and what would do.' }),
      }),
    ),
    current_revision: withOpenApiMeta(z.optional(z.int()), { description: 'Beside revision_is_stale: the revision the plan is at.' }),
    clashes: withOpenApiMeta(z.optional(z.array(conflictSchema)), { description: 'Beside merge_has_clashes: what is to be chosen for.' }),
    code: withOpenApiMeta(z.optional(codeSchema), { description: 'Of accounts’ routes: the first problem’s.' }),
    message: withOpenApiMeta(z.optional(z.string()), { description: 'Of accounts’ routes: the first problem’s.' }),
    ok: withOpenApiMeta(z.optional(z.literal(false)), { description: 'Of the place’s health.' }),
    reason: withOpenApiMeta(z.optional(z.string()), { description: 'Of the place’s health: what is wrong with it.' }),
  }),
  { id: 'Problem', description: 'Problem details (RFC 9457). Nothing was stored.' },
)
