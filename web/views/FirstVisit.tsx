import { useState, type FormEvent } from 'react'
import { planningActions, usePlanning } from '../context/PlanningContext.tsx'
import { likelyCurrency } from '../format/locale.ts'
import { formatAmount } from '../format/money.ts'
import { CurrencySelect } from '../ui/CurrencySelect.tsx'
import { readTypedAmount, sumResult } from '../ui/draft.ts'

/** An empty start asks one thing. */
export default function FirstVisit() {
  const isLocal = usePlanning((planning) => planning.mode === 'local')
  const hadPlans = usePlanning((planning) => planning.scenarios.length > 0)
  const [text, setText] = useState('')
  const [currency_code, setCurrency] = useState(likelyCurrency)
  const [problem, setProblem] = useState<string | null>(null)

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) return setProblem(read.problem)
    const found = await planningActions().createScenario({ name: 'My plan', planning_balance_cents: read.value, currency_code })
    setProblem(found[0]?.message ?? null)
  }
  const look = async (): Promise<void> => setProblem((await planningActions().createSample())[0]?.message ?? null)

  return (
    <div className="mx-auto max-w-xl pt-[8vh]">
      <form onSubmit={(event) => void start(event)} noValidate>
        <h1 className="text-3xl leading-tight">
          <label htmlFor="first-balance">How much is on your account today?</label>
        </h1>
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
        <button type="submit" className="button button-primary mt-2 px-5">
          {hadPlans ? 'Start a plan' : 'Start planning'}
        </button>
      </form>
      <p className="mt-8 border-t border-hairline pt-4 text-quiet">
        {isLocal ? 'Your plan stays in this browser; no account is needed.' : 'Your plan is kept on the server, under your account. Plans of this device can be brought along in the settings.'}{' '}
        <button type="button" className="min-h-6 text-accent underline underline-offset-4" onClick={() => void look()}>
          Look around with a sample plan
        </button>
      </p>
    </div>
  )
}
