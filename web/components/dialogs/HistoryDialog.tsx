import { useEffect, useRef, useState } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import type { RevisionSummary, StoreResult } from '../../../core/store.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatInstant } from '../../format/date.ts'
import { momentWords } from '../../format/moments.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { say, sayWith } from '../../words/say.ts'
import { closeDialog, useScreen } from '../frame/screen.ts'
import { beginningWords, historyLines } from './historyWords.ts'
import { RevisionShown } from './RevisionShown.tsx'
import { revisionReader, type RevisionReader } from './revisionReader.ts'
import { textOf } from '../../words/problems.ts'

/** What the open plan was: its kept revisions, one of them to look at, and a way back to it. */
export default function HistoryDialog() {
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const name = usePlanning((planning) => planning.scenario?.name ?? '')
  const current = usePlanning((planning) => planning.scenario?.revision)
  const [revisions, setRevisions] = useState<StoreResult<RevisionSummary[]> | null>(null)
  const [viewed, setViewed] = useState<StoreResult<Scenario> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [now] = useState(() => new Date())
  const [reader] = useState(() =>
    revisionReader({
      state: (revision) => planningActions().getRevision(revision),
      change: (revision) => planningActions().getRevisionChange(revision),
    }),
  )

  // Read again with each change that has been stored, of this tab or of others.
  const isSaved = usePlanning((planning) => planning.saveState.kind === 'saved')
  useEffect(() => {
    let isOver = false
    void planningActions()
      .listRevisions()
      .then((found) => !isOver && setRevisions(found))
    return () => void (isOver = true)
  }, [current, isSaved])

  const view = async (revision: number): Promise<void> => setViewed(await planningActions().getRevision(revision))
  const restore = async (revision: number): Promise<void> => {
    const [found] = await planningActions().restoreRevision(revision)
    if (found) setProblem(textOf(found))
    else closeDialog()
  }

  return (
    <Dialog
      title={say('dialogs.history.title', { name })}
      lead={say('dialogs.history.lead')}
      onClose={closeDialog}
      returnFocus={returnFocus}
      width="wide"
    >
      <p className="problem" aria-live="polite">
        {problem ?? (revisions && !revisions.ok ? textOf(revisions.problems[0]) : null)}
      </p>
      {revisions === null && <p className="text-quiet">{say('common.one_moment')}</p>}
      {revisions?.ok && (
        <ol className="max-h-[40dvh] overflow-y-auto" tabIndex={0} aria-label={say('dialogs.history.list')}>
          {revisions.value.map((revision, at) => (
            <li key={revision.revision} className="flex flex-wrap items-center gap-x-3 border-b border-hairline py-1">
              <span className="min-w-40 flex-1 basis-60">
                <Changed revision={revision} before={revisions.value[at + 1] ?? null} reader={reader} />
                <span className="text-sm text-quiet wrap-anywhere">
                  <When revision={revision} now={now} />
                </span>
              </span>
              {revision.revision === current && <span className="text-sm text-quiet">{say('dialogs.history.as_now')}</span>}
              <button
                type="button"
                className="button"
                aria-label={say('dialogs.history.view_one', { moment: formatInstant(revision.created_at), revision: revision.revision })}
                onClick={() => void view(revision.revision)}
              >
                {say('dialogs.history.view')}
              </button>
              {revision.revision !== current && (
                <button
                  type="button"
                  className="button"
                  aria-label={say('dialogs.history.go_back_to', {
                    moment: formatInstant(revision.created_at),
                    revision: revision.revision,
                  })}
                  onClick={() => void restore(revision.revision)}
                >
                  {say('dialogs.history.go_back')}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <div aria-live="polite">
        {viewed && !viewed.ok && <p className="problem mt-3">{textOf(viewed.problems[0])}</p>}
        {viewed?.ok && <RevisionShown scenario={viewed.value} />}
      </div>
    </Dialog>
  )
}

/** When it was made, and by which program, if one did. */
function When({ revision: { created_at, token }, now }: { revision: RevisionSummary; now: Date }) {
  const when = (
    <time dateTime={created_at} title={formatInstant(created_at)}>
      {momentWords(created_at, now)}
    </time>
  )
  if (token === null) return when
  return token === '' ? sayWith('dialogs.history.by_gone_token', { when }) : sayWith('dialogs.history.by_token', { when, token })
}

/** What was changed then, read once the entry is in sight. */
function Changed({ revision, before, reader }: { revision: RevisionSummary; before: RevisionSummary | null; reader: RevisionReader }) {
  const place = useRef<HTMLSpanElement>(null)
  const [lines, setLines] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (before === null) return setLines([beginningWords(revision)])
    const tell = async (): Promise<void> => {
      const read = await reader(revision, before)
      setLines(read.ok ? historyLines(read.value.before, read.value.after) : [])
    }
    const observer = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return
      observer.disconnect()
      void tell()
    })
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [revision, before, reader])
  return (
    <span ref={place} className="block min-h-6 wrap-anywhere">
      {lines?.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </span>
  )
}
