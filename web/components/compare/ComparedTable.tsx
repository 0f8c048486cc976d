import { useId, useMemo, useState } from 'react'
import {
  compareProjections,
  explainCompared,
  explainDelta,
  isSameInAll,
  type ComparedFigure,
} from '../../../core/comparison/projections.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { usePrinting } from '../../ui/printing.ts'
import { say } from '../../words/say.ts'
import type { Range } from '../charts/ranges.ts'
import { levelTone } from '../planning/levelWords.ts'
import {
  deltaLead,
  deltaWords,
  isRepeated,
  isSameAsFirst,
  levelWords,
  namesApart,
  rowWords,
  valueLead,
  figureValueWords,
  type RowWords,
} from './figureWords.ts'
import { Swatch } from './Swatch.tsx'
import { WhyButton } from './WhyButton.tsx'

interface Props {
  /** In the order of the lines; the first is what the others are measured against. */
  projections: readonly Projection[]
  /** How far ahead the picture looks. */
  range: Range
}

/** A row a figure, a column a plan; a block a figure and a line a plan where there is no room. */
export function ComparedTable({ projections, range }: Props) {
  const compared = useMemo(() => compareProjections(projections), [projections])
  const names = namesApart(projections.map(({ scenario }) => scenario))
  const figures = compared.figures.filter((row) => !isRepeated(row, compared.figures))
  const same = figures.filter(isSameInAll)
  const folded = same.length < fewestFolded ? [] : same
  const rowOf = (row: ComparedFigure) => (
    <Row
      key={`${row.figure} ${row.goal_ids.join()} ${row.account_ids.join()}`}
      row={row}
      projections={projections}
      names={names}
      words={rowWords(row, projections, range)}
    />
  )
  return (
    <table
      role="table"
      className="compared"
      style={{ maxWidth: `${widthOfLabels_rem + projections.length * widthOfPlan_rem}rem` }}
      aria-label={say('compare.figures.table', { from: formatDate(compared.from), until: formatDate(compared.until) })}
    >
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          {names.map((name, nth) => (
            <th key={projections[nth]!.scenario.id} role="columnheader" scope="col">
              <Swatch nth={nth} /> {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{figures.filter((row) => !folded.includes(row)).map(rowOf)}</tbody>
      {folded.length > 0 && (
        <Folded
          count={folded.length}
          isAll={folded.length === figures.length}
          columns={projections.length + 1}
          rows={() => folded.map(rowOf)}
        />
      )}
    </table>
  )
}

/** Fewer figures that are the same are no longer than the line that stands for them. */
const fewestFolded = 3

interface FoldedProps {
  count: number
  isAll: boolean
  columns: number
  rows: () => React.ReactNode
}

/** What is the same in all plans says little: one line, which opens; on paper it is open. */
function Folded({ count, isAll, columns, rows }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false)
  const isPrinting = usePrinting()
  const id = useId()
  return (
    <>
      <tbody role="rowgroup" className="compared-same no-print">
        <tr role="row">
          <td role="cell" colSpan={columns}>
            <button
              type="button"
              className="button button-quiet -ml-2 text-accent"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              onClick={() => setIsOpen(!isOpen)}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {say('compare.figures.same', { count, all: String(isAll) })}
            </button>
          </td>
        </tr>
      </tbody>
      {(isOpen || isPrinting) && (
        <tbody role="rowgroup" id={id}>
          {rows()}
        </tbody>
      )}
    </>
  )
}

const widthOfLabels_rem = 16
const widthOfPlan_rem = 17

interface RowProps {
  row: ComparedFigure
  projections: readonly Projection[]
  names: readonly string[]
  words: RowWords
}

function Row({ row, projections, names, words }: RowProps) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {words.label} <small>{words.note}</small>
      </th>
      {projections.map((projection, nth) => (
        <td key={projection.scenario.id} role="cell">
          <span className="compared-plan">
            <Swatch nth={nth} />
            <span>{names[nth]}</span>
          </span>
          <Cell row={row} projections={projections} nth={nth} label={words.label} names={names} />
        </td>
      ))}
    </tr>
  )
}

function Cell({ row, projections, nth, label, names }: Pick<RowProps, 'row' | 'projections' | 'names'> & { nth: number; label: string }) {
  const { scenario, today } = projections[nth]!
  const { currency_code, floor_cents } = scenario
  const { text, note, level } = figureValueWords(row, row.values[nth]!, projections[nth]!, nth)
  // Of the first day below the floor it is known that it is one.
  const below = row.figure.endsWith('below_floor') && level === 'below_floor' ? '' : levelWords(level, floor_cents)
  const delta = nth === 0 ? '' : deltaWords(row, nth, currency_code)
  const explained = { today, currency_code }
  return (
    <span className="compared-value">
      <span>
        {text === null ? (
          <span className="text-quiet">{note}</span>
        ) : (
          <>
            <WhyButton
              {...explained}
              text={text}
              className={levelTone[level]}
              title={`${label}, ${names[nth]}`}
              lead={valueLead(row, nth, projections[nth]!)}
              explain={() => explainCompared(projections, row, nth)}
            />
            <small>
              {[note, below].every((words) => words !== '') ? `${note}, ` : note}
              {below !== '' && <strong className={levelTone[level]}>{below}</strong>}
            </small>
          </>
        )}
      </span>
      {delta !== '' && (
        <span className="compared-delta">
          {isSameAsFirst(row, nth) ? (
            delta
          ) : (
            <WhyButton
              {...explained}
              text={delta}
              className=""
              title={say('compare.why.against', { figure: label, one: names[nth]!, other: names[0]! })}
              lead={deltaLead(row, nth, projections)}
              explain={() => explainDelta(projections, row, nth)}
            />
          )}
        </span>
      )}
    </span>
  )
}
