import { memo, useState } from 'react'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import { nextPayment } from '../../../core/next-payment.ts'
import { addDays } from '../../../core/calendar.ts'
import { describeSchedule } from '../../../core/describe-schedule.ts'
import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import { reasonFor, reasonWords } from '../../../core/prediction/reasons.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Reconciled } from '../../../core/prediction/reconcile.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { accept, dismiss, link, update } from './decisions.ts'
import { EvidenceStrip } from './EvidenceStrip.tsx'
import { ProposalForm } from './ProposalForm.tsx'

interface Props {
  found: Reconciled
  scenario: Scenario
  charges: readonly BankTransaction[]
  today: string
}

/** A proposal: what, how much, how often, when next, how sure, and the charges it rests on. */
export const ProposalRow = memo(function ProposalRow({ found, scenario, charges, today }: Props) {
  const { proposal } = found
  const [isEditing, setIsEditing] = useState(false)
  const { currency_code } = scenario
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const varies = proposal.amount_low_cents < proposal.amount_high_cents
  return (
    <li className="proposal">
      <div>
        <h3 className="text-base wrap-anywhere">
          {proposal.name} {proposal.direction === 'in' && <span className="ml-1 text-sm font-normal text-quiet">comes in</span>} <span className="tag ml-1">{confidenceWords(proposal.confidence, say)}</span>
        </h3>
        <p className="text-quiet">
          {describeSchedule(proposal, (date) => formatDate(date, today))}; {proposal.state === 'lapsed' ? `last ${formatDate(proposal.last_date, today)}` : nextWords(proposal, today)}
        </p>
      </div>
      <p className="money text-right">
        <span className="text-lg font-semibold">{money(proposal.amount_cents)}</span>
        {varies && (
          <span className="block text-sm text-quiet">
            {money(proposal.amount_low_cents)} to {money(proposal.amount_high_cents)}
          </span>
        )}
      </p>
      <div className="proposal-evidence">
        {charges.length > 0 && <EvidenceStrip charges={charges} missed={proposal.missed} today={today} currency_code={currency_code} />}
        <p className="text-sm text-quiet">{reasonWords(reasonFor(proposal, charges), money, (date) => formatDate(date, today))}.</p>
        {found.kind === 'covered' && (
          <p className="text-sm">
            Is this your “{found.row.name}” ({money(found.row.amount_cents)})? {coveredWords[found.because]} Link them, and it counts once.
          </p>
        )}
        {found.kind === 'known' && <p className="text-sm">In your plan as “{found.row.name}”. {changeWords(found.row, found.fields, money, today)}</p>}
      </div>
      {isEditing ? (
        <ProposalForm
          proposal={proposal}
          currency_code={currency_code}
          onCancel={() => setIsEditing(false)}
          onAccept={(changed) => {
            const problem = accept(proposal, changed)
            if (problem === null) setIsEditing(false)
            return problem
          }}
        />
      ) : (
        <div className="proposal-actions">
          <Decisions found={found} scenario={scenario} onEdit={() => setIsEditing(true)} />
        </div>
      )}
    </li>
  )
})

/** A payment of the last days that has not come is overdue; anything else is next. */
function nextWords(proposal: Proposal, today: string): string {
  const due = nextPayment(proposal, addDays(proposal.due_date, -2))?.date ?? proposal.due_date
  return due < today ? `overdue since ${formatDate(due, today)}` : `next on ${formatDate(due, today)}`
}

const coveredWords: Record<Extract<Reconciled, { kind: 'covered' }>['because'], string> = {
  name: 'It has the same name.',
  amount_and_dates: 'It falls on the same days and costs about as much.',
  amount_and_rhythm: 'It costs about as much and comes as often, on other days.',
}

function Decisions({ found, scenario, onEdit }: { found: Reconciled; scenario: Scenario; onEdit: () => void }) {
  const { proposal } = found
  const own: readonly Payment[] = (proposal.direction === 'out' ? scenario.bills : scenario.incomes).filter(({ evidence }) => evidence === null)
  if (found.kind === 'known') {
    return (
      <button type="button" className="button" onClick={() => update(proposal, found.row, found.fields)}>
        Update it
      </button>
    )
  }
  return (
    <>
      {found.kind === 'covered' && (
        <button type="button" className="button button-primary" onClick={() => link(proposal, found.row)}>
          Link to {found.row.name}
        </button>
      )}
      <button type="button" className={found.kind === 'covered' ? 'button' : 'button button-primary'} aria-label={found.kind === 'covered' ? `Add beside it: ${proposal.name}` : `Accept ${proposal.name}`} onClick={() => accept(proposal)}>
        {found.kind === 'covered' ? 'Add beside it' : 'Accept'}
      </button>
      <button type="button" className="button" aria-label={`Edit and accept ${proposal.name}`} onClick={onEdit}>
        Edit
      </button>
      <button type="button" className="button" aria-label={`Not this one: ${proposal.name}`} onClick={() => dismiss(proposal)}>
        Not this one
      </button>
      {found.kind === 'new' && own.length > 0 && (
        <select className="field w-auto! max-w-56" aria-label={`Link ${proposal.name} to a row of yours`} value="" onChange={(event) => { const row = own.find(({ id }) => id === event.currentTarget.value); if (row) link(proposal, row) }}>
          <option value="">It is my…</option>
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

function changeWords(row: Payment, fields: Partial<Payment>, money: (cents: number) => string, today: string): string {
  const parts = [
    ...(fields.amount_cents === undefined ? [] : [`${money(row.amount_cents)} would be ${money(fields.amount_cents)}`]),
    ...(fields.schedule === undefined && fields.due_date === undefined ? [] : [`it would be ${describeSchedule({ ...row, ...fields, due_date: fields.due_date ?? row.due_date ?? today }, (date) => formatDate(date, today))}`]),
    ...(fields.amount_cents === undefined && fields.schedule === undefined && fields.due_date === undefined ? ['its range would follow your bank'] : []),
  ]
  return parts.join(', and ') + '.'
}
