/**
 * What PostgreSQL answers where two requests meet, as problems; the rest is for the app to report, by what server/database/troubles.ts says
 * of it.
 */
import { problem, type Problem } from '../../core/problem.ts'

interface DatabaseError {
  code?: string
  constraint?: string
}

/** Serialization failure, deadlock: the same transaction may well succeed when it is run again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes((error as DatabaseError).code ?? '')

/** The problem behind a rule that the database itself upholds; null for any other error. */
export function conflictOf(error: unknown): Problem | null {
  const { code, constraint } = error as DatabaseError
  if (constraint === 'uq_planning_scenarios_user_name') return problem('name_is_taken', '/name')
  if (constraint === 'planning_scenarios_pkey') return problem('id_is_taken', '/id')
  if (constraint === 'percents_must_not_exceed_100') return problem('percents_must_not_exceed_100.together', '/allocations')
  if (constraint === 'uq_scenario_goals_name') return problem('name_is_used_twice', '/goals')
  if (constraint === 'planning_scenarios_user_id_fkey') return problem('must_be_signed_in.gone', '')
  if (code?.startsWith('22') || code === '23514') return problem('value_is_not_valid.not_stored', '')
  return null
}
