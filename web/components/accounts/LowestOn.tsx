import type { Figure } from '../../../core/projection/explanations.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'

interface Props {
  projection: Projection
  figure: Figure
  /** Of the account. */
  name: string
  cents: number
  date: string
  /** Of a debt the least is the most that is owed. */
  isDebt?: boolean
  /** Pots hold money beside it. */
  isFree?: boolean
}

/** The least that is on an account in the days that are watched, and when; a figure that opens. */
export function LowestOn({ projection, figure, name, cents, date, isDebt = false, isFree = false }: Props) {
  const { scenario, today } = projection
  const text = formatMoney(isDebt ? 0 - cents : cents, scenario.currency_code)
  return (
    <span className="account-lowest text-quiet">
      {sayWith(isDebt ? 'accounts.most_owed' : isFree ? 'accounts.lowest_free' : 'accounts.lowest', {
        amount: (
          <FigureButton
            projection={projection}
            figure={figure}
            title={say(isDebt ? 'accounts.most_owed_of' : 'accounts.lowest_of', { name })}
            cents={cents}
            text={text}
            size="small"
          />
        ),
        day: date === today ? 'today' : formatDate(date, today),
      })}
    </span>
  )
}
