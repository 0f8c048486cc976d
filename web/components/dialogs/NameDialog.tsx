import { useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { freeNameAmong } from '../../context/planActions.ts'
import { likelyCurrency } from '../../format/locale.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeDialog, tell, useScreen } from '../frame/screen.ts'

const words = {
  new: { title: 'New plan', action: 'Make the plan' },
  branch: { title: 'What if…', action: 'Try it' },
  rename: { title: 'Rename this plan', action: 'Rename' },
}

/** Names a new plan, a branch of the open one, or the open one anew. */
export default function NameDialog() {
  const asked = useScreen((screen) => screen.dialog)
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const open = usePlanning((planning) => planning.scenario)
  const scenarios = usePlanning((planning) => planning.scenarios)
  const what = open === null || asked === 'new' ? 'new' : asked === 'branch' ? 'branch' : 'rename'
  const [name, setName] = useState(() => (what === 'new' ? '' : what === 'branch' ? freeNameAmong(scenarios, 'What if') : open!.name))
  const [place, go] = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const carryOut = async (): Promise<Problem[]> => {
    const { createScenario, branchScenario, renameScenario } = planningActions()
    if (open === null || what === 'new') return createScenario({ name, currency_code: open?.currency_code ?? likelyCurrency() })
    if (what === 'rename') return renameScenario(open.id, name)
    const problems = await branchScenario(open.id, name)
    if (problems.length === 0) tell({ id: 'branched', tone: 'info', text: `“${name.trim()}” is a copy of “${open.name}”, which stays as it is.`, ...(place !== '/compare' && { isOffer: true, action: { label: 'Compare', run: () => go('/compare') } }) })
    return problems
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const [found] = await carryOut()
    if (found) setProblem(found.message)
    else closeDialog()
  }

  return (
    <Dialog title={words[what].title} lead={what === 'branch' && `A copy of “${open!.name}” to try something in. Nothing changes there until you bring it over.`} onClose={closeDialog} returnFocus={returnFocus} initialFocus={field}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor="plan-name" className="block text-sm text-quiet">
          Name
        </label>
        <input
          ref={field}
          id="plan-name"
          className="field"
          autoComplete="off"
          placeholder="What if I move"
          value={name}
          aria-invalid={problem !== null}
          aria-describedby="plan-name-note"
          onFocus={(event) => what === 'branch' && event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <p id="plan-name-note" className="problem min-h-5" aria-live="polite">
          {problem}
        </p>
        <div className="mt-3 flex justify-end gap-2">
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="button button-primary">
            {words[what].action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
