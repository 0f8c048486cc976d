/** The API's document (OpenAPI 3.1), from the contract and core's schemas. */
import { toJSONSchema, type JSONSchema } from 'zod/v4/core'
import type { ZodMiniType } from 'zod/mini'
import { allRoutes, type NamedRoute } from '../../core/contract/contract.ts'
import { methodAndPath } from '../../core/contract/paths.ts'
import { refusalSchema } from '../../core/contract/refusal.ts'
import type { Caller, Route } from '../../core/contract/route.ts'

const headers = {
  'If-Match': {
    description: 'The ETag of the revision the change was made on; another one is refused with 412. Without it the change goes through.',
    schema: { type: 'string' },
  },
  'Idempotency-Key': {
    description: 'The id of the edit. Sent again with the same one, it is not stored twice: the answer says what became of the first.',
    schema: { type: 'string', format: 'uuid' },
  },
  'If-None-Match': { description: 'The ETag of the revision at hand; 304 when it is the current one.', schema: { type: 'string' } },
} as const

const bySession = { session: [] }
const byToken = { token: [] }
/** In words, and which of the document's security schemes let a caller in: a session, a token, or none. */
const callers: Record<Caller, { description: string; security: readonly object[] }> = {
  reader: { description: 'With a session or any token.', security: [bySession, byToken] },
  writer: { description: 'With a session, or a token that reads and writes.', security: [bySession, byToken] },
  session: { description: 'With a session; not with a token.', security: [bySession] },
  visitor: { description: 'Without a token.', security: [] },
  secret: { description: 'By whoever knows the address.', security: [] },
  anybody: { description: 'By anybody.', security: [] },
}

type SchemaOf = (schema: ZodMiniType) => object

/** A format says what its pattern would; the bounds of a safe integer go without saying. */
function plainly(schema: JSONSchema.BaseSchema): void {
  if (schema.format) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

/** The document. Records come out as they go in, so that one schema says both. */
export function openApiDocument(): object {
  const schemas: Record<string, object> = {}
  const schemaOf: SchemaOf = (schema) => {
    const {
      $schema: _dialect,
      $defs = {},
      ...own
    } = toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => plainly(jsonSchema) })
    return movedToComponents(own, $defs as Record<string, object>, schemas)
  }
  const refusal = {
    description: 'Refused, with every problem listed, told in the language of Accept-Language, which Content-Language names.',
    content: { 'application/problem+json': { schema: schemaOf(refusalSchema) } },
  }
  const paths: Record<string, Record<string, object>> = {}
  for (const route of allRoutes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemaOf) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'pyNance Planning',
      version: '1',
      description:
        `Plans, their bills, and where the money goes. Money is a whole number of minor units (cents); dates are ` +
        `YYYY-MM-DD. Sign in at ${methodAndPath('signIn').path} for a session cookie, or send a token as a bearer. Paths work with and ` +
        `without a final slash. What is told in sentences is told in the language of Accept-Language (English, German), ` +
        `in English by default.`,
    },
    paths,
    components: {
      schemas,
      responses: { Refused: refusal },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'pynance.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operationOf(route: NamedRoute, schemaOf: SchemaOf): object {
  const queried = (route.query ?? []).map((parameter) => ({ required: false, ...parameter, in: 'query' }))
  const conditions = (route.headers ?? []).map((name) => ({ name, in: 'header', ...headers[name] }))
  return {
    summary: route.summary,
    operationId: route.name,
    ...callers[route.caller],
    parameters: [...pathParameters(route.path), ...queried, ...conditions],
    ...(route.body
      ? { requestBody: { required: !route.body.safeParse({}).success, content: { 'application/json': { schema: schemaOf(route.body) } } } }
      : {}),
    responses: {
      ...answersOf(route, schemaOf),
      ...(route.headers?.includes('If-None-Match') && { 304: { description: 'It is the revision at hand.' } }),
      ...Object.fromEntries(route.statuses.map((status) => [status, { $ref: '#/components/responses/Refused' }])),
    },
  }
}

function pathParameters(path: string): object[] {
  const isToken = path.startsWith(methodAndPath('listTokens').path)
  const known: Record<string, object> = {
    id: { description: isToken ? 'The token.' : 'The plan.', schema: { type: 'string', format: 'uuid' } },
    rowId: { description: path.includes('/feeds/') ? 'The calendar address.' : 'The row.', schema: { type: 'string', format: 'uuid' } },
    revision: { description: 'A revision of the plan.', schema: { type: 'integer', minimum: 1 } },
    file: { description: 'The secret of the address, and `.ics`.', schema: { type: 'string' } },
  }
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, ...known[name!] }))
}

/** A text may stand beside JSON, or instead of it. */
function answersOf({ answers, texts = [], may_be_empty }: Route, schemaOf: SchemaOf): Record<string, object> {
  const asTexts = Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string' } }]))
  const told = Object.entries(answers).map(([status, schema]) => [
    status,
    {
      description: status === '201' ? 'Created.' : 'Done.',
      content: { 'application/json': { schema: schemaOf(schema) }, ...(status === '200' && asTexts) },
    },
  ])
  return {
    ...(told.length > 0 ? Object.fromEntries(told) : { 200: { description: 'Done.', content: asTexts } }),
    ...(may_be_empty && { 204: { description: 'There is nothing to answer.' } }),
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
