import { useMemo, useState } from 'react'
import { datesFor, withAnswers } from '../../../core/actuals/answers.ts'
import { cardDatesFor, type CardDate } from '../../../core/actuals/card-payments.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { dateKey, type PlanDate } from '../../../core/actuals/plan-dates.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { cardName } from './cardsSaid.ts'
import type { BankRun } from './matching.ts'
import { nameOf } from './names.ts'

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
}

/** The open dates that a payment may be of; nothing is shown where there is none. */
export function DateSelect({ label, first, date: day, account_id, amount_cents, of, run, without, today, onChoose, onChooseCard }: Props) {
  const { base, matched, answers } = run
  // The list is short, and asked for by touching it.
  const [value, setValue] = useState('')
  const dates = useMemo(() => {
    const taken = withAnswers(matched, answers).known.matches
    return datesFor(base, { date: day, account_id, amount_cents }, of, without ? [...taken, without] : taken, today)
  }, [base, matched, answers, day, account_id, amount_cents, of, without, today])
  const cards = useMemo(() => {
    const taken = run.cards.map(({ card }) => card)
    return onChooseCard ? cardDatesFor(base, { date: day, account_id, amount_cents }, taken) : []
  }, [base, run.cards, day, account_id, amount_cents, onChooseCard])
  if (dates.length + cards.length === 0) return null
  const keyOf = ({ row, scheduled_date }: PlanDate): string => dateKey(row, scheduled_date)
  return (
    <select
      className="field w-auto! max-w-56"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const date = dates.find((one) => keyOf(one) === event.currentTarget.value)
        setValue('')
        const card = cards.find((one) => cardKey(one) === event.currentTarget.value)
        if (date) onChoose(date)
        else if (card) onChooseCard?.(card)
      }}
    >
      <option value="">{first}</option>
      {dates.map((date) => (
        <option key={keyOf(date)} value={keyOf(date)}>
          {say('match.option', {
            name: nameOf(base, date.row),
            amount: formatMoney(date.amount_cents, base.currency_code),
            day: formatDate(date.date, today),
          })}
        </option>
      ))}
      {cards.map((card) => (
        <option key={cardKey(card)} value={cardKey(card)}>
          {card.scheduled_date === null
            ? say('match.card.undated', { card: cardName(base, card) })
            : say('match.card.due', { card: cardName(base, card), day: formatDate(card.scheduled_date, today) })}
        </option>
      ))}
    </select>
  )
}

const cardKey = ({ account_id, scheduled_date }: CardDate): string => `card ${account_id} ${scheduled_date}`
