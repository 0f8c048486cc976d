import { useMemo } from 'react'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import { inboxOf, isClear } from '../../../core/prediction/inbox.ts'
import type { Reconciled } from '../../../core/prediction/reconcile.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { useParted } from '../bank/parted.ts'
import { say } from '../../words/say.ts'
import { acceptAll, bringBack } from './decisions.ts'
import { usePlanAccounts } from './planAccounts.ts'
import { ProposalRow } from './ProposalRow.tsx'

interface Props {
  scenario: Scenario
  proposals: readonly Proposal[]
  accounts: readonly StoredBankAccount[]
  today: string
}

/** What repeats, best first: what is new, what would change, what the plan has already, what was put aside. */
export default function Inbox({ scenario, proposals, accounts, today }: Props) {
  const charges = useMemo(() => new Map(accounts.flatMap(({ transactions }) => transactions.map((one) => [one.id, one]))), [accounts])
  const parted = useParted(scenario)
  const { going, ended, settled } = useMemo(
    () => inboxOf(proposals, scenario, { charges, parted: parted ?? null }),
    [proposals, scenario, charges, parted],
  )
  const ownPayments = useMemo(
    () => ownMoney(accounts.flatMap(({ account, transactions }) => transactions.map((one) => ({ ...one, account })))).size,
    [accounts],
  )
  const told = proposals.some(({ way }) => way !== undefined) ? 'yes' : 'no'
  const accountOf = usePlanAccounts(scenario, accounts)
  const steady = going.filter(isClear)
  const dismissed = settled.filter(({ kind }) => kind === 'dismissed')
  // Whether a what-if has something otherwise on purpose is known in a moment, and is not asked about until then.
  if (parted === undefined) return null

  const rows = (list: readonly Reconciled[]) => (
    <ul>
      {list.map((one) => (
        <ProposalRow
          key={`${one.proposal.direction} ${one.proposal.payee} ${one.proposal.transaction_ids[0]}`}
          found={one}
          scenario={scenario}
          account={accountOf(one.proposal)}
          charges={chargesOf(one.proposal, charges)}
          today={today}
        />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="inbox-heading" className="mt-8">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 id="inbox-heading" className="text-xl">
          {say('import.inbox')}
        </h2>
        <p className="text-quiet" role="status">
          {going.length > 0
            ? say('import.inbox.to_look_at', { count: going.length })
            : say(proposals.length === 0 ? 'import.inbox.nothing' : 'import.inbox.all_there')}
        </p>
        {steady.length > 1 && (
          <button
            type="button"
            className="button button-primary ml-auto"
            onClick={() => void acceptAll(steady.map(({ proposal }) => proposal))}
          >
            {say('import.accept_all', { count: steady.length })}
          </button>
        )}
      </div>
      {proposals.length === 0 && <p className="mt-2 max-w-2xl text-quiet">{say('import.inbox.nothing_long')}</p>}
      {ownPayments > 0 && (
        <p className="mt-2 max-w-2xl text-sm text-quiet">{say('import.inbox.own_money', { count: ownPayments, is_told: told })}</p>
      )}
      {rows(going)}
      {ended.length > 0 && (
        <details className="mt-4">
          <summary className="min-h-6">{say('import.inbox.ended', { count: ended.length })}</summary>
          {rows(ended)}
        </details>
      )}
      {settled.length > 0 && (
        <details className="mt-4">
          <summary className="min-h-6 text-quiet">
            {say('import.inbox.settled', { count: settled.length - dismissed.length, dismissed: dismissed.length })}
          </summary>
          <Settled found={settled} />
        </details>
      )}
    </section>
  )
}

/** What needs no word: what the plan has already, and what was put aside and can be brought back. */
const Settled = ({ found }: { found: readonly Reconciled[] }) => (
  <ul className="mt-1">
    {found.map(({ kind, proposal }) => (
      <li
        key={`${proposal.payee} ${proposal.transaction_ids[0]}`}
        className="flex flex-wrap items-center gap-x-3 border-b border-hairline py-1.5"
      >
        <span className="flex-1 wrap-anywhere">{proposal.name}</span>
        {kind === 'dismissed' && (
          <button type="button" className="button button-quiet text-accent" onClick={() => bringBack(proposal)}>
            {say('import.bring_back')}
          </button>
        )}
      </li>
    ))}
  </ul>
)

const chargesOf = (proposal: Proposal, known: ReadonlyMap<string, BankTransaction>): BankTransaction[] =>
  proposal.transaction_ids.flatMap((id) => known.get(id) ?? [])
