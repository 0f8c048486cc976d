import { Suspense, useState } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'

const MergeDialog = lazily(() => import('./MergeDialog.tsx'), 'compare', 'dialogs', 'rows', 'schedule')

type Pair = { from: Scenario; into: Scenario }

/** Of a branch and its parent: everything that changed in one of them since they parted, brought into the other. */
export function BringOver({ one, other }: { one: Scenario; other: Scenario }) {
  const [opened, setOpened] = useState<(Pair & { button: HTMLElement }) | null>(null)
  const [branch, parent] = one.parent_id === other.id ? [one, other] : [other, one]
  if (branch.parent_id !== parent.id) return null
  const bring = ({ from, into }: Pair) => (
    <button type="button" className="button max-w-full" onClick={(event) => setOpened({ from, into, button: event.currentTarget })}>
      <span className="min-w-0 text-left wrap-anywhere">{say('compare.bring', { from: from.name, into: into.name })}</span>
    </button>
  )
  return (
    <section aria-labelledby="bring-heading" className="no-print mt-10">
      <h2 id="bring-heading" className="text-xl">
        {say('compare.bring.heading')}
      </h2>
      <p className="mt-1 max-w-2xl text-quiet">{say('compare.bring.lead', { branch: branch.name, parent: parent.name })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {bring({ from: branch, into: parent })}
        {bring({ from: parent, into: branch })}
      </div>
      {opened && (
        <Suspense fallback={null}>
          <MergeDialog from={opened.from} into={opened.into} returnFocus={opened.button} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </section>
  )
}
