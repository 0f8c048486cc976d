import { useDeferredValue } from 'react'
import { addDays } from '../../../core/calendar.ts'
import type { AllocationBase } from '../../../core/allocation.ts'
import { balanceDivision, paydayDivisions, type Division } from '../../../core/projection/divisions.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'
import { formatMoney } from '../../format/money.ts'
import { sayWith } from '../../words/say.ts'
import { targetWords } from '../planning/targetWords.ts'
import type { NextPayday } from './bases.ts'

interface Props {
  scenario: Scenario
  today: string
  base: AllocationBase
  payday: NextPayday | undefined
}

/** Which pots take less than their share, being full or having no date to fill up for, and what stays free for it. */
export default function KeptWords({ scenario: edited, today, base, payday }: Props) {
  // A slider that is dragged does not wait for these words.
  const scenario = useDeferredValue(edited)
  const { currency_code } = scenario
  const money = (cents: number) => <span className="money">{formatMoney(cents, currency_code)}</span>
  const shares = divisionOf({ scenario, today, base, payday })?.shares ?? []
  return shares
    .filter(({ share_cents, kept_cents }) => kept_cents < share_cents)
    .map(({ allocation_id, target, share_cents, kept_cents }) => (
      <p key={allocation_id} className="mt-1 text-sm text-quiet">
        {sayWith('allocator.kept', {
          name: targetWords(target, scenario).name,
          kept: money(kept_cents),
          share: money(share_cents),
          free: money(share_cents - kept_cents),
        })}
      </p>
    ))
}

/** What the rules do with the balance, or with that payday; null where they divide nothing. */
function divisionOf({ scenario, today, base, payday }: Props): Division | null {
  const day = base === 'balance' ? scenario.start_date : payday?.date
  const found = day === undefined ? null : projected(scenario, today, addDays(day, 1))
  if (!found?.ok || day === undefined) return null
  if (base === 'balance') return balanceDivision(found.projection)
  return (
    paydayDivisions(found.projection, day, addDays(day, 1)).find(
      ({ income_id, nominal_date }) => income_id === payday!.id && nominal_date === payday!.nominal_date,
    ) ?? null
  )
}
