import { useState } from 'react'
import type { MergeChoices } from '../../../core/comparison/clash.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { aboutWords, valueWords } from './clashWords.ts'

type Side = 'mine' | 'theirs'

/** The same thing was changed here and elsewhere: what it was, both ways, and a choice for each. */
export default function ClashDialog() {
  const clash = usePlanning((planning) => planning.clash)
  const scenario = usePlanning((planning) => planning.scenario)
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  if (!clash) return null
  const open = clash.clashes.filter((one) => !chosen[one.key]).length
  const all = (side: Side): void => setChosen(Object.fromEntries(clash.clashes.map((one) => [one.key, side])))
  const choose = (choices: MergeChoices): void => void planningActions().resolveClash(choices)

  return (
    <Dialog
      title={`${clash.scenario_name} was changed elsewhere too`}
      lead="What differed without touching is joined already. For the rest, say which way it shall be. Nothing is lost meanwhile."
      width="wide"
    >
      <div className="mb-2 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => all('mine')}>All mine</button>
        <button type="button" className="button" onClick={() => all('theirs')}>All theirs</button>
      </div>
      <ul className="max-h-[50dvh] overflow-y-auto" tabIndex={0} aria-label="What was changed on both sides">
        {clash.clashes.map((one) => (
          <li key={one.key} className="border-b border-hairline py-3">
            <fieldset>
              <legend className="font-semibold">{aboutWords(one, scenario)}</legend>
              {one.problem && <p className="problem">{one.problem.message}</p>}
              {one.about !== 'rule' && <p className="text-sm text-quiet">It was: {valueWords(one, 'base', scenario)}</p>}
              <div className="mt-1 grid gap-2 sm:grid-cols-2">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} className="flex min-h-11 items-center gap-2 rounded-lg border border-hairline px-3 py-1 has-checked:border-accent has-checked:bg-tint">
                    <input type="radio" className="size-5 accent-(--accent)" name={one.key} checked={chosen[one.key] === side} onChange={() => setChosen({ ...chosen, [one.key]: side })} />
                    <span className="wrap-anywhere">
                      <span className="block text-sm text-quiet">{side === 'mine' ? 'Mine' : 'Theirs'}</span>
                      {valueWords(one, side, scenario)}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? `${open} still to choose` : ''}
        </p>
        <button type="button" className="button button-primary" disabled={open > 0} onClick={() => choose(chosen)}>
          Keep these
        </button>
      </div>
    </Dialog>
  )
}
