/** What stands in the place of a part of the frame, or of a page, that broke. Each says that the plan is kept, and how to go on. */
import type { ReactNode } from 'react'
import { planningActions } from '../../context/PlanningContext.tsx'
import type { PartName } from '../../ui/ErrorBoundary.tsx'
import { say } from '../../words/say.ts'
import { closeDialog, forgetNotices } from './screen.ts'

interface Again {
  /** Tries once more. */
  again: () => void
}

export default function Broken({ part, again }: Again & { part: PartName }) {
  const Instead = instead[part]
  return <Instead again={again} />
}

function BrokenPage({ again }: Again) {
  return (
    <section aria-labelledby="broken-heading" className="max-w-xl">
      <h1 id="broken-heading" className="text-2xl">
        {say('frame.broken.page')}
      </h1>
      <p className="mt-2">{say('frame.broken.page_what')}</p>
      <p className="mt-4 flex gap-2">
        <WaysOn again={again} />
      </p>
    </section>
  )
}

/** With Undo, which the header held: the last change may be what it can't show. */
function BrokenHeader({ again }: Again) {
  return (
    <header className="border-b border-hairline">
      <div role="alert" className="mx-auto flex max-w-6xl flex-wrap items-center gap-2 px-4 py-2 sm:px-6">
        <p className="mr-auto">{say('frame.broken.header')}</p>
        <button type="button" className="button" onClick={() => void planningActions().undo().then(again)}>
          {say('frame.broken.undo')}
        </button>
        <WaysOn again={again} />
      </div>
    </header>
  )
}

function BrokenNotices({ again }: Again) {
  const leave = (): void => {
    forgetNotices()
    again()
  }
  return (
    <BrokenPart of="notice" again={again}>
      <button type="button" className="button" onClick={leave}>
        {say('frame.broken.without')}
      </button>
    </BrokenPart>
  )
}

function BrokenPart({ of, again, children }: Again & { of: 'notice' | 'bar'; children?: ReactNode }) {
  return (
    <div role="alert" className="no-print mx-auto mt-3 flex max-w-6xl flex-wrap items-center gap-2 px-4 pb-36 sm:px-6 sm:pb-0">
      <p className="mr-auto">{say(`frame.broken.${of}`)}</p>
      {children}
      <WaysOn again={again} />
    </div>
  )
}

const BrokenNotice = ({ again }: Again) => <BrokenPart of="notice" again={again} />

const BrokenBar = ({ again }: Again) => <BrokenPart of="bar" again={again} />

function BrokenDialog({ again }: Again) {
  const close = (): void => {
    closeDialog()
    again()
  }
  return (
    <div role="alert" className="popup fixed inset-x-2 bottom-2 z-50 mx-auto flex max-w-2xl flex-wrap items-center gap-2 p-4">
      <p className="mr-auto">{say('frame.broken.dialog')}</p>
      <button type="button" className="button" onClick={close}>
        {say('frame.broken.close')}
      </button>
      <WaysOn again={again} />
    </div>
  )
}

const instead: Record<PartName, (props: Again) => ReactNode> = {
  page: BrokenPage,
  header: BrokenHeader,
  notices: BrokenNotices,
  notice: BrokenNotice,
  bar: BrokenBar,
  dialog: BrokenDialog,
}

/** Once more, or everything anew. */
function WaysOn({ again }: Again) {
  return (
    <>
      <button type="button" className="button" onClick={again}>
        {say('frame.try_again')}
      </button>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {say('frame.broken.load')}
      </button>
    </>
  )
}
