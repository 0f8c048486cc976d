import { useState, type FormEvent } from 'react'
import { useRoute } from 'wouter'
import { bringLater, useBringing, usePlansToBring } from '../components/frame/devicePlans.ts'
import SignIn, { useServerSettings } from '../components/settings/SignIn.tsx'
import { planningActions, usePlanning } from '../context/PlanningContext.tsx'
import { likelyCurrency } from '../format/locale.ts'
import { formatAmount } from '../format/money.ts'
import { CurrencySelect } from '../ui/CurrencySelect.tsx'
import { readTypedAmount, sumResult } from '../ui/draft.ts'
import { textOf } from '../words/problems.ts'
import { say } from '../words/say.ts'

/**
 * An empty start asks one thing, and offers what else may be meant: an account where a server is there, plans of this device, a look
 * around.
 */
export default function FirstVisit() {
  const isLocal = usePlanning((planning) => planning.mode === 'local')
  const [way, setWay] = useState<'in' | 'up' | null>(null)
  if (way !== null) return <WithAccount way={way} onBack={() => setWay(null)} />
  return (
    <div className="mx-auto max-w-xl pt-[8vh]">
      <FirstBalance />
      <div className="mt-8 border-t border-hairline pt-4 text-quiet">
        {isLocal ? <OnThisDevice onAccount={setWay} /> : <InTheAccount />}
      </div>
    </div>
  )
}

function FirstBalance() {
  const [isAtBank] = useRoute('/import')
  const hadPlans = usePlanning((planning) => planning.scenarios.length > 0)
  const [text, setText] = useState('')
  const [currency_code, setCurrency] = useState(likelyCurrency)
  const [problem, setProblem] = useState<string | null>(null)

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) return setProblem(read.problem)
    const found = await planningActions().createScenario({
      name: say('frame.first.my_plan'),
      planning_balance_cents: read.value,
      currency_code,
    })
    setProblem(textOf(found[0]))
  }
  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <h1 className="text-3xl leading-tight">
        <label htmlFor="first-balance">{say('frame.first.how_much')}</label>
      </h1>
      {isAtBank && <p className="mt-3 text-quiet">{say('frame.first.bank')}</p>}
      <div className="mt-5 flex flex-wrap items-end gap-3">
        <input
          id="first-balance"
          className="field field-amount h-14 max-w-56 text-2xl!"
          inputMode="decimal"
          autoComplete="off"
          placeholder={formatAmount(0, currency_code)}
          aria-invalid={problem !== null}
          aria-describedby="first-note"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <CurrencySelect value={currency_code} onChange={setCurrency} />
      </div>
      <p id="first-note" aria-live="polite" className={`mt-2 min-h-6 ${problem ? 'problem' : 'money text-quiet'}`}>
        {problem ?? sumResult(text, currency_code)}
      </p>
      <p className="text-sm text-quiet">{say('frame.first.moment')}</p>
      <button type="submit" className="button button-primary mt-2 px-5">
        {say(isAtBank ? 'frame.first.to_files' : hadPlans ? 'frame.first.start_plan' : 'frame.first.start')}
      </button>
    </form>
  )
}

/** Without an account; where a server is there, it can be signed in to. */
function OnThisDevice({ onAccount }: { onAccount: (way: 'in' | 'up') => void }) {
  const settings = useServerSettings()
  return (
    <>
      <p>
        {say('frame.first.in_browser')} <Sample />
      </p>
      {settings !== 'asking' && settings !== null && (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          <span className="mr-1">{say('frame.first.every_device')}</span>
          <button type="button" className="button" onClick={() => onAccount('in')}>
            {say('frame.sign_in')}
          </button>
          {settings.sign_up === 'open' && (
            <button type="button" className="button" onClick={() => onAccount('up')}>
              {say('frame.first.make_account')}
            </button>
          )}
        </p>
      )}
    </>
  )
}

/** An account without plans: those of this device may be meant, also after they were put off. */
function InTheAccount() {
  const plans = usePlansToBring()
  const isLater = useBringing((state) => state.isLater)
  return (
    <>
      <p>
        {say('frame.first.on_server')} <Sample />
      </p>
      {isLater && plans.length > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          <span className="mr-1">{say('frame.first.on_device', { plans: plans.length })}</span>
          <button type="button" className="button" onClick={() => bringLater(false)}>
            {say('frame.bring_along', { plans: plans.length })}
          </button>
        </p>
      )}
    </>
  )
}

function Sample() {
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (): Promise<void> => setProblem(textOf((await planningActions().createSample())[0]))
  return (
    <>
      <button type="button" className="min-h-6 text-accent underline underline-offset-4" onClick={() => void look()}>
        {say('frame.first.sample')}
      </button>
      {problem !== null && <span className="problem block">{problem}</span>}
    </>
  )
}

function WithAccount({ way, onBack }: { way: 'in' | 'up'; onBack: () => void }) {
  return (
    <section aria-labelledby="account-heading" className="mx-auto max-w-md pt-[6vh]">
      <h1 id="account-heading" className="mb-4 text-2xl">
        {say(way === 'in' ? 'frame.first.sign_in' : 'frame.first.make_account')}
      </h1>
      <SignIn start={way} />
      <button type="button" className="button button-quiet mt-4 text-accent" onClick={onBack}>
        {say('frame.first.back')}
      </button>
    </section>
  )
}
