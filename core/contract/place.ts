/**
 * What changes, as it does; and what anybody may read: a calendar whose secret they know, whether the place is well, how it is set, and
 * what its API knows.
 */
import * as z from 'zod/mini'
import { withOpenApiMeta } from '../fields.ts'
import { crashSchema } from './crash.ts'
import { healthSchema, settingsSchema, takenSchema } from './place-answers.ts'
import type { Route } from './route.ts'

export const placeRoutes = {
  readFeed: {
    caller: 'secret',
    summary: 'The calendar of a plan, for calendar programs',
    query: [{ name: 'lang', description: 'In which language it is told; without it in English.', schema: { type: 'string' } }],
    answers: {},
    texts: ['text/calendar'],
    headers: ['If-None-Match'],
    etag: true,
    refusals: [422],
  },
  hearChanges: {
    caller: 'reader',
    summary:
      'The plans of an account as they change, from any device: a server-sent event names a plan and its revision. 204 where the ' +
      'server can’t hear of changes',
    answers: {},
    texts: ['text/event-stream'],
    may_be_empty: true,
  },
  getHealth: { caller: 'anybody', summary: 'Whether the place is well', answers: { 200: healthSchema } },
  getLiveness: {
    caller: 'anybody',
    summary: 'Whether the process still serves; the database is not asked',
    answers: { 200: healthSchema },
  },
  getReadiness: {
    caller: 'anybody',
    summary: 'Whether requests may be sent here: the place is well, and is not about to stop',
    answers: { 200: healthSchema },
  },
  getSettings: { caller: 'anybody', summary: 'How the place is set, for the web app’s first page', answers: { 200: settingsSchema } },
  reportCrash: {
    caller: 'anybody',
    summary:
      'A fault of the web app in somebody’s browser, without a word of what they planned; taken where whoever runs the place wants to know',
    body: crashSchema,
    answers: { 200: takenSchema },
  },
  getDocument: {
    caller: 'anybody',
    summary: 'This API as OpenAPI 3.1',
    answers: { 200: withOpenApiMeta(z.record(z.string(), z.unknown()), { description: 'OpenAPI 3.1.' }) },
  },
  getDocs: { caller: 'anybody', summary: 'The same as a page to read', answers: {}, texts: ['text/html'] },
  getDocsStyle: { caller: 'anybody', summary: 'The stylesheet of that page', answers: {}, texts: ['text/css'] },
} as const satisfies Record<string, Route>
