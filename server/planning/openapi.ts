/** The API's document (OpenAPI 3.1), from the table of routes and core's schemas. */
import { toJSONSchema, type $ZodType, type JSONSchema } from 'zod/v4/core'
import { problemCodes } from '../../core/problem.ts'
import { accountOperations, type AccountOperation } from '../auth/schemas.ts'
import { planningPath } from './api.ts'
import { planningRoutes, type PlanningRoute } from './routes.ts'
import { clashesMember } from './schemas.ts'

const problemDetails = {
  type: 'object',
  description: 'Problem details (RFC 9457). Nothing was stored.',
  required: ['type', 'title', 'status', 'detail', 'problems'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'path', 'message'],
        properties: {
          code: { type: 'string', enum: Object.keys(problemCodes) },
          path: { type: 'string', description: 'JSON pointer (RFC 6901) into what was sent; empty for the whole of it.' },
          message: { type: 'string', description: 'What is wrong and what would do.' },
        },
      },
    },
    current_revision: { type: 'integer', description: 'Beside revision_is_stale: the revision the plan is at.' },
    [clashesMember]: { type: 'array', items: { $ref: '#/components/schemas/Clash' }, description: 'Beside merge_has_clashes: what is to be chosen for.' },
  },
}

const refusal = { description: 'Refused, with every problem listed.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

const parameters = {
  id: { name: 'id', in: 'path', required: true, description: 'The plan.', schema: { type: 'string', format: 'uuid' } },
  rowId: { name: 'rowId', in: 'path', required: true, description: 'The row.', schema: { type: 'string', format: 'uuid' } },
  revision: { name: 'revision', in: 'path', required: true, description: 'A revision of the plan.', schema: { type: 'integer', minimum: 1 } },
  ifMatch: { name: 'If-Match', in: 'header', description: 'The ETag of the revision the change was made on; another one is refused with 412. Without it the change goes through.', schema: { type: 'string' } },
  idempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'The id of the edit. Sent again with the same one, it is not stored twice: the answer says what became of the first.', schema: { type: 'string', format: 'uuid' } },
  ifNoneMatch: { name: 'If-None-Match', in: 'header', description: 'The ETag of the revision at hand; 304 when it is the current one.', schema: { type: 'string' } },
} as const

type SchemaOf = (schema: $ZodType) => object

/** A format says what its pattern would; the bounds of a safe integer go without saying. */
function plainly(schema: JSONSchema.BaseSchema): void {
  if (schema.format) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

/** The document. Records come out as they go in, so that one schema says both. */
export function openApiDocument(): object {
  const schemas: Record<string, object> = { Problem: problemDetails }
  const schemaOf: SchemaOf = (schema) => {
    const { $schema: _dialect, $defs = {}, ...own } = toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => plainly(jsonSchema) })
    return movedToComponents(own, $defs as Record<string, object>, schemas)
  }
  const paths: Record<string, Record<string, object>> = {}
  for (const route of planningRoutes) {
    const path = (planningPath + (route.path === '/' ? '' : route.path)).replaceAll(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operationOf(route, schemaOf)
  }
  for (const operation of accountOperations) {
    paths[operation.path] ??= {}
    paths[operation.path]![operation.method] = accountOperationOf(operation, schemaOf)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'pyNance Planning',
      version: '1',
      description:
        'Plans, their bills, and where the money goes. Money is a whole number of minor units (cents); dates are YYYY-MM-DD. Sign in at /api/auth/sign-in/email for a session cookie, or send a token as a bearer. Paths work with and without a final slash.',
    },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'pynance.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operationOf(route: PlanningRoute, schemaOf: SchemaOf): object {
  const named = [...route.path.matchAll(/:(\w+)/g)].map((match) => parameters[match[1] as 'id' | 'rowId' | 'revision'])
  const isCreating = route.answers[201] !== undefined
  const conditional = route.method === 'GET' ? (route.path === '/:id' ? [parameters.ifNoneMatch] : []) : route.path.includes(':id') && !isCreating ? [parameters.ifMatch] : []
  const queried = (route.query ?? []).map((parameter) => ({ required: false, ...parameter, in: 'query' }))
  const texts = Object.fromEntries((route.texts ?? []).map((type) => [type, { schema: { type: 'string' } }]))
  const answers = Object.entries(route.answers).map(([status, schema]) => [
    status,
    { description: status === '201' ? 'Created.' : 'Done.', content: { 'application/json': { schema: schemaOf(schema) }, ...(status === '200' && texts) } },
  ])
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...named, ...queried, ...conditional, ...(route.takes_key ? [parameters.idempotencyKey] : [])],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } } : {}),
    responses: { ...Object.fromEntries(answers), default: refusal },
  }
}

function accountOperationOf({ path, summary, operationId, body, status, answer }: AccountOperation, schemaOf: SchemaOf): object {
  return {
    summary,
    operationId,
    parameters: path.includes('{id}') ? [{ ...parameters.id, description: 'The token.' }] : [],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    responses: { [status]: { description: status === 201 ? 'Created.' : 'Done.', content: { 'application/json': { schema: schemaOf(answer) } } }, default: refusal },
  }
}

/** Records with a name of their own stand once in the document; everything else refers to them. */
function movedToComponents(schema: object, definitions: Record<string, object>, schemas: Record<string, object>): object {
  const moved = (value: object): object => JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as object
  for (const [name, definition] of Object.entries(definitions)) schemas[name] = moved(definition)
  const { id, ...own } = moved(schema) as { id?: string }
  if (id === undefined) return own
  schemas[id] = own
  return { $ref: `#/components/schemas/${id}` }
}
