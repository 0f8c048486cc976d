import { Suspense } from 'react'
import { toldOf, type Links } from '../../../core/actuals/linked.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { AskBalance } from './AskBalance.tsx'
import { balanceOffered, EarlierBalance } from './EarlierBalance.tsx'
import { accountName } from '../import/accountName.ts'
import { predict } from '../import/importing.ts'
import { holdAgainstPlan, linkAccounts, useMatching } from './matching.ts'
import { useWaiting } from './waiting.ts'

/** Asked once of each account. */
const LinkAccounts = lazily(() => import('./LinkAccounts.tsx'), 'match')
const RunTold = lazily(() => import('./RunTold.tsx'), 'bank', 'everyday', 'match')

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
  const { isMatching, toLink, offered, run, waits } = useMatching()
  // Of a plan without payments there is nothing to say but its balance.
  const isOfPlan = run?.plan_id === scenario.id && (run.changed || hasDates(scenario))
  const earlier = balanceOffered(run, scenario)
  if (!isMatching && toLink.length === 0 && !offered && !isOfPlan && !earlier && !waits) return null
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
      {waits && <StillWaits scenario={scenario} />}
      {toLink.length > 0 && (
        <Suspense fallback={null}>
          <LinkAccounts
            accounts={toLink}
            scenario={scenario}
            today={today}
            nameOf={accountName}
            balanceOf={(one, kind) => toldOf([one], isDebt({ kind }))}
            onLink={(links) => void link(links)}
          />
        </Suspense>
      )}
      {offered && <AskBalance offered={offered} currency_code={scenario.currency_code} today={today} />}
      {earlier && <EarlierBalance offered={earlier} scenario={scenario} today={today} />}
      <Suspense fallback={null}>
        {run && isOfPlan && <RunTold run={run} scenario={scenario} today={today} spending={spending} offersEarlier={earlier !== null} />}
      </Suspense>
    </section>
  )
}

/** What moves to an account that is none of the plan's leaves it, and may repeat. */
async function link(links: Links): Promise<void> {
  await linkAccounts(links)
  if (Object.values(links).includes('none')) await predict()
}

/** How much waits for a word, and a press that asks it. */
function StillWaits({ scenario }: { scenario: Scenario }) {
  const { count = 0 } = useWaiting(scenario) ?? {}
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      <p className="text-2xl font-semibold" role="status">
        {say('match.line.need', { count })}
      </p>
      <button type="button" className="button button-primary" onClick={() => void holdAgainstPlan()}>
        {say('match.line.ask')}
      </button>
    </div>
  )
}

const hasDates = ({ bills, incomes, transfers }: Scenario): boolean =>
  [...bills, ...incomes, ...transfers].some(({ due_date }) => due_date !== null)
