/** Names that look the same and were stored before there was one way to write them: `é` as one letter or as two. */
import { plainText } from '../fields.ts'
import type { Scenario } from '../scenario.ts'

/**
 * The scenario with one name for what looks the same, so that it has one pot: the money that two such pots held at the start is in
 * the one. Two goals that look the same stay two, with a pot each. What has one writing already is the same object.
 */
export function inOneWriting(scenario: Scenario): Scenario {
  const { allocations, opening_pots, goals } = scenario
  const isPlain =
    [...allocations, ...opening_pots].every(({ target }) => target === plainText(target)) &&
    goals.every(({ name }) => name === plainText(name))
  if (isPlain) return scenario
  const alike = Map.groupBy(goals, ({ name }) => plainText(name))
  const nameOf = (name: string): string => ((alike.get(plainText(name))?.length ?? 0) > 1 ? name : plainText(name))
  const targetOf = (target: string): string => (target.startsWith('goal:') ? `goal:${nameOf(target.slice(5))}` : plainText(target))
  const pots = Map.groupBy(opening_pots, ({ target }) => targetOf(target))
  return {
    ...scenario,
    allocations: allocations.map((row) => ({ ...row, target: targetOf(row.target) })),
    opening_pots: [...pots].map(([target, same]) => ({
      target,
      amount_cents: same.reduce((sum, { amount_cents }) => sum + amount_cents, 0),
    })),
    goals: goals.map((goal) => ({ ...goal, name: nameOf(goal.name) })),
  }
}
