import type { ScenarioSummary } from '../../../core/scenario.ts'

export interface PlanInTree {
  plan: ScenarioSummary
  /** 0: a root, or one whose parent is no longer there. */
  depth: number
}

/** Plans in the order given, each with its branches under it, and each once. */
export function planTree(plans: readonly ScenarioSummary[]): PlanInTree[] {
  const there = new Set(plans.map(({ id }) => id))
  const children = Map.groupBy(plans, ({ parent_id }) => parent_id)
  const placed = new Set<string>()
  const withBranches = (plan: ScenarioSummary, depth: number): PlanInTree[] => {
    if (placed.has(plan.id)) return []
    placed.add(plan.id)
    return [{ plan, depth }, ...(children.get(plan.id) ?? []).flatMap((branch) => withBranches(branch, depth + 1))]
  }
  const roots = plans.filter(({ parent_id }) => parent_id === null || !there.has(parent_id))
  // Imported plans may name each other as parents; then the first one stands as a root.
  return [...roots, ...plans].flatMap((plan) => withBranches(plan, 0))
}
