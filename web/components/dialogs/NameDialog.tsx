import { useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { freeNameAmong } from '../../context/planNames.ts'
import { likelyCurrency } from '../../format/locale.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { closeDialog, notify, useScreen } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'

const words = {
  new: { title: 'dialogs.name.new', action: 'dialogs.name.new_action' },
  branch: { title: 'common.what_if', action: 'dialogs.name.branch_action' },
  rename: { title: 'dialogs.name.rename', action: 'dialogs.name.rename_action' },
} as const

/** Names a new plan, a branch of the open one, or the open one anew. */
export default function NameDialog() {
  const asked = useScreen((screen) => screen.dialog)
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const open = usePlanning((planning) => planning.scenario)
  const scenarios = usePlanning((planning) => planning.scenarios)
  const what = open === null || asked === 'new' ? 'new' : asked === 'branch' ? 'branch' : 'rename'
  const isBranch = what === 'branch'
  const [name, setName] = useState(() => {
    if (isBranch) return freeNameAmong(scenarios, say('dialogs.name.what_if'))
    return what === 'new' ? '' : open!.name
  })
  const [place, go] = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const carryOut = async (): Promise<Problem[]> => {
    const { createScenario, branchScenario, renameScenario } = planningActions()
    if (open === null || what === 'new') return createScenario({ name, currency_code: open?.currency_code ?? likelyCurrency() })
    if (what === 'rename') return renameScenario(open.id, name)
    const problems = await branchScenario(open.id, name)
    if (problems.length > 0) return problems
    const offer = place !== '/compare' && { isOffer: true, action: { label: say('dialogs.name.compare'), run: () => go('/compare') } }
    notify({ id: 'branched', tone: 'info', text: say('dialogs.name.branched', { name: name.trim(), of: open.name }), ...offer })
    return problems
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const [found] = await carryOut()
    if (found) setProblem(textOf(found))
    else closeDialog()
  }

  return (
    <Dialog
      title={say(words[what].title)}
      lead={isBranch && say('dialogs.name.branch_lead', { name: open!.name })}
      onClose={closeDialog}
      returnFocus={returnFocus}
      initialFocus={field}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor="plan-name" className="block text-sm text-quiet">
          {say('dialogs.name.field')}
        </label>
        <input
          ref={field}
          id="plan-name"
          className="field"
          autoComplete="off"
          placeholder={say('dialogs.name.example')}
          value={name}
          aria-invalid={problem !== null}
          aria-describedby="plan-name-note"
          onFocus={(event) => isBranch && event.currentTarget.select()}
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
            {say('common.cancel')}
          </button>
          <button type="submit" className="button button-primary">
            {say(words[what].action)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
