import { Suspense } from 'react'
import { toldOf, type Links } from '../../../core/actuals/linked.ts'
import type { Bases } from '../../../core/actuals/reckoned.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { lazily } from '../../ui/lazily.tsx'
import { withWords } from '../../words/rooms.ts'
import { say } from '../../words/say.ts'
import { balanceOffered, EarlierBalance } from './EarlierBalance.tsx'
import { accountName } from '../import/accountName.ts'
import { predict, useImporting } from '../import/importing.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'
import { holdAgainstPlan, useMatching } from './matching.ts'
import { useWaiting } from './waiting.ts'

const AskBalance = lazily(() => import('./AskBalance.tsx'), 'bank', 'match')
/** Asked once of each account. */
const LinkAccounts = lazily(() => import('./LinkAccounts.tsx'), 'accounts', 'match')
const ChangeLinks = lazily(() => import('./ChangeLinks.tsx'), 'accounts', 'bank', 'match')
const LastDifference = lazily(() => import('./LastDifference.tsx'), 'match')
const RunTold = lazily(() => import('./RunTold.tsx'), 'bank', 'match')
const SureLinks = lazily(() => import('./SureLinks.tsx'), 'bank', 'match')

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
  const { isMatching, toLink, offered, earlier: earlierBegin, run, waits, sure, isRelinking } = useMatching()
  // Of a plan without payments there is nothing to say but its balance.
  const isOfPlan = run?.plan_id === scenario.id && (run.changed || hasDates(scenario))
  const earlier = balanceOffered(earlierBegin, scenario)
  // Beside what is told or asked now, that of before says nothing.
  const tellsLast = useKeptOfPlan(scenario)?.last && !isMatching && toLink.length === 0 && !offered && !(run && isOfPlan) && !isRelinking
  const isLinked = Object.keys(sure).length > 0
  if (!isMatching && toLink.length === 0 && !offered && !isOfPlan && !earlier && !waits && !isLinked && !isRelinking && !tellsLast)
    return null
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
      {(isRelinking || isLinked) && (
        <Suspense fallback={null}>
          {isRelinking ? (
            <ChangeLinks scenario={scenario} today={today} nameOf={accountName} onNone={predict} />
          ) : (
            <SureLinks sure={sure} scenario={scenario} nameOf={(account) => nameOf(account, scenario)} />
          )}
        </Suspense>
      )}
      {toLink.length > 0 && (
        <Suspense fallback={null}>
          <LinkAccounts
            accounts={toLink}
            scenario={scenario}
            today={today}
            nameOf={accountName}
            balanceOf={(one, kind) => toldOf([one], isDebt({ kind }))}
            onLink={link}
          />
        </Suspense>
      )}
      {offered && (
        <Suspense fallback={null}>
          <AskBalance key={offered.account_id ?? ''} offered={offered} scenario={scenario} today={today} />
        </Suspense>
      )}
      {earlier && <EarlierBalance offered={earlier} scenario={scenario} today={today} />}
      {tellsLast && (
        <Suspense fallback={null}>
          <LastDifference scenario={scenario} today={today} />
        </Suspense>
      )}
      {run && isOfPlan && !isRelinking && (
        <Suspense fallback={null}>
          <RunTold run={run} scenario={scenario} today={today} spending={spending} offersEarlier={earlier !== null} />
        </Suspense>
      )}
    </section>
  )
}

/** By its number, what an account that was read is called. */
function nameOf(account: string, { currency_code }: Scenario): string {
  const found = useImporting.getState().accounts.find((one) => one.account === account && one.currency === currency_code)
  return found ? accountName(found) : account
}

/** What moves between accounts is a transfer once both are the plan's, and leaves the plan where one is none of its accounts. */
async function link(links: Links, rows: readonly ScenarioEdit[], bases: Bases): Promise<string | null> {
  const { linkAccounts } = await withWords(() => import('./linking.ts'), 'bank', 'match')
  const problem = await linkAccounts(links, rows, bases)
  if (problem === null) await predict()
  return problem
}

/** How much waits for a word, and a press that asks it; where nothing does, what was not planned can still be shown. */
function StillWaits({ scenario }: { scenario: Scenario }) {
  const { count = 0 } = useWaiting(scenario) ?? {}
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3">
      {count > 0 && (
        <p className="text-2xl font-semibold" role="status">
          {say('match.line.need', { count })}
        </p>
      )}
      <button type="button" className={count > 0 ? 'button button-primary' : 'button'} onClick={() => void holdAgainstPlan()}>
        {say(count > 0 ? 'match.line.ask' : 'match.again')}
      </button>
    </div>
  )
}

const hasDates = ({ bills, incomes, transfers }: Scenario): boolean =>
  [...bills, ...incomes, ...transfers].some(({ due_date }) => due_date !== null)
