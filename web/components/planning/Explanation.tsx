import { useState } from 'react'
import { explain } from '../../../core/projection/explain.ts'
import type { Explanation as Explained } from '../../../core/projection/explanation.ts'
import type { Figure } from '../../../core/projection/explanations.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { DownIcon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { explainedLines, type Line } from './explainedLines.ts'
import { useExplained } from './FigureButton.tsx'

/** One sentence that says what a figure counts, where its name does not; null where it does. */
function leadOf(figure: Figure, { scenario, today, safe_to_spend_cents, next_payday, accounts }: Projection): string | null {
  switch (figure.figure) {
    case 'lowest_point':
      return say('plan.lead.lowest', { days: scenario.safety_days })
    case 'safe_to_spend':
      return say(safe_to_spend_cents >= 0 ? 'plan.lead.safe' : 'plan.lead.missing')
    case 'due_before_payday':
      return next_payday
        ? say('plan.lead.due', { payday: formatDate(next_payday.date, today), accounts: accounts.length })
        : say('plan.lead.due_unpaid', { accounts: accounts.length })
    case 'undated':
      return say('plan.lead.undated')
    default:
      return null
  }
}

/** The lines a figure is the sum of, and the sum. */
export default function Explanation(props: PopupProps) {
  const { title, figure, projection } = useExplained()
  const lead = leadOf(figure, projection)
  return (
    <Popover {...props} title={title}>
      {lead && <p className="-mt-1 mb-2 text-sm text-quiet">{lead}</p>}
      {props.open && <Lines />}
    </Popover>
  )
}

function Lines() {
  const { projection, figure, title } = useExplained()
  const { today, scenario } = projection
  return <ExplanationLines explained={explain(projection, figure)} title={title} today={today} currency_code={scenario.currency_code} />
}

interface LinesProps {
  /** null: there is no such figure. */
  explained: Explained | null
  title: string
  today: string
  currency_code: string
}

export function ExplanationLines({ explained, title, today, currency_code }: LinesProps) {
  if (!explained) return <p className="text-quiet">{say('plan.explained.nothing')}</p>
  return (
    <div className="max-h-[50dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('plan.explained.lines', { title })}>
      <table className="w-full">
        <tbody>
          {explainedLines(explained, (date) => formatDate(date, today)).map((line) => (
            <Row key={line.key} line={line} currency_code={currency_code} depth={0} />
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 bg-raised">
          <tr className="border-t border-edge align-baseline font-semibold">
            <th scope="row" className="py-1 pr-3 text-left">
              {say('plan.explained.sum')}
            </th>
            <td className="money py-1 text-right">{formatMoney(explained.cents, currency_code)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** One line; one that stands for several opens them beneath it. */
function Row({ line, currency_code, depth }: { line: Line; currency_code: string; depth: number }) {
  const [isOpen, setIsOpen] = useState(false)
  const words = (
    <>
      {line.label} {line.note && <span className="ml-1 text-sm text-quiet">{line.note}</span>}
    </>
  )
  return (
    <>
      <tr className={`align-baseline ${depth > 0 ? 'text-quiet' : ''}`}>
        <th scope="row" className="py-0.5 pr-3 text-left font-normal wrap-anywhere" style={{ paddingLeft: `${depth}rem` }}>
          {line.lines.length > 0 ? (
            <button
              type="button"
              className="flex min-h-7 items-center gap-1 text-left pointer-coarse:min-h-11"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              <span>{words}</span>
              <span className={`shrink-0 text-quiet ${isOpen ? 'rotate-180' : ''}`}>
                <DownIcon />
              </span>
            </button>
          ) : (
            <span className="inline-block py-0.5">{words}</span>
          )}
        </th>
        <td className="money py-0.5 text-right">{formatMoney(line.cents, currency_code)}</td>
      </tr>
      {isOpen && line.lines.map((inner) => <Row key={inner.key} line={inner} currency_code={currency_code} depth={depth + 1} />)}
    </>
  )
}
