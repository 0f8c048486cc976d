/** The plan with what is asked about, projected, and shown in the picture while it is looked at. */
import { useEffect, useMemo } from 'react'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { occurrenceCache } from '../../../core/projection/occurrences.ts'
import { project } from '../../../core/projection/project.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { useTried } from './tried.ts'

const kept = occurrenceCache()

/** As far as the plan on the page looks. Null: there is nothing to try, or it can't be done. */
export function useTriedPlan(projection: Projection, edit: ScenarioEdit | null): Projection | null {
  const tried = useMemo(() => {
    const { scenario, today, until } = projection
    const applied = edit && applyEdit(scenario, edit, scenario.updated_at)
    if (!applied?.ok) return null
    const projected = project(applied.scenario, { today, until, kept })
    return projected.ok ? projected.projection : null
  }, [projection, edit])
  useEffect(() => {
    useTried.setState({ tried })
    return () => useTried.setState({ tried: null })
  }, [tried])
  return tried
}
