import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { inCurrency } from '../../../core/comparison/content.ts'
import { differences, takeOver } from '../../../core/comparison/differences.ts'
import { collections, type Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { tell } from '../frame/screen.ts'
import { differenceLines, missing, takeKind, type DifferenceLine, type TakeKind } from './differenceLines.ts'
import { collectionWords } from './fieldWords.ts'

interface Props {
  one: Scenario
  other: Scenario
  /** The open plan, if it is one of the two: into it single differences can be taken over. */
  openId: string
}

/** What differs between two plans, row by row, each with both sides; what the other has can be taken over into the open one. */
export function DifferenceList({ one, other, openId }: Props) {
  const lines = useMemo(() => differenceLines(differences(one, other), one, other), [one, other])
  const region = useRef<HTMLDivElement>(null)
  const [into, from] = other.id === openId ? [other, one] : [one, other]
  const canTake = into.id === openId
  const isExact = useMemo(() => inCurrency(from, into.currency_code) !== null, [from, into.currency_code])

  const take = (line: DifferenceLine): void => {
    const edit = takeOver(into, from, line.difference)
    if (!edit) return
    const at = buttonsIn(region.current).indexOf(document.activeElement as HTMLButtonElement)
    const [found] = flushSync(() => planningActions().dispatch(edit))
    if (found) return tell({ id: 'take-over', tone: 'failure', text: `${line.about}: ${found.message} Nothing was changed.` })
    // The line is gone; the focus goes on to the next one.
    const left = buttonsIn(region.current)
    ;(left[Math.min(at, left.length - 1)] ?? region.current)?.focus()
  }

  if (lines.length === 0) return <p className="mt-2 text-quiet">Nothing but the name. Change something in one of them, and it is listed here.</p>
  return (
    <div ref={region} tabIndex={-1} className="outline-none">
      {[null, ...collections].map((collection) => {
        const own = lines.filter((line) => line.collection === collection)
        if (own.length === 0) return null
        const heading = collection === null ? 'The plan itself' : collectionWords[collection].many
        return (
          <section key={heading} aria-label={heading} className="mt-4">
            <div className="differing-heads">
              <h3 className="text-base">{heading}</h3>
              <span className="wrap-anywhere">{one.name}</span>
              <span className="wrap-anywhere">{other.name}</span>
              <span />
            </div>
            <ul className="differing">
              {own.map((line) => (
                <Line key={line.key} line={line} one={one} other={other} onTake={canTake ? () => take(line) : null} canHold={isExact || line.key === 'currency_code'} into={into} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const buttonsIn = (region: HTMLElement | null): HTMLButtonElement[] => [...(region?.querySelectorAll<HTMLButtonElement>('button[data-take]') ?? [])]

/** What the button does to the open plan, where it stands; what is short enough is said outright. */
function takeWords(kind: TakeKind, theirs: string): string {
  if (kind === 'change') return theirs.length <= 14 ? `Make it ${theirs}` : 'Make it the same'
  return { add: 'Add it here', remove: 'Remove it here', order: 'Use that order' }[kind]
}

interface LineProps {
  line: DifferenceLine
  one: Scenario
  other: Scenario
  into: Scenario
  onTake: (() => void) | null
  canHold: boolean
}

function Line({ line, one, other, into, onTake, canHold }: LineProps) {
  const [mine, theirs] = into.id === other.id ? [line.to, line.from] : [line.from, line.to]
  const kind = takeKind(line, into.id === other.id ? 'to' : 'from')
  const about = [line.about, line.field].filter(Boolean).join(', ')
  return (
    <li>
      <span>
        <span className="font-medium">{line.about}</span> {line.field && <span className="text-quiet">{line.field}</span>}
      </span>
      <Side name={one.name} text={line.from} />
      <Side name={other.name} text={line.to} />
      {onTake && (
        <span className="differing-action">
          {canHold ? (
            <button type="button" data-take className="button" aria-label={`${takeWords(kind, theirs)}: ${kind === 'remove' ? about : kind === 'add' ? `${about}, ${theirs}` : `${about}, ${theirs} instead of ${mine}`}`} onClick={onTake}>
              {takeWords(kind, theirs)}
            </button>
          ) : (
            <span className="text-sm text-quiet">{into.currency_code} can't hold it exactly</span>
          )}
        </span>
      )}
    </li>
  )
}

const Side = ({ name, text }: { name: string; text: string }) => (
  <span className={`differing-value ${text === missing ? 'text-quiet' : ''}`}>
    <span className="differing-side text-sm text-quiet">{name}: </span>
    {text}
  </span>
)
