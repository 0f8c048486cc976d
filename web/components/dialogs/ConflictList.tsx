import type { Conflict, MergeChoices, Side } from '../../../core/comparison/conflict.ts'
import { say } from '../../words/say.ts'
import type { Told } from '../compare/fieldWords.ts'
import { aboutWords, sideWords } from './conflictWords.ts'
import { textOf } from '../../words/problems.ts'

interface Props {
  conflicts: readonly Conflict[]
  /** The plan whose currency and bills the values are told in. */
  told: Told | null
  /** What each side is called, and taking everything from it. */
  names: Record<Side, string>
  allOf: Record<Side, string>
  /** False: nobody knows how it was before. */
  isBaseKnown?: boolean
  chosen: MergeChoices
  onChoose: (chosen: MergeChoices) => void
}

const choice = 'flex min-h-11 items-center gap-2 rounded-lg border border-hairline px-3 py-1 has-checked:border-accent has-checked:bg-tint'

/** What was changed on both sides: how it was, both ways, and a choice for each. */
export function ConflictList({ conflicts, told, names, allOf, isBaseKnown = true, chosen, onChoose }: Props) {
  const all = (side: Side): void => onChoose({ ...chosen, ...Object.fromEntries(conflicts.map(({ key }) => [key, side])) })
  return (
    <>
      <div className="mb-2 flex flex-wrap gap-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <button key={side} type="button" className="button max-w-full" onClick={() => all(side)}>
            <span className="min-w-0 text-left wrap-anywhere">{allOf[side]}</span>
          </button>
        ))}
      </div>
      <ul aria-label={say('dialogs.conflict.list')}>
        {conflicts.map((conflict) => (
          <li key={conflict.key} className="border-b border-hairline py-3">
            <fieldset>
              <legend className="font-semibold wrap-anywhere">{aboutWords(conflict, told)}</legend>
              {conflict.problem && <p className="text-sm">{textOf(conflict.problem)}</p>}
              {conflict.about !== 'rule' && isBaseKnown && (
                <p className="text-sm text-quiet wrap-anywhere">
                  {say('dialogs.conflict.was', { value: sideWords(conflict, 'base', told) })}
                </p>
              )}
              <div className="mt-1 grid gap-2 sm:grid-cols-2">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} className={choice}>
                    <input
                      type="radio"
                      className="size-5 flex-none accent-(--accent)"
                      name={conflict.key}
                      checked={chosen[conflict.key] === side}
                      onChange={() => onChoose({ ...chosen, [conflict.key]: side })}
                    />
                    <span className="min-w-0 wrap-anywhere">
                      <span className="block text-sm text-quiet">{names[side]}</span>
                      {sideWords(conflict, side, told)}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How many still want an answer. */
export const unanswered = (conflicts: readonly Conflict[], chosen: MergeChoices): number =>
  conflicts.filter(({ key }) => !chosen[key]).length
