/** Methods a path does not have: OPTIONS says which ones it has, the others are refused with the same list. */
import type { Handler } from 'hono'
import { problem } from '../../core/problem.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

export function methodNotAllowed(methods: readonly string[]): Handler<AppEnv> {
  const allow = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ')
  return (c) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allow })
    return refuseOne(c, problem('method_is_not_allowed', '', { methods: allow }), { Allow: allow })
  }
}
