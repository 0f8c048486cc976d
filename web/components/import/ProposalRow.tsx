import { memo, Suspense, useState } from 'react'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import { nextPayment } from '../../../core/payments/next-payment.ts'
import { addDays } from '../../../core/calendar.ts'
import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import { reasonFor, reasonWords, ruleWords } from '../../../core/prediction/reasons.ts'
import type { Proposal, Way } from '../../../core/prediction/proposal.ts'
import type { Reconciled } from '../../../core/prediction/reconcile.ts'
import type { Account, Payment, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { accept, categoryWord } from './decisions.ts'
import { EvidenceStrip } from './EvidenceStrip.tsx'
import { ProposalDecisions } from './ProposalDecisions.tsx'

const ProposalForm = lazily(() => import('./ProposalForm.tsx'), 'import')

interface Props {
  found: Reconciled
  scenario: Scenario
  /** On which account of the plan it is; null: the main one. */
  account: Account | null
  charges: readonly BankTransaction[]
  today: string
}

/** Its words stay together as far as they fit on a line. */
const beside = 'ml-1 inline-block max-w-full text-sm font-normal text-quiet'

/** A proposal: what, how much, how often, when next, how sure, and the charges it rests on. */
export const ProposalRow = memo(function ProposalRow({ found, scenario, account, charges, today }: Props) {
  const { proposal } = found
  const [isEditing, setIsEditing] = useState(false)
  const { currency_code } = scenario
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const varies = proposal.amount_low_cents < proposal.amount_high_cents
  return (
    <li className="proposal">
      <div>
        <h3 className="text-base wrap-anywhere">
          {proposal.name} {proposal.direction === 'in' && <span className={beside}>{say('import.comes_in')}</span>}{' '}
          {account && <span className={beside}>{say('import.on_account', { account: account.name })}</span>}{' '}
          <span className="tag ml-1">{confidenceWords(proposal.confidence, say)}</span>
        </h3>
        <p className="text-quiet">
          {ruleWords(proposal, say, (date) => formatDate(date, today))}; {nextWords(proposal, today)}
        </p>
      </div>
      <p className="money text-right">
        <span className="text-lg font-semibold">{money(proposal.amount_cents)}</span>
        {varies && (
          <span className="block text-sm text-quiet">
            {say('import.range', { low: money(proposal.amount_low_cents), high: money(proposal.amount_high_cents) })}
          </span>
        )}
      </p>
      <div className="proposal-evidence">
        {charges.length > 0 && <EvidenceStrip charges={charges} missed={proposal.missed} today={today} currency_code={currency_code} />}
        <p className="text-sm text-quiet">{reasonWords(reasonFor(proposal, charges), say, money, (date) => formatDate(date, today))}.</p>
        {found.kind === 'covered' && (
          <p className="text-sm">
            {say('import.covered', { name: found.row.name, amount: money(found.row.amount_cents), because: found.because })}
          </p>
        )}
        {found.kind === 'moved' && (
          <p className="text-sm">
            {proposal.way
              ? wayWords(proposal.way, scenario.accounts)
              : say('import.moved', { account: found.account.name, direction: proposal.direction })}
          </p>
        )}
        {found.kind === 'new' && found.goes_to && <p className="text-sm">{say('import.goes_to', { kind: found.goes_to })}</p>}
        {found.kind === 'known' && (
          <p className="text-sm">
            {say('import.in_plan', { name: found.row.name, change: changeWords(found.row, found.fields, money, today) })}
          </p>
        )}
      </div>
      {isEditing ? (
        <Suspense fallback={null}>
          <ProposalForm
            proposal={proposal}
            category={categoryWord(proposal)}
            currency_code={currency_code}
            onCancel={() => setIsEditing(false)}
            onAccept={async (changed) => {
              const problem = await accept(proposal, changed)
              if (problem === null) setIsEditing(false)
              return problem
            }}
          />
        </Suspense>
      ) : (
        <div className="proposal-actions">
          <ProposalDecisions found={found} scenario={scenario} account={account} onEdit={() => setIsEditing(true)} />
        </div>
      )}
    </li>
  )
})

function wayWords({ from_account_id, to_account_id }: Way, accounts: readonly Account[]): string {
  const nameOf = (id: string | null): string => accounts.find((account) => account.id === id)?.name ?? ''
  return say('import.moved.between', {
    from: from_account_id === null ? 'main' : 'other',
    from_name: nameOf(from_account_id),
    to: to_account_id === null ? 'main' : 'other',
    to_name: nameOf(to_account_id),
  })
}

/** A payment of the last days that has not come is overdue; anything else is next. */
function nextWords(proposal: Proposal, today: string): string {
  if (proposal.state === 'lapsed') return say('import.last_on', { date: formatDate(proposal.last_date, today) })
  const due = nextPayment(proposal, addDays(proposal.due_date, -2))?.date ?? proposal.due_date
  return say(due < today ? 'import.overdue' : 'import.next_on', { date: formatDate(due, today) })
}

function changeWords(row: Payment, fields: Partial<Payment>, money: (cents: number) => string, today: string): string {
  const changed = { ...row, ...fields, due_date: fields.due_date ?? row.due_date ?? today }
  const isOtherRule = fields.schedule !== undefined || fields.due_date !== undefined
  const rule = isOtherRule ? describeSchedule(changed, say, (date) => formatDate(date, today)) : null
  if (fields.amount_cents === undefined) return rule === null ? say('import.change.range') : say('import.change.rule', { rule })
  const amounts = { was: money(row.amount_cents), is: money(fields.amount_cents) }
  return rule === null ? say('import.change.amount', amounts) : say('import.change.amount_and_rule', { ...amounts, rule })
}
