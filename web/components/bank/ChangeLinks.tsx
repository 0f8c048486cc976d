import { useEffect, useState } from 'react'
import { heldAgainst, heldOnce, toldOf, type Links } from '../../../core/actuals/linked.ts'
import { accountsChanged, balancesToSay, matchesOf, type ChangedLinks } from '../../../core/actuals/links-changed.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { readTypedAmount } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { memory } from './device.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'
import LinkAccounts from './LinkAccounts.tsx'
import { changeLinks } from './linking.ts'
import { linksNow } from './linksNow.ts'
import { useMatching } from './matching.ts'

interface Known {
  held: StoredBankAccount[]
  before: Links
}

/** What is kept of the bank's accounts, each once, and which of the plan's each is. The only one is the main one unless it is said. */
async function known(scenario: Scenario): Promise<Known> {
  const inCurrency = (await (await memory()).accounts()).filter(({ currency }) => currency === scenario.currency_code)
  const links = await linksNow(scenario, inCurrency)
  const held = heldOnce(inCurrency, links)
  const unsaid = held.length === 1 ? null : 'none'
  return { held, before: Object.fromEntries(held.map(({ account }) => [account, account in links ? links[account]! : unsaid])) }
}

const close = (): void => useMatching.setState({ isRelinking: false })
const planName = ({ accounts }: Scenario, id: string | null): string =>
  accounts.find((one) => one.id === id)?.name ?? say('match.link.main')

interface Props {
  scenario: Scenario
  today: string
  nameOf: (account: StoredBankAccount) => string
  /** Some are none of the plan's, or were: what repeats in them is another matter then. */
  onNone: () => Promise<void>
}

/** Changes which account of the plan each of the bank is: what that changes stands below, before it does. */
export default function ChangeLinks({ scenario, today, nameOf, onNone }: Props) {
  const [found, setFound] = useState<Known | null>(null)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    let isCurrent = true
    void known(scenario).then((next) => isCurrent && setFound(next))
    return () => {
      isCurrent = false
    }
  }, [scenario])
  if (!found) return null
  const { held, before } = found
  const change: Parameters<typeof LinkAccounts>[0]['onLink'] = async (after, rows, bases) => {
    const changed = { held, before, after }
    const said = new Map<string | null, number>()
    for (const id of balancesToSay(scenario, changed)) {
      const read = readTypedAmount(texts[id ?? ''] ?? '', scenario.currency_code)
      if (!read.ok) return `${planName(scenario, id)}: ${read.problem}`
      said.set(id, read.value)
    }
    const problem = await changeLinks(changed, { rows, bases }, said)
    if (problem === null && [...Object.values(before), ...Object.values(after)].includes('none')) await onNone()
    return problem
  }
  const below = (after: Links) => (
    <WhatChanges
      changed={{ held, before, after }}
      scenario={scenario}
      today={today}
      texts={texts}
      onText={(id, text) => setTexts({ ...texts, [id ?? '']: text })}
    />
  )
  return (
    <LinkAccounts
      accounts={held}
      scenario={scenario}
      today={today}
      nameOf={nameOf}
      balanceOf={(one, kind) => toldOf([one], isDebt({ kind }))}
      current={before}
      below={below}
      onLink={change}
      onCancel={close}
    />
  )
}

interface WhatChangesProps {
  changed: ChangedLinks & { held: readonly StoredBankAccount[] }
  scenario: Scenario
  today: string
  /** What is typed of balances, by the accounts of the plan; '' the main one. */
  texts: Readonly<Record<string, string>>
  onText: (id: string | null, text: string) => void
}

/** What was settled that is looked at anew, what is on the accounts then, and what no file tells of them any more. */
function WhatChanges({ changed, scenario, today, texts, onText }: WhatChangesProps) {
  const kept = useKeptOfPlan(scenario)
  const { held, after } = changed
  const { balance, balances } = heldAgainst(scenario, held, after, today)
  const concerned = new Set(accountsChanged(changed).flatMap(({ account }) => [changed.before[account], after[account]]))
  const told = [...(balance ? [{ account_id: null, ...balance }] : []), ...balances].filter(({ account_id }) => concerned.has(account_id))
  const count = kept ? matchesOf(changed, kept.matches).length : 0
  return (
    <div className="mt-3 max-w-2xl">
      <p className="font-medium">{say('match.relink.what')}</p>
      <ul className="ml-5 list-disc">
        <li>{say('match.relink.settled', { count })}</li>
        {told.map(({ account_id, amount_cents, date }) => (
          <li key={account_id}>
            {say('match.relink.balance', {
              account: planName(scenario, account_id),
              amount: formatMoney(amount_cents, scenario.currency_code),
              day: formatDate(date, today),
            })}
          </li>
        ))}
      </ul>
      {balancesToSay(scenario, changed).map((id) => (
        <label key={id} className="mt-2 block">
          <span className="block">
            {say('match.relink.say', {
              account: planName(scenario, id),
              owed: owedOn(scenario, id),
              day: formatDate(scenario.start_date, today),
            })}
          </span>
          <AmountInput className="w-40!" text={texts[id ?? ''] ?? ''} onText={(text) => onText(id, text)} />
        </label>
      ))}
    </div>
  )
}

const owedOn = ({ accounts }: Scenario, id: string | null): 'yes' | 'no' =>
  accounts.some((one) => one.id === id && isDebt(one)) ? 'yes' : 'no'
