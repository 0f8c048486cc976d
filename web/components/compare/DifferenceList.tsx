import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { inCurrency } from '../../../core/comparison/content.ts'
import { differences, takeOver } from '../../../core/comparison/differences.ts'
import { withoutPastDates } from '../../../core/comparison/past-dates.ts'
import { collections, type Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { differenceLines, takeKind, type DifferenceLine, type TakeKind } from './differenceLines.ts'
import { namesApart } from './figureWords.ts'
import { textOf } from '../../words/problems.ts'

interface Props {
  one: Scenario
  other: Scenario
  /** The open plan, if it is one of the two: into it single differences can be taken over. */
  openId: string
}

/** What differs between two plans, row by row, each with both sides; what the other has can be taken over into the open one. */
export default function DifferenceList({ one, other, openId }: Props) {
  const { lines, past } = useMemo(() => {
    const ahead = withoutPastDates(differences(one, other), one, other)
    return { lines: differenceLines(ahead.found, one, other), past: ahead.past }
  }, [one, other])
  const region = useRef<HTMLDivElement>(null)
  const [into, from] = other.id === openId ? [other, one] : [one, other]
  const canTake = into.id === openId
  const isExact = useMemo(() => inCurrency(from, into.currency_code) !== null, [from, into.currency_code])

  const take = (line: DifferenceLine): void => {
    const edit = takeOver(into, from, line.difference)
    if (!edit) return
    const at = buttonsIn(region.current).indexOf(document.activeElement as HTMLButtonElement)
    const [found] = flushSync(() => planningActions().dispatch(edit))
    if (found)
      return notify({ id: 'take-over', tone: 'failure', text: say('compare.not_taken', { about: line.about, problem: textOf(found) }) })
    // The line is gone; the focus goes on to the next one.
    const left = buttonsIn(region.current)
    ;(left[Math.min(at, left.length - 1)] ?? region.current)?.focus()
  }

  const names = namesApart([one, other])
  const beside = past > 0 && <p className="mt-2 text-sm text-quiet">{say('compare.differing.past', { rows: past })}</p>
  if (lines.length === 0) {
    return (
      <>
        <p className="mt-2 text-quiet">{say(past > 0 ? 'compare.differing.nothing_ahead' : 'compare.differing.nothing')}</p>
        {beside}
      </>
    )
  }
  return (
    <div ref={region} tabIndex={-1} className="outline-none">
      {[null, ...collections].map((collection) => {
        const own = lines.filter((line) => line.collection === collection)
        if (own.length === 0) return null
        const heading = collection === null ? say('compare.plan_itself') : say(`rows.collection.${collection}`)
        return (
          <section key={collection} aria-label={heading} className="mt-4">
            <div className="differing-heads">
              <h3 className="text-base">{heading}</h3>
              <span className="wrap-anywhere">{names[0]}</span>
              <span className="wrap-anywhere">{names[1]}</span>
              <span />
            </div>
            <ul className="differing">
              {own.map((line) => (
                <Line
                  key={line.key}
                  line={line}
                  other={other}
                  names={names}
                  onTake={canTake ? () => take(line) : null}
                  canHold={isExact || line.key === 'currency_code'}
                  into={into}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {beside}
    </div>
  )
}

const buttonsIn = (region: HTMLElement | null): HTMLButtonElement[] => [
  ...(region?.querySelectorAll<HTMLButtonElement>('button[data-take]') ?? []),
]

const takes = { add: 'compare.take.add', remove: 'compare.take.remove', order: 'compare.take.order' } as const

/** What the button does to the open plan, where it stands; what is short enough is said outright. */
function takeWords(kind: TakeKind, theirs: string): string {
  if (kind !== 'change') return say(takes[kind])
  return theirs.length <= 14 ? say('compare.take.make', { value: theirs }) : say('compare.take.same')
}

/** The same with what it is about, for who hears it alone. */
function takeLabel(kind: TakeKind, about: string, mine: string, theirs: string): string {
  const action = takeWords(kind, theirs)
  if (kind === 'remove') return `${action}: ${about}`
  return kind === 'add' ? `${action}: ${about}, ${theirs}` : say('compare.take.change_label', { action, about, mine, theirs })
}

interface LineProps {
  line: DifferenceLine
  other: Scenario
  /** Of both, as they are told apart. */
  names: readonly string[]
  into: Scenario
  onTake: (() => void) | null
  canHold: boolean
}

function Line({ line, other, names, into, onTake, canHold }: LineProps) {
  const [mine = '', theirs = ''] = (into.id === other.id ? [line.to, line.from] : [line.from, line.to]).map(sideWords)
  const kind = takeKind(line, into.id === other.id ? 'to' : 'from')
  const about = [line.about, line.field].filter(Boolean).join(', ')
  return (
    <li>
      <span>
        <span className="font-medium">{line.about}</span> {line.field && <span className="text-quiet">{line.field}</span>}
      </span>
      <Side name={names[0]!} text={line.from} />
      <Side name={names[1]!} text={line.to} />
      {onTake && (
        <span className="differing-action">
          {canHold ? (
            <button type="button" data-take className="button" aria-label={takeLabel(kind, about, mine, theirs)} onClick={onTake}>
              {takeWords(kind, theirs)}
            </button>
          ) : (
            <span className="text-sm text-quiet">{say('compare.cannot_hold', { currency: into.currency_code })}</span>
          )}
        </span>
      )}
    </li>
  )
}

const sideWords = (text: string | null): string => text ?? say('compare.not_there')

const Side = ({ name, text }: { name: string; text: string | null }) => (
  <span className={`differing-value ${text === null ? 'text-quiet' : ''}`}>
    <span className="differing-side text-sm text-quiet">{name}: </span>
    {sideWords(text)}
  </span>
)
