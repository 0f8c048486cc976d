import { useMemo, useState } from 'react'
import { datesFor, isInReach, withAnswers } from '../../../core/actuals/answers.ts'
import { cardDatesFor, type CardDate } from '../../../core/actuals/card-payments.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { dateKey, dueDay, type PlanDate } from '../../../core/actuals/plan-dates.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { cardName } from './cardsSaid.ts'
import type { BankRun } from './bankRun.ts'
import { nameOf } from './names.ts'
import { withUnplannedBefore } from './unplanned.ts'

interface Props {
  label: string
  /** What stands in the list as long as nothing is chosen. */
  first: string
  date: string
  account_id: string | null
  amount_cents: number
  of: PaymentMatch['row'] | null
  run: BankRun
  /** The date that is asked about already. */
  without?: PaymentMatch
  today: string
  onChoose: (date: PlanDate) => void
  /** Left out: it is no payment of a card. */
  onChooseCard?: (card: CardDate) => void
  /** Beside other things to choose on a phone. */
  isNarrow?: boolean
}

/** The open dates that a payment may be of; nothing is shown where there is none. */
export function DateSelect(props: Props) {
  const { label, first, date: day, account_id, amount_cents, of, run, without, today, onChoose, onChooseCard, isNarrow } = props
  const { base, answers } = run
  // The list is short, and asked for by touching it.
  const [value, setValue] = useState('')
  const [showsFar, setShowsFar] = useState(false)
  const dates = useMemo(() => {
    const taken = withAnswers(withUnplannedBefore(run), answers).known.matches
    const found = datesFor(base, { date: day, account_id, amount_cents }, of, without ? [...taken, without] : taken, today)
    return inOrder(found, { date: day, cents: Math.abs(amount_cents) }, base)
  }, [run, base, answers, day, account_id, amount_cents, of, without, today])
  const cards = useMemo(() => {
    const taken = run.cards.map(({ card }) => card)
    return onChooseCard ? cardDatesFor(base, { date: day, account_id, amount_cents }, taken) : []
  }, [base, run.cards, day, account_id, amount_cents, onChooseCard])
  const { likely, others, far } = dates
  if (likely.length + others.length + far.length + cards.length === 0) return null
  const hasMore = far.length > 0 && !showsFar && likely.length + others.length + cards.length > 0
  const option = (date: PlanDate) => (
    <option key={keyOf(date)} value={keyOf(date)}>
      {say('match.option', {
        name: nameOf(base, date.row),
        amount: formatMoney(date.amount_cents, base.currency_code),
        day: formatDate(dueDay(base, date), today),
      })}
    </option>
  )
  return (
    <select
      className={`field w-auto! ${isNarrow ? 'max-w-56 max-sm:max-w-32' : 'max-w-56'}`}
      aria-label={label}
      value={value}
      onChange={(event) => {
        if (event.currentTarget.value === more) return setShowsFar(true)
        const date = [...likely, ...others, ...far].find((one) => keyOf(one) === event.currentTarget.value)
        setValue('')
        const card = cards.find((one) => cardKey(one) === event.currentTarget.value)
        if (date) onChoose(date)
        else if (card) onChooseCard?.(card)
      }}
    >
      <option value="">{first}</option>
      {likely.map(option)}
      {cards.map((card) => (
        <option key={cardKey(card)} value={cardKey(card)}>
          {card.scheduled_date === null
            ? say('match.card.undated', { card: cardName(base, card) })
            : say('match.card.due', { card: cardName(base, card), day: formatDate(card.scheduled_date, today) })}
        </option>
      ))}
      {others.map(option)}
      {hasMore ? <option value={more}>{say('match.option.more')}</option> : far.map(option)}
    </select>
  )
}

const keyOf = ({ row, scheduled_date }: PlanDate): string => dateKey(row, scheduled_date)

/** A payment is likely a date's where it is within so many in a hundred of its amount. */
const likely_percent = 15

interface InOrder {
  likely: PlanDate[]
  others: PlanDate[]
  far: PlanDate[]
}

/**
 * Those of about the amount first, the likeliest before; cards stand between; the others are looked for by their names. What is further
 * from the payment than it would be looked for comes last, and when it is asked for.
 */
function inOrder(dates: readonly PlanDate[], paid: { date: string; cents: number }, base: Scenario): InOrder {
  const isLikely = ({ amount_cents }: PlanDate): boolean => Math.abs(amount_cents - paid.cents) * 100 <= likely_percent * amount_cents
  const byName = (list: readonly PlanDate[]): PlanDate[] =>
    list.toSorted((a, b) => nameOf(base, a.row).localeCompare(nameOf(base, b.row)) || a.day - b.day)
  // Of a row at about the amount the nearest date is likely, however far: who is paid once may be paid early.
  const nearest = new Set(dates.filter((date, nth) => isLikely(date) && dates.findIndex(({ row }) => row.id === date.row.id) === nth))
  const near = dates.filter((date) => nearest.has(date) || isInReach(date, paid.date))
  return {
    likely: near.filter(isLikely),
    others: byName(near.filter((date) => !isLikely(date))),
    far: byName(dates.filter((date) => !near.includes(date))),
  }
}

/** The value of what shows them. */
const more = 'more'

const cardKey = ({ account_id, scheduled_date }: CardDate): string => `card ${account_id} ${scheduled_date}`
