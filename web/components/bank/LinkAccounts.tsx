import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { accountKinds, type AccountKind, type Card } from '../../../core/accounts/account.ts'
import { asSaid } from '../../../core/accounts/as-said.ts'
import { cardFound } from '../../../core/actuals/card-found.ts'
import type { BankBalance } from '../../../core/actuals/difference.ts'
import { kindTold } from '../../../core/actuals/kind-told.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import { baseFrom } from '../../../core/actuals/base-said.ts'
import type { Bases, KeptBase } from '../../../core/actuals/reckoned.ts'
import { linksByBalance } from '../../../core/actuals/link-proposed.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { putRow } from '../../../core/store.ts'
import { formatDate } from '../../format/date.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import { newId } from '../../services/ids.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { readTypedAmount } from '../../ui/draft.ts'
import { say, sayWith } from '../../words/say.ts'
import '../../styles/accounts.css'

/** What is chosen in a list: an account's id, the main one, a new one, none of the plan's; '' as long as nothing is. */
type Choice = string
const [main, added, none] = ['main', 'new', 'none'] as const

interface NewAccount {
  kind: AccountKind
  name: string
  /** What is on it, or owed, as it is typed: where its file does not tell. */
  balance: string
  /** Days of the month on which a card closes and is due, where another one than was found is said. */
  closing_day?: number
  due_day?: number
}

/** What the files say of a new account: what is on it, and of a card when it is paid. null: they do not. */
function toldOfNew(one: StoredBankAccount, fresh: NewAccount, others: readonly StoredBankAccount[], told: BankBalance | null) {
  const beside = others.filter((other) => other !== one).flatMap(({ transactions }) => transactions)
  const found = fresh.kind === 'card' ? cardFound(one.transactions, beside, told, fresh.closing_day) : null
  return { balance_cents: told?.amount_cents ?? found?.balance_cents ?? null, card: found?.card ?? null }
}

/** The day of its last payment, as whose end it is asked what was there. */
const lastDayOf = ({ transactions }: StoredBankAccount, today: string): string => transactions.at(-1)?.date ?? today

/** What an account that was read can be: with money on it no loan. */
const kindsOf = ({ balance_cents }: StoredBankAccount): AccountKind[] =>
  accountKinds.filter((kind) => kind !== 'loan' || balance_cents === null || balance_cents < 0)

const kindWords = (kind: AccountKind): string => say('match.kind', { kind })

interface Props {
  accounts: readonly StoredBankAccount[]
  scenario: Scenario
  today: string
  nameOf: (account: StoredBankAccount) => string
  /** What a file tells of it, were it of some kind; null: nothing. */
  balanceOf: (account: StoredBankAccount, kind: AccountKind) => BankBalance | null
  /** What is said of them already; left out: nothing. */
  current?: Links
  /** What the links that are chosen would change, and what is to be said with them. */
  below?: (links: Links) => ReactNode
  /** `rows`: accounts that are new, made with them; `bases`: what is said of these. Answers what is wrong. */
  onLink: (links: Links, rows: ScenarioEdit[], bases: Bases) => Promise<string | null>
  onCancel?: () => void
}

const choiceBy = (links: Links, account: string): Choice => (account in links ? (links[account] ?? main) : '')

/** Asks of each account that was read which of the plan's it is. */
export default function LinkAccounts({ accounts, scenario, today, nameOf, balanceOf, current, below, onLink, onCancel }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [news, setNews] = useState<Readonly<Record<string, NewAccount>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const newOf = (one: StoredBankAccount): NewAccount => news[one.account] ?? { kind: kindTold(one), name: '', balance: '' }
  const proposed = current ?? linksByBalance(scenario, accounts)
  const choiceOf = ({ account }: StoredBankAccount): Choice => choices[account] ?? choiceBy(proposed, account)
  const isSaid = accounts.every((one) => choiceOf(one) !== '')
  const isSame = current !== undefined && accounts.every((one) => choiceOf(one) === choiceBy(current, one.account))
  const chosen = (): Links => Object.fromEntries(accounts.map((one) => [one.account, choiceOf(one) === main ? null : choiceOf(one)]))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const links: Record<string, string | null> = {}
    const rows: ScenarioEdit[] = []
    const bases: Record<string, KeptBase> = {}
    for (const one of accounts) {
      const choice = choiceOf(one)
      if (choice !== added) {
        links[one.account] = choice === main ? null : choice
        continue
      }
      const { kind, name, balance, closing_day, due_day } = newOf(one)
      const id = newId()
      const told = balanceOf(one, kind)
      const { balance_cents, card: found } = toldOfNew(one, newOf(one), accounts, told)
      const card = found && { ...found, ...(closing_day && { closing_day }), ...(due_day && { due_day }) }
      const read = balance_cents === null ? readTypedAmount(balance, scenario.currency_code) : null
      if (read?.ok === false) return setProblem(read.problem)
      const row = { id, kind, name: name.trim() || kindWords(kind), balance_cents: balance_cents ?? asSaid(kind, read!.value), card }
      rows.push(putRow('accounts', row))
      // What its payments tell has of its last day what the file has by now; what a person says has all of it.
      const then = { date: lastDayOf(one, today), amount_cents: row.balance_cents }
      if (told === null) bases[id] = baseFrom(then, balance_cents === null ? null : one.transactions)
      links[one.account] = id
    }
    void onLink(links, rows, bases).then(setProblem)
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="mt-2 font-medium">{say('match.links')}</p>
      <p className="text-sm text-quiet">{say(current ? 'match.relink.lead' : 'match.links.lead')}</p>
      <ul className="mt-2">
        {accounts.map((one) => (
          <LinkedAccount
            key={one.account}
            one={one}
            name={nameOf(one)}
            choice={choiceOf(one)}
            fresh={newOf(one)}
            told={toldOfNew(one, newOf(one), accounts, balanceOf(one, newOf(one).kind))}
            scenario={scenario}
            today={today}
            onChoose={(choice) => setChoices({ ...choices, [one.account]: choice })}
            onNew={(fresh) => setNews({ ...news, [one.account]: fresh })}
          />
        ))}
      </ul>
      {!isSame && isSaid && below?.(chosen())}
      <p className="problem" aria-live="polite">
        {problem}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" disabled={!isSaid || isSame}>
          {say(current ? 'match.relink.go' : 'match.link.go')}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {say('common.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}

interface LinkedProps {
  one: StoredBankAccount
  name: string
  choice: Choice
  /** What becomes a new account, where that is chosen. */
  fresh: NewAccount
  /** What its file says of it, were it new. */
  told: ReturnType<typeof toldOfNew>
  scenario: Scenario
  today: string
  onChoose: (choice: Choice) => void
  onNew: (fresh: NewAccount) => void
}

/** One account that was read, and which of the plan's it is. */
function LinkedAccount({ one, name, choice, fresh, told, scenario, today, onChoose, onNew }: LinkedProps) {
  const { transactions } = one
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-hairline py-3">
      <span className="min-w-48 flex-1">
        {name}
        {transactions.length > 0 && (
          <span className="block text-sm text-quiet">
            {say('match.link.transactions', {
              count: transactions.length,
              first: formatDate(transactions[0]!.date, today),
              last: formatDate(transactions.at(-1)!.date, today),
            })}
          </span>
        )}
      </span>
      <select
        className="field w-auto! max-sm:w-full!"
        aria-label={say('match.link.of', { account: name })}
        value={choice}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="" disabled>
          {say('match.link.choose')}
        </option>
        <option value={main}>{say('match.link.main')}</option>
        {scenario.accounts.map(({ id, name: own }) => (
          <option key={id} value={id}>
            {own}
          </option>
        ))}
        <option value={added}>{say('match.link.new')}</option>
        <option value={none}>{say('match.link.none')}</option>
      </select>
      {choice === added && (
        <div className="flex w-full flex-wrap gap-x-4 gap-y-2">
          <label className="min-w-40 flex-1">
            <span className="block text-sm text-quiet">{say('match.link.kind')}</span>
            <select
              className="field"
              value={fresh.kind}
              onChange={(event) => onNew({ ...fresh, kind: event.currentTarget.value as AccountKind })}
            >
              {kindsOf(one).map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords(kind)}
                </option>
              ))}
            </select>
          </label>
          <label className="min-w-40 flex-1">
            <span className="block text-sm text-quiet">{say('match.link.name')}</span>
            <input
              className="field"
              autoComplete="off"
              placeholder={kindWords(fresh.kind)}
              value={fresh.name}
              onChange={(event) => onNew({ ...fresh, name: event.currentTarget.value })}
            />
          </label>
          {told.balance_cents === null && (
            <label className="min-w-40 flex-1">
              <span className="block text-sm text-quiet">
                {say('match.link.balance', {
                  owed: isDebt(fresh) ? 'yes' : 'no',
                  day: formatDate(lastDayOf(one, today), today),
                })}
              </span>
              <AmountInput text={fresh.balance} onText={(balance) => onNew({ ...fresh, balance })} />
            </label>
          )}
          {told.card && <CardDays found={told.card} fresh={fresh} onNew={onNew} />}
        </div>
      )}
    </li>
  )
}

const days = Array.from({ length: 31 }, (_, index) => index + 1)

/** When a new card closes and is due, as its payments tell it, to be said otherwise. */
function CardDays({ found, fresh, onNew }: { found: Card; fresh: NewAccount; onNew: (fresh: NewAccount) => void }) {
  const note = useId()
  const day = (field: 'closing_day' | 'due_day', label: string): ReactNode => (
    <select
      className="field sentence-field"
      aria-label={label}
      aria-describedby={note}
      value={fresh[field] ?? found[field]}
      onChange={(event) => onNew({ ...fresh, [field]: Number(event.currentTarget.value) })}
    >
      {days.map((one) => (
        <option key={one} value={one}>
          {say('accounts.card.day', { day: one })}
        </option>
      ))}
    </select>
  )
  return (
    <div className="w-full">
      <p className="sentence">
        {sayWith('match.link.card', {
          closing: day('closing_day', say('accounts.card.closing')),
          due: day('due_day', say('accounts.card.due')),
        })}
      </p>
      <p id={note} className="max-w-2xl text-sm text-quiet">
        {say('match.link.card.guess')}
      </p>
    </div>
  )
}
