/** Rows without a date as what sums to them. */
import { rowContribution, summed } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import type { Simulated } from '../simulated.ts'
import { without } from './undated.ts'

export function explainUndated({ scenario }: Simulated, { of }: { of: 'bills' | 'incomes' }): Explanation {
  return summed(without(scenario[of]).map((row) => rowContribution(of, row)))
}
