/**
 * The contract of the API, a route an entry: what it does, who may call it, what it takes and what it answers. From it come the server's
 * routes, the web app's calls, the API's document and the test of who may do what; each answer in the server's tests is held against it.
 */
import type * as z from 'zod/mini'
import { accountRoutes, feedRoutes } from './accounts.ts'
import { aheadRoutes } from './outlook.ts'
import { methodAndPath, paths, type Method, type ParamsOf, type RouteName } from './paths.ts'
import { placeRoutes } from './place.ts'
import { planRoutes } from './plans.ts'
import { questionRoutes } from './questions.ts'
import { refusalsOf, type Route } from './route.ts'

export const contract = {
  ...planRoutes,
  ...aheadRoutes,
  ...questionRoutes,
  ...feedRoutes,
  ...accountRoutes,
  ...placeRoutes,
} as const satisfies Record<RouteName, Route>
type Contract = typeof contract

/** What a route answers when it does what it is asked. */
export type AnswerOf<N extends RouteName> = {
  [S in keyof Contract[N]['answers']]: Contract[N]['answers'][S] extends z.ZodMiniType ? z.output<Contract[N]['answers'][S]> : never
}[keyof Contract[N]['answers']]

type BodyOf<N extends RouteName> = Contract[N] extends { body: infer B extends z.ZodMiniType } ? { body: z.input<B> } : { body?: undefined }
type QueryOf<N extends RouteName> = Contract[N] extends { query: readonly (infer Q extends { name: string })[] }
  ? { query: { [Name in RequiredIn<Q>]: string } & { [Name in Q['name']]?: string } }
  : { query?: undefined }
type RequiredIn<Q extends { name: string }> = Q extends { required: true } ? Q['name'] : never
type Params<N extends RouteName> = keyof ParamsOf<N> extends never ? { params?: undefined } : { params: ParamsOf<N> }
type HeadersOf<N extends RouteName> = Contract[N] extends { headers: readonly (infer H)[] } ? H : never
type ConditionsOf<N extends RouteName> = {
  if_match?: 'If-Match' extends HeadersOf<N> ? number | undefined : undefined
  edit_id?: 'Idempotency-Key' extends HeadersOf<N> ? string | undefined : undefined
}

/** What a route is asked with; `if_match` is the revision that If-Match names, `edit_id` the Idempotency-Key. */
export type AskedOf<N extends RouteName> = Params<N> & QueryOf<N> & BodyOf<N> & ConditionsOf<N>

/** A route with all that is known of it. */
export interface NamedRoute extends Route {
  name: RouteName
  method: Method
  /** The whole path, with `:name` where a parameter stands. */
  path: string
  /** Every status with which it may refuse. */
  statuses: readonly number[]
}

export function routeNamed(name: RouteName): NamedRoute {
  const route: Route = contract[name]
  const { method, path } = methodAndPath(name)
  return { ...route, name, method, path, statuses: refusalsOf(route, path) }
}

/** Every route, in the order in which their paths are tried. */
export const allRoutes: readonly NamedRoute[] = (Object.keys(paths) as RouteName[]).map(routeNamed)
