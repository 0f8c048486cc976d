import { matchSaid } from '../../../core/actuals/answers.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { dueDay } from '../../../core/actuals/plan-dates.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { DateSelect } from './DateSelect.tsx'
import { answerPayment, askAgain, standingAnswer } from './answering.ts'
import type { BankRun } from './bankRun.ts'
import { nameOf, payeeOf, saidIs } from './names.ts'

interface Props {
  asked: PaymentMatch
  run: BankRun
  scenario: Scenario
  today: string
}

/** A payment that may be that of a date: why it is not sure, and what it can be. */
export default function AskedPayment({ asked, run, scenario, today }: Props) {
  const { base, transactions } = run
  const money = (cents: number): string => formatMoney(cents, base.currency_code)
  const payee = payeeOf(transactions, asked.transactions)
  const answer = standingAnswer(run, scenario, asked)
  const head = say('match.ask.head', { payee, amount: money(asked.sign * asked.paid_cents), day: formatDate(asked.paid_on, today) })
  if (answer !== undefined) {
    return (
      <li className="flex flex-wrap items-center gap-x-4 border-b border-hairline py-2 text-quiet">
        <span className="flex-1 wrap-anywhere" role="status">
          {answer === 'none' ? say('match.said.none', { payee }) : saidIs(payee, nameOf(base, answer.row))}
        </span>
        {answer === 'none' && (
          <button type="button" className="button button-quiet text-accent" onClick={() => void askAgain(asked)}>
            {say('match.ask.again')}
          </button>
        )}
      </li>
    )
  }
  const name = nameOf(base, asked.row)
  const own = asked.transactions.flatMap((id) => transactions.get(id) ?? [])
  const isPart = asked.rest_cents > 0
  const is = { name, amount: money(asked.amount_cents), day: formatDate(dueDay(base, asked), today) }
  const rest = money(asked.rest_cents)
  const take = (match: PaymentMatch): void => void answerPayment(asked, match)
  return (
    <li className="border-b border-hairline py-3">
      <p className="wrap-anywhere">{head}</p>
      <p className="font-medium wrap-anywhere">{say('match.ask.is', is)}</p>
      <p className="text-sm text-quiet">{doubtWords(asked)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isPart && (
          <button
            type="button"
            className="button button-primary"
            aria-label={say('match.yes_part_named', { payee, name, amount: rest })}
            onClick={() => take(asked)}
          >
            {say('match.yes_part', { amount: rest })}
          </button>
        )}
        <button
          type="button"
          className={isPart ? 'button' : 'button button-primary'}
          aria-label={say(isPart ? 'match.yes_all_named' : 'match.yes_named', { payee, name })}
          onClick={() => take({ ...asked, rest_cents: 0 })}
        >
          {say(isPart ? 'match.yes_all' : 'match.yes')}
        </button>
        <DateSelect
          label={say('match.other_date_of', { payee })}
          first={say('match.other_date')}
          date={asked.paid_on}
          account_id={asked.account_id}
          amount_cents={asked.sign * asked.paid_cents}
          of={asked.row}
          run={run}
          without={asked}
          today={today}
          onChoose={(date) => take(matchSaid(date, own, true))}
        />
        <button
          type="button"
          className="button"
          aria-label={say('match.none_named', { payee })}
          onClick={() => void answerPayment(asked, 'none')}
        >
          {say('match.none')}
        </button>
      </div>
    </li>
  )
}

/** What speaks against taking it unasked; of several things the first two. */
function doubtWords({ reason: { doubts, days_late } }: PaymentMatch): string {
  const when = days_late > 0 ? 'late' : 'early'
  return doubts
    .slice(0, 2)
    .map((doubt) => say('match.doubt', { doubt, days: Math.abs(days_late), when }))
    .join(' ')
}
