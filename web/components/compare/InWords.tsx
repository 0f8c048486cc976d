import { useMemo } from 'react'
import { comparedInWords, type Extreme } from '../../../core/comparison/in-words.ts'
import { compareProjections } from '../../../core/comparison/projections.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { Range } from '../charts/ranges.ts'
import { lengthOf, namesApart } from './figureWords.ts'

interface Props {
  /** In the order of the lines. */
  projections: readonly Projection[]
  range: Range
}

/** What the comparison comes to, before any picture: which plan gets lower, when and by how much, and where more is left. */
export function InWords({ projections, range }: Props) {
  const said = useMemo(() => comparedInWords(compareProjections(projections)), [projections])
  if (said === null) return null
  const names = namesApart(projections.map(({ scenario }) => scenario))
  const { scenario, today } = projections[0]!
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const about = ({ nth, next, cents, by_cents }: Extreme) => ({
    name: names[nth]!,
    other: names[next]!,
    amount: money(cents),
    by: money(by_cents),
  })
  const { lowest, most_left } = said
  const isTwo = projections.length === 2
  return (
    <p className="mt-6 max-w-3xl text-xl">
      {say('compare.words.low', {
        ...about(lowest),
        day: formatDate(lowest.date!, today),
        how: lowest.by_cents === 0 ? 'same' : isTwo ? 'lower' : 'lowest',
      })}{' '}
      {say('compare.words.left', {
        ...about(most_left),
        ...lengthOf(range),
        how: most_left.by_cents === 0 ? 'same' : isTwo ? 'more' : 'most',
      })}
    </p>
  )
}
