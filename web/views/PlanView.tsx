import { Allocator } from '../components/allocator/Allocator.tsx'
import { BalanceLine } from '../components/planning/BalanceLine.tsx'
import { BillsSheet } from '../components/planning/BillsSheet.tsx'
import { SampleLine } from '../components/planning/SampleLine.tsx'
import { Summary } from '../components/planning/Summary.tsx'
import { usePlanning } from '../context/PlanningContext.tsx'
import { FirstVisit } from './FirstVisit.tsx'
import { SignedOut } from './SignedOut.tsx'

/** The plan: the answer in words, then what it is made of. */
export function PlanView() {
  const status = usePlanning((planning) => planning.status)
  const problems = usePlanning((planning) => planning.problems)
  const scenario = usePlanning((planning) => planning.scenario)
  const needsAccount = usePlanning((planning) => planning.mode === 'api' && planning.account === null)

  if (status === 'loading') return <p className="text-quiet">One moment…</p>
  if (scenario === null && needsAccount) return <SignedOut />
  if (status === 'failed') return <Failed messages={problems.map((problem) => problem.message)} />
  if (scenario === null) return <FirstVisit />
  return (
    <>
      <h1 className="sr-only">{scenario.name}</h1>
      <SampleLine scenario={scenario} />
      <Summary scenario={scenario} />
      <div className="mt-5 border-t border-hairline pt-4">
        <BalanceLine key={scenario.id} />
      </div>
      <div key={scenario.id} className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <BillsSheet />
        <Allocator scenario={scenario} />
      </div>
    </>
  )
}

function Failed({ messages }: { messages: string[] }) {
  return (
    <section aria-labelledby="failed-heading" className="max-w-xl">
      <h1 id="failed-heading" className="text-2xl">
        Your plans can't be opened just now
      </h1>
      {messages.map((message) => (
        <p key={message} className="mt-2">
          {message}
        </p>
      ))}
      <p className="mt-2 text-quiet">Nothing was changed.</p>
      <button type="button" className="button button-primary mt-4" onClick={() => window.location.reload()}>
        Try again
      </button>
    </section>
  )
}
