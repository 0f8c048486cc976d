import { Suspense, useRef, useState } from 'react'
import { ownRows, type Reconciled } from '../../../core/prediction/reconcile.ts'
import type { Account, Payment, Scenario } from '../../../core/scenario.ts'
import { MoreIcon } from '../../ui/icons.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { accept, acceptTransfer, dismiss, link, update } from './decisions.ts'

const ProposalMenu = lazily(() => import('./ProposalMenu.tsx'), 'import')

interface Props {
  found: Reconciled
  scenario: Scenario
  /** On which account of the plan it is; null: the main one. */
  account: Account | null
  onEdit: () => void
}

/** One of the things that can be done with a proposal: what its button says, and what it is called beside others. */
export interface Choice {
  words: string
  label: string
  run: () => void
}

/** What becomes of a proposal: what is likeliest first; on a phone the rest is in a menu. */
export function ProposalDecisions(props: Props) {
  const { found } = props
  if (found.kind === 'known') {
    return (
      <button type="button" className="button" onClick={() => update(found.proposal, found.row, found.fields)}>
        {say('import.update')}
      </button>
    )
  }
  const [first, ...rest] = choicesOf(props)
  const others = otherwise(props)
  const { name } = found.proposal
  return (
    <>
      <ChoiceButton choice={first!} className="button button-primary" />
      {rest.map((choice) => (
        <ChoiceButton key={choice.words} choice={choice} className="button max-sm:hidden" />
      ))}
      {others.length > 0 && <OtherwiseSelect label={say('import.link_to_own', { name })} choices={others} />}
      <More name={name} rest={rest} others={others} />
    </>
  )
}

const ChoiceButton = ({ choice: { words, label, run }, className }: { choice: Choice; className: string }) => (
  <button type="button" className={className} aria-label={label} onClick={run}>
    {words}
  </button>
)

/** The likeliest is first: what adds it beside a row that may be the same never is. */
function choicesOf({ found, account, onEdit }: Props): Choice[] {
  const { proposal } = found
  const { name, direction } = proposal
  const adds = (words: string, label: string): Choice => ({ words, label, run: () => void accept(proposal) })
  const more: Choice[] = [
    { words: say('import.edit'), label: say('import.edit_one', { name }), run: onEdit },
    { words: say('import.dismiss'), label: say('import.dismiss_one', { name }), run: () => void dismiss(proposal) },
  ]
  if (found.kind === 'covered') {
    const linked = say('import.link', { name: found.row.name })
    return [
      { words: linked, label: linked, run: () => void link(proposal, found.row) },
      adds(say('import.accept_beside_short'), say('import.accept_beside', { name })),
      ...more,
    ]
  }
  if (found.kind === 'moved')
    return [
      {
        words: say('import.accept_transfer'),
        label: say('import.accept_transfer_one', { name }),
        run: () => void acceptTransfer(proposal, found.account, account),
      },
      // Both accounts were read: it is nothing else.
      ...(proposal.way
        ? more.slice(1)
        : [adds(say('import.accept_plain', { direction }), say('import.accept_plain_one', { name, direction })), ...more]),
    ]
  return [adds(say('import.accept'), say('import.accept_one', { name })), ...more]
}

/** What else it may be: a row of the person's own, or money that moves between the main account and another one of the plan. */
function otherwise({ found, scenario, account }: Props): Choice[] {
  const { proposal } = found
  const { direction } = proposal
  const choice = (words: string, run: () => void): Choice => ({ words, label: words, run })
  const isOther = (row: Payment): boolean => row.evidence === null && !(found.kind === 'covered' && found.row === row)
  const rows = found.kind === 'moved' ? [] : ownRows(scenario, direction).filter(isOther)
  if (proposal.way) return []
  const accounts = account === null ? scenario.accounts.filter(({ id }) => !(found.kind === 'moved' && found.account.id === id)) : []
  return [
    ...rows.map((row) => choice(row.name, () => void link(proposal, row))),
    ...accounts.map((other) =>
      choice(say('import.to_account', { direction, account: other.name }), () => void acceptTransfer(proposal, other, null)),
    ),
  ]
}

/** A list takes less room than a button each. */
const OtherwiseSelect = ({ label, choices }: { label: string; choices: readonly Choice[] }) => (
  <select
    className="field w-auto! max-w-56 max-sm:hidden"
    aria-label={label}
    value=""
    onChange={(event) => choices[Number(event.currentTarget.value)]?.run()}
  >
    <option value="">{say('import.is_my')}</option>
    {choices.map(({ words }, nth) => (
      <option key={words} value={nth}>
        {words}
      </option>
    ))}
  </select>
)

/** On a phone: all but the likeliest. */
function More(choices: { name: string; rest: readonly Choice[]; others: readonly Choice[] }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<boolean | null>(null)
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="button button-icon sm:hidden"
        aria-label={say('import.more', { name: choices.name })}
        aria-haspopup="menu"
        aria-expanded={open === true}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      {open !== null && (
        <Suspense fallback={null}>
          <ProposalMenu {...choices} anchor={anchor} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
