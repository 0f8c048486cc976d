import { useRef, useState, type FormEvent } from 'react'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { likelyCurrency } from '../../format/locale.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeDialog, useScreen } from '../frame/screen.ts'

/** Names a new plan, or the open one anew. */
export default function NameDialog() {
  const isNew = useScreen((screen) => screen.dialog) === 'new'
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const open = usePlanning((planning) => planning.scenario)
  const [name, setName] = useState(isNew ? '' : (open?.name ?? ''))
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { createScenario, renameScenario } = planningActions()
    const currency_code = open?.currency_code ?? likelyCurrency()
    const [found] = isNew || !open ? await createScenario({ name, currency_code }) : await renameScenario(open.id, name)
    if (found) setProblem(found.message)
    else closeDialog()
  }

  return (
    <Dialog title={isNew ? 'New plan' : 'Rename this plan'} onClose={closeDialog} returnFocus={returnFocus} initialFocus={field}>
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
            {isNew ? 'Make the plan' : 'Rename'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
