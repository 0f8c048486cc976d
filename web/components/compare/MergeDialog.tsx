import { useEffect, useMemo, useState } from 'react'
import type { Conflict, MergeChoices } from '../../../core/comparison/conflict.ts'
import { differences } from '../../../core/comparison/differences.ts'
import type { Merged } from '../../../core/comparison/merge.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Problem } from '../../../core/problem.ts'
import type { MergePreview } from '../../../core/store.ts'
import type { LookedAt } from '../../context/planning.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { ConflictList } from '../dialogs/ConflictList.tsx'
import { notifyDone } from '../frame/screen.ts'
import { differenceLines, type DifferenceLine } from './differenceLines.ts'
import { mergedAsShown } from './mergedAsShown.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'

interface Props {
  from: { id: string; name: string }
  into: { id: string; name: string }
  returnFocus: HTMLElement
  onClose: () => void
}

/** Brings over what changed in a plan since it parted from another: what comes, a choice for each conflict, and the word to do it. */
export default function MergeDialog({ from, into, returnFocus, onClose }: Props) {
  const [preview, setPreview] = useState<MergePreview | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [chosen, setChosen] = useState<MergeChoices>({})
  const [isBusy, setIsBusy] = useState(false)
  const [looks, setLooks] = useState(1)
  const title = say('compare.merge.title', { from: from.name, into: into.name })

  const [from_id, into_id] = [from.id, into.id]
  useEffect(() => {
    const look = async (): Promise<void> => {
      const result = await planningActions().previewMerge({ from: from_id, into: into_id })
      if (result.ok) setPreview(result.value)
      else setProblems(result.problems)
    }
    void look()
  }, [from_id, into_id, looks])

  const bring = async (looked: LookedAt): Promise<void> => {
    setIsBusy(true)
    const found = await planningActions().mergeFrom(looked, chosen)
    setIsBusy(false)
    if (found.length === 0) {
      onClose()
      return notifyDone('brought', say('compare.merge.done', { from: from.name, into: into.name }))
    }
    setProblems(found)
    if (found.some(({ code }) => code === 'revision_is_stale' || code === 'merge_has_clashes')) setLooks(looks + 1)
  }

  return (
    <Dialog title={title} lead={say('compare.merge.lead', { name: into.name })} onClose={onClose} returnFocus={returnFocus} width="wide">
      <p className="problem" aria-live="polite">
        {problems[0] && <ProblemText problem={problems[0]} />}
      </p>
      {!preview && problems.length === 0 && <p className="text-quiet">{say('common.one_moment')}</p>}
      {preview && (
        <Looked
          preview={preview}
          chosen={chosen}
          onChoose={setChosen}
          isBusy={isBusy}
          onBring={(edit) => void bring({ ...preview, edit })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

interface LookedProps {
  preview: MergePreview
  chosen: MergeChoices
  onChoose: (chosen: MergeChoices) => void
  isBusy: boolean
  onBring: (edit: ScenarioEdit) => void
  onClose: () => void
}

function Looked({ preview, chosen, onChoose, isBusy, onBring, onClose }: LookedProps) {
  const { from, into, base } = preview
  const merged = useMemo(() => mergedAsShown(preview, chosen), [preview, chosen])
  const conflicts = useAllConflicts(preview, merged)
  const lines = useMemo(() => differenceLines(differences(into, merged.scenario), into, merged.scenario), [into, merged])
  const open = merged.clashes.length

  if (lines.length === 0 && conflicts.length === 0) {
    return (
      <>
        <p>
          {say(base === null ? 'compare.merge.has_everything' : 'compare.merge.nothing_to_bring', { from: from.name, into: into.name })}
        </p>
        <div className="mt-4 flex justify-end">
          <button type="button" className="button" onClick={onClose}>
            {say('common.close')}
          </button>
        </div>
      </>
    )
  }
  return (
    <>
      {base === null && <p className="mb-3">{say('compare.merge.no_base')}</p>}
      <div className="max-h-[58dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('compare.merge.comes')}>
        {conflicts.length > 0 && (
          <section aria-labelledby="conflicts-heading" className="mb-5">
            <h3 id="conflicts-heading" className="text-base">
              {say(base === null ? 'compare.merge.differs' : 'compare.merge.changed_in_both')}
            </h3>
            <ConflictList
              conflicts={conflicts}
              told={{ currency_code: merged.scenario.currency_code, bills: [...into.bills, ...from.bills] }}
              names={{ mine: from.name, theirs: into.name }}
              allOf={{ mine: say('compare.merge.all_as', { name: from.name }), theirs: say('compare.merge.all_as', { name: into.name }) }}
              isBaseKnown={base !== null}
              chosen={chosen}
              onChoose={onChoose}
            />
          </section>
        )}
        <h3 className="text-base">{say(open > 0 ? 'compare.merge.comes_besides' : 'compare.merge.comes')}</h3>
        {lines.length === 0 && <p className="text-quiet">{say('compare.merge.nothing_changes', { name: into.name })}</p>}
        <ul>
          {lines.map((line) => (
            <li key={line.key} className="border-b border-hairline py-1.5 wrap-anywhere">
              <span className="font-medium">{line.about}</span>
              {line.field && <span className="text-quiet"> {line.field}</span>}
              <span className="block text-quiet">
                {line.from !== null && (
                  <>
                    {line.from} <span aria-hidden="true">→</span>
                    <span className="sr-only">{say('compare.becomes')}</span>{' '}
                  </>
                )}
                <span className="text-ink">{becomesWords(line)}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? say('dialogs.still_to_choose', { open }) : ''}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {say('common.cancel')}
        </button>
        <button type="button" className="button button-primary" disabled={open > 0 || isBusy} onClick={() => onBring(merged.edit)}>
          {say('compare.merge.bring')}
        </button>
      </div>
    </>
  )
}

/** What a line comes to. */
function becomesWords({ from, to }: DifferenceLine): string {
  if (to === null) return say('compare.merge.taken_out')
  return from === null ? say('compare.merge.new', { what: to }) : to
}

/** Those asked at first, and those that answers have brought up since; an answer can be changed as long as the dialog is open. */
function useAllConflicts({ clashes: first }: MergePreview, merged: Merged): Conflict[] {
  const [asked, setAsked] = useState<readonly Conflict[]>([])
  const known = [...first, ...asked.filter(({ key }) => !first.some((other) => other.key === key))]
  const fresh = merged.clashes.filter(({ key }) => !known.some((other) => other.key === key))
  if (fresh.length > 0) setAsked([...asked, ...fresh])
  return [...known, ...fresh]
}
