import type { ReactNode } from 'react'
import type { Card } from '../../../core/accounts/account.ts'
import { openStatement, statementsAhead, type CardStatement } from '../../../core/projection/card-statements.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Account } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { accountName } from './AccountSelect.tsx'

/** As many payments one after the other can be left out, and the next one is still told. */
const looked_at = 12

/** What a card takes next, when, and for what; the payments before it that are left out; and its statement in the making. */
export function CardSentence({ projection, account, card }: { projection: Projection; account: Account; card: Card }) {
  const { scenario, today } = projection
  const day = (date: string): string => formatDate(date, today)
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const ahead = statementsAhead(projection, account.id, looked_at)
  const nth = ahead.findIndex(({ state }) => state === 'due')
  const next = ahead[nth]
  const open = openStatement(projection, account.id)
  return (
    <>
      {ahead.slice(0, nth < 0 ? undefined : nth).map((left) => (
        <p key={left.nominal_date} className="text-quiet">
          {say('accounts.card.left_out', { day: day(left.date), state: left.state })}{' '}
          {left.state === 'skipped' && <SkipButton account={account} statement={left} day={day(left.date)} />}
        </p>
      ))}
      {next && (
        <p>
          {takesWords(account, card, next, accountName(scenario.accounts, card.paid_from_account_id), day, money)}{' '}
          {next.pays_cents > 0 && <SkipButton account={account} statement={next} day={day(next.date)} />}
        </p>
      )}
      {open && (
        <p className="text-quiet">
          {say('accounts.card.so_far', {
            amount: money(open.so_far_cents),
            day: open.closes_on === today ? 'today' : day(open.closes_on),
            same: open.closes_on === next?.closes_on ? 'yes' : 'no',
          })}
        </p>
      )}
    </>
  )
}

function takesWords(
  account: Account,
  card: Card,
  { date, nominal_date, closes_on, statement_cents, pays_cents }: CardStatement,
  paid_from: string,
  day: (date: string) => string,
  money: (cents: number) => string,
): ReactNode {
  if (pays_cents === 0) return say('accounts.card.takes_nothing', { name: account.name, day: day(date), closed: day(closes_on) })
  const isWhole = card.pays === 'statement' && account.exceptions[nominal_date]?.amount_cents === undefined
  return sayWith('accounts.card.takes', {
    name: account.name,
    amount: <strong className="money font-semibold">{money(pays_cents)}</strong>,
    day: day(date),
    hasFrom: card.paid_from_account_id === null ? 'no' : 'yes',
    from: paid_from,
    of: isWhole ? 'whole' : 'part',
    statement: money(statement_cents),
    closed: day(closes_on),
  })
}

/** Leaves a payment of the card out, or brings it back. */
function SkipButton({
  account: { id, name },
  statement: { nominal_date, state },
  day,
}: {
  account: Account
  statement: CardStatement
  day: string
}) {
  const isSkipped = state === 'skipped'
  const change = (): void =>
    void planningActions().dispatch({
      type: 'set_dates',
      collection: 'accounts',
      id,
      dates: { [nominal_date]: { skipped: isSkipped ? null : true } },
    })
  return (
    <button
      type="button"
      className="button button-quiet no-print text-quiet"
      data-focus={`card-${id} ${nominal_date}`}
      aria-label={say(isSkipped ? 'plan.coming.bring_back_of' : 'plan.coming.skip_of', { name, day })}
      onClick={change}
    >
      {say(isSkipped ? 'plan.coming.bring_back' : 'plan.coming.skip')}
    </button>
  )
}
