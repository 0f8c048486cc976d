import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { say } from '../../words/say.ts'
import { AskBalance } from './AskBalance.tsx'
import { balanceOffered, EarlierBalance } from './EarlierBalance.tsx'
import { LinkAccounts } from './LinkAccounts.tsx'
import { useMatching } from './matching.ts'
import { RunTold } from './RunTold.tsx'

/** What the bank says beside what was planned: what is to be said before, and what came of it. */
export function HeldAgainstPlan({
  scenario,
  today,
  spending,
}: {
  scenario: Scenario
  today: string
  spending: EstimatedSpending | null | undefined
}) {
  const { isMatching, toLink, offered, run } = useMatching()
  // Of a plan without payments there is nothing to say but its balance.
  const isOfPlan = run?.plan_id === scenario.id && (run.changed || hasDates(scenario))
  const earlier = balanceOffered(run, scenario)
  if (!isMatching && toLink.length === 0 && !offered && !isOfPlan && !earlier) return null
  return (
    <section aria-labelledby="match-heading" className="mt-8">
      <h2 id="match-heading" className="text-xl">
        {say('match.heading')}
      </h2>
      {isMatching && (
        <p role="status" className="mt-2 text-quiet">
          {say('match.holding')}
        </p>
      )}
      {toLink.length > 0 && <LinkAccounts accounts={toLink} scenario={scenario} today={today} />}
      {offered && <AskBalance offered={offered} currency_code={scenario.currency_code} today={today} />}
      {earlier && <EarlierBalance offered={earlier} scenario={scenario} today={today} />}
      {run && isOfPlan && <RunTold run={run} scenario={scenario} today={today} spending={spending} />}
    </section>
  )
}

const hasDates = ({ bills, incomes, transfers }: Scenario): boolean =>
  [...bills, ...incomes, ...transfers].some(({ due_date }) => due_date !== null)
