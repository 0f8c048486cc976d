import type { Problem } from '../../core/problem.ts'
import { usePlansHere } from '../components/frame/devicePlans.ts'
import { LeftBehindNote } from '../components/settings/LeftBehindNote.tsx'
import SignIn from '../components/settings/SignIn.tsx'
import { planningActions, usePlanning } from '../context/PlanningContext.tsx'
import { deviceMemory, memoryKeys } from '../services/deviceMemory.ts'
import { ProblemText } from '../ui/ProblemText.tsx'
import { say } from '../words/say.ts'

/** Plans are kept on the server, and nobody is signed in: they sign in, or go on without an account. */
export default function SignedOut() {
  const problems = usePlanning((planning) => (planning.status === 'failed' ? planning.problems : null))
  const isNewcomer = deviceMemory().get(memoryKeys.mode) === null
  return (
    <section aria-labelledby="signed-out-heading" className="mx-auto max-w-md pt-[6vh]">
      <h1 id="signed-out-heading" className="text-2xl">
        {say(problems ? 'frame.out.not_reached' : isNewcomer ? 'frame.out.newcomer' : 'frame.out.on_server')}
      </h1>
      {problems ? <NotReached problems={problems} /> : <WithAccount isNewcomer={isNewcomer} />}
      <WithoutAccount />
    </section>
  )
}

function WithAccount({ isNewcomer }: { isNewcomer: boolean }) {
  return (
    <>
      <p className="mt-1 mb-5 text-quiet">{say(isNewcomer ? 'frame.out.every_device' : 'frame.out.sign_in')}</p>
      <SignIn />
      <div className="mt-5 empty:hidden">
        <LeftBehindNote />
      </div>
    </>
  )
}

function NotReached({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      {problems.map((problem) => (
        <p key={problem.path + problem.says} className="mt-2">
          <ProblemText problem={problem} />
        </p>
      ))}
      <p className="mt-2 text-quiet">{say('frame.out.nothing_changed')}</p>
      <button type="button" className="button button-primary mt-4" onClick={() => void planningActions().switchMode('api')}>
        {say('frame.try_again')}
      </button>
    </>
  )
}

/** The same program without the account. */
function WithoutAccount() {
  const plans = usePlansHere()
  return (
    <div className="mt-8 border-t border-hairline pt-4">
      <p className="text-quiet">{plans.length === 0 ? say('frame.out.without') : say('frame.out.plans', { plans: plans.length })}</p>
      <button type="button" className="button mt-2" onClick={() => void planningActions().switchMode('local')}>
        {plans.length === 0 ? say('frame.out.start') : say('frame.open_plans', { plans: plans.length })}
      </button>
    </div>
  )
}
