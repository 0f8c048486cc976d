import { useMemo, useState } from 'react'
import { addDays } from '../../../core/calendar.ts'
import type { Account, Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending, SpendingOfCategory } from '../../../core/spending/estimate-spending.ts'
import { generalBill } from '../../../core/spending/everyday.ts'
import type { LeftOut } from '../../../core/spending/own-accounts.ts'
import { firstDayToPlan, isBeside, spendingProposals, type SpendingProposal } from '../../../core/spending/spending-bills.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { LevelSaid } from './LevelSaid.tsx'
import { nameOfCategory, takeSpending } from './taking.ts'

interface Props {
  scenario: Scenario
  found: EstimatedSpending
  /** What left in these weeks and is none of it. */
  leftOut: readonly LeftOut[]
  /** Left out: the main account. */
  account?: Account
  today: string
}

/** What leaves without a date, as the bank has it: a level a week for each kind, taken into the plan with one press. */
export default function EverydayFound({ scenario, found, leftOut, account, today }: Props) {
  const proposals = useMemo(
    () => spendingProposals(scenario, found, firstDayToPlan(scenario, found), account?.id),
    [scenario, found, account],
  )
  const general = generalBill(scenario, account?.id)
  const nameOf = (id: string | null): string => scenario.accounts.find((one) => one.id === id)?.name ?? say('rows.main_account')
  const heading = `everyday-found${account ? `-${account.id}` : ''}`
  const take = (taken: readonly SpendingProposal[]): void => takeSpending(scenario, taken, account)
  const open = proposals.filter((one) => one.kind === 'new' || one.change !== null)
  const hasRest = open.some(({ kind, category }) => kind === 'new' && category === 'rest')
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const together = open.filter((one) => !isBeside(one))
  const weeks = found.categories[0]?.weeks.length ?? 0
  const isAdded = together.some(({ kind }) => kind === 'new')
  if (proposals.length === 0 && leftOut.length === 0) return null
  return (
    <section aria-labelledby={heading} className="mt-8">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 id={heading} className="text-xl">
          {account ? say('everyday.found.on', { account: account.name }) : say('everyday.found')}
        </h2>
        {together.length > 0 && (together.length > 1 || general !== null) && (
          <button type="button" className="button button-primary ml-auto" onClick={() => take(together)}>
            {say('everyday.found.take_all')}
          </button>
        )}
      </div>
      {proposals.length > 0 && (
        <p className="max-w-2xl text-quiet">
          {say('everyday.found.lead', {
            weeks,
            last: formatDate(addDays(found.until, -1), today),
            amount: money(found.weekly_cents),
            all: found.left_cents === weeks * found.weekly_cents ? 'none' : money(found.left_cents),
          })}
          {general &&
            isAdded &&
            ` ${
              general.account_id === (account?.id ?? null)
                ? say(hasRest ? 'everyday.found.general' : 'everyday.found.general_goes', { was: money(general.amount_cents) })
                : say('everyday.found.general_on', { was: money(general.amount_cents), account: nameOf(general.account_id) })
            }`}
        </p>
      )}
      {leftOut.map((one) => (
        <p key={one.account?.id ?? one.kind} className="mt-1 max-w-2xl text-sm text-quiet">
          {leftOutSaid(one, money)}
        </p>
      ))}
      <ul>
        {proposals.map((one) => (
          // Beside a sum for all of it, one kind alone would count twice.
          <Found
            key={one.category}
            proposal={one}
            from={found.from}
            today={today}
            money={money}
            nameOf={nameOf}
            onTake={one.kind === 'new' && general !== null ? null : () => take([one])}
          />
        ))}
      </ul>
    </section>
  )
}

const leftOutSaid = ({ kind, account, payments: count, amount_cents }: LeftOut, money: (cents: number) => string): string =>
  account
    ? say('everyday.found.left_out', { count, amount: money(amount_cents), account: account.name })
    : say('everyday.found.left_out_unknown', { count, amount: money(amount_cents), kind })

interface FoundProps {
  proposal: SpendingProposal
  from: string
  today: string
  money: (cents: number) => string
  /** The name of an account; null: the main one. */
  nameOf: (account_id: string | null) => string
  /** null: it can't be taken alone. */
  onTake: (() => void) | null
}

function Found({ proposal, from, today, money, nameOf, onTake }: FoundProps) {
  const { category, estimate } = proposal
  const name = nameOfCategory(category)
  const isOpen = proposal.kind === 'new' || proposal.change !== null
  const amount = money(estimate.weekly_cents)
  const press = proposal.kind === 'new' ? say('everyday.found.take') : say('everyday.found.take_change', { amount })
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-3">
      <div className="min-w-52 flex-1">
        <h3 className="text-base">{name}</h3>
        {category === 'rest' && <p className="text-sm text-quiet">{say('everyday.found.rest')}</p>}
        <p className="text-sm text-quiet">
          {say('everyday.found.range', { low: money(estimate.low_cents), high: money(estimate.high_cents) })}
          {proposal.kind === 'known' && ` · ${knownSaid(proposal, money, nameOf)}`}
        </p>
        {proposal.kind === 'new' && proposal.beside && (
          <p className="text-sm">
            {say('everyday.found.beside', { name: proposal.beside.name, amount: money(proposal.beside.amount_cents) })}
          </p>
        )}
        <Weeks estimate={estimate} name={name} from={from} today={today} money={money} />
      </div>
      <span className="money text-right">
        <span className="text-lg font-semibold">{money(estimate.weekly_cents)}</span>
        <span className="block text-sm text-quiet">{say('everyday.found.a_week')}</span>
      </span>
      {isOpen && onTake && (
        <button
          type="button"
          className="button max-sm:w-full"
          aria-label={say('everyday.found.take_named', { press, name, amount })}
          onClick={onTake}
        >
          {press}
        </button>
      )}
    </li>
  )
}

/** At how much the plan has it, and from where, if that is another account. */
function knownSaid(
  { bill, estimate, change }: Extract<SpendingProposal, { kind: 'known' }>,
  money: FoundProps['money'],
  nameOf: FoundProps['nameOf'],
): string {
  const was = money(bill.amount_cents)
  if (change?.account_id !== undefined) return say('everyday.found.change_from', { was, account: nameOf(bill.account_id) })
  return bill.amount_cents === estimate.weekly_cents ? say('everyday.found.in_plan') : say('everyday.found.change', { was })
}

/** The weeks that the level is made of, the newest first. */
function Weeks({
  estimate,
  name,
  from,
  today,
  money,
}: {
  estimate: SpendingOfCategory
  name: string
  from: string
  today: string
  money: (cents: number) => string
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="text-sm" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 text-quiet pointer-coarse:min-h-11" aria-label={say('everyday.found.weeks_of', { name })}>
        {say('everyday.found.weeks')}
      </summary>
      {isOpen && <LevelSaid weeks={estimate.weeks} level_cents={estimate.weekly_cents} money={money} />}
      {isOpen && (
        <table className="w-full max-w-xs">
          <tbody>
            {estimate.weeks
              .map((cents, nth) => ({ cents, day: addDays(from, 7 * nth) }))
              .reverse()
              .map(({ cents, day }) => (
                <tr key={day}>
                  <th scope="row" className="py-0.5 text-left font-normal">
                    {say('everyday.found.week', { day: formatDate(day, today) })}
                  </th>
                  <td className="money text-right">{money(cents)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
