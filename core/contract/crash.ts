/**
 * What the web app tells its server of a fault: the kind of error and the places in the built scripts it went through. Its message is
 * left out, since it may quote what somebody typed.
 */
import * as z from 'zod/mini'
import { withOpenApiMeta } from '../fields.ts'

/** Most places that are told; the innermost come first. */
export const crashFrames = 20

const frameSchema = z.object({
  file: z.string().check(z.regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/)),
  line: z.int().check(z.gte(1), z.lte(10_000_000)),
  column: z.int().check(z.gte(0), z.lte(10_000_000)),
})

/** `part`: a part of the page broke and was replaced; `error`, `rejection`: nobody caught it. `name` is the error's, such as TypeError. */
export const crashSchema = withOpenApiMeta(
  z.object({
    kind: z.enum(['error', 'rejection', 'part']),
    name: z.string().check(z.regex(/^[A-Za-z]{1,40}$/)),
    frames: z.array(frameSchema).check(z.maxLength(crashFrames)),
  }),
  { id: 'Crash' },
)
export type Crash = z.infer<typeof crashSchema>
