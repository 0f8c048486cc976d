import { useMemo } from 'react'
import { compareProjections, explainCompared, explainDelta, type ComparedFigure } from '../../../core/comparison/projections.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
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
      <tbody role="rowgroup">
        {figures.map((row) => (
          <Row
            key={`${row.figure} ${row.goal_ids.join()} ${row.account_ids.join()}`}
            row={row}
            projections={projections}
            names={names}
            words={rowWords(row, projections, range)}
          />
        ))}
      </tbody>
    </table>
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
