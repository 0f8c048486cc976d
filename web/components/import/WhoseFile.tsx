import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { accountName } from './accountName.ts'
import { anotherAccount } from './anotherAccount.ts'
import { chooseWhose, sayWhose, useImporting } from './importing.ts'
import type { ImportedFile, AskedOf } from './importedFile.ts'
import { useLinks } from './planAccounts.ts'

interface Props {
  file: ImportedFile
  asked: AskedOf
  today: string
}

/** Which of the accounts kept here a file is of that names none, beside what it and they hold. Until it is said, none has any of it. */
export default function WhoseFile(props: Props) {
  const scenario = usePlanning((planning) => planning.scenario)
  return scenario && <Asked {...props} scenario={scenario} />
}

function Asked({ file, asked, today, scenario }: Props & { scenario: Scenario }) {
  const accounts = useImporting((importing) => importing.accounts)
  const links = useLinks(scenario, accounts) ?? {}
  const canBe = file.chosen === anotherAccount || (file.chosen !== undefined && asked.may_be.includes(file.chosen))
  const chosen = canBe ? file.chosen! : asked.proposed
  const may_be = accounts.filter(({ account, currency }) => currency === asked.currency && asked.may_be.includes(account))
  const own = file.read!.accounts.find(({ account, currency }) => account === '' && (currency ?? asked.currency) === asked.currency)
  const choice = (value: string, label: string, rows: readonly BankTransaction[]) => (
    <li key={value}>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="radio"
          className="size-4 shrink-0 accent-(--accent)"
          name={`${file.id} whose`}
          checked={chosen === value}
          onChange={() => chooseWhose(file, value)}
        />
        {label}
      </label>
      <Preview rows={rows} currency={asked.currency} today={today} />
    </li>
  )
  return (
    <fieldset className="mt-2">
      <legend className="font-medium">{say('import.whose', { file: file.name })}</legend>
      <p className="max-w-2xl text-sm text-quiet">{say('import.whose.why')}</p>
      <p className="mt-1 text-sm">{say('import.whose.begins')}</p>
      <Preview rows={byDay(own?.transactions ?? []).slice(0, shown)} currency={asked.currency} today={today} />
      <ul className="mt-2">
        {may_be.map((one) => choice(one.account, nameOf(one, links, scenario, today), byDay(one.transactions).slice(-shown)))}
        {choice(anotherAccount, say('import.whose.other'), [])}
      </ul>
      <button type="button" className="button button-primary mt-2" disabled={chosen === null} onClick={() => void sayWhose(file, chosen!)}>
        {say('import.whose.go')}
      </button>
    </fieldset>
  )
}

/** So many rows show what a file is about. */
const shown = 3
const byDay = (rows: readonly BankTransaction[]): BankTransaction[] =>
  rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** By the plan's name for it where it has one, with what it ended with. */
function nameOf(one: StoredBankAccount, links: Links, scenario: Scenario, today: string): string {
  const name = planName(links[one.account], scenario) ?? accountName(one)
  if (one.balance_cents === null || one.balance_date === null) return name
  return say('import.whose.with', { name, amount: formatMoney(one.balance_cents, one.currency), date: formatDate(one.balance_date, today) })
}

/** What the plan calls an account of the bank; null: nothing. */
function planName(link: string | null | undefined, { accounts }: Scenario): string | null {
  if (link === null) return say('match.link.main')
  return accounts.find(({ id }) => id === link)?.name ?? null
}

const Preview = ({ rows, currency, today }: { rows: readonly BankTransaction[]; currency: string; today: string }) =>
  rows.length > 0 && (
    <ul className="ml-6 max-w-xl text-sm text-quiet">
      {rows.map(({ id, date, payee, amount_cents }) => (
        <li key={id} className="flex gap-x-3">
          <span className="w-24 shrink-0">{formatDate(date, today)}</span>
          <span className="min-w-0 flex-1 truncate">{payee}</span>
          <span className="tabular-nums">{formatMoney(amount_cents, currency)}</span>
        </li>
      ))}
    </ul>
  )
