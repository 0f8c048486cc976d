/** What is wrong with an account, in words. */
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { AccountFigures } from '../../../core/projection/figures/figure.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** That it falls below its floor, goes over its limit, or below zero, and when; null: nothing is wrong. */
export function wrongWords({ scenario, today }: Projection, { id, name, kind, first_below_floor, lowest }: AccountFigures): string | null {
  const floor_cents = scenario.accounts.find((account) => account.id === id)!.floor_cents
  if (first_below_floor && floor_cents !== null) {
    const when = { name, day: formatDate(first_below_floor.date, today), now: first_below_floor.date <= today ? 'yes' : 'no' }
    if (kind === 'card') return say('accounts.wrong.limit', { ...when, limit: formatMoney(0 - floor_cents, scenario.currency_code) })
    return say('accounts.wrong.floor', { ...when, floor: floorWords(floor_cents, scenario.currency_code) })
  }
  return isDebt({ kind }) || lowest.cents >= 0
    ? null
    : say('accounts.wrong.below_zero', {
        name,
        amount: formatMoney(lowest.cents, scenario.currency_code),
        day: formatDate(lowest.date, today),
      })
}

/** The same of the main account: whether it falls so low itself, or only what is free of it while pots hold money. */
export function mainWrongWords({ scenario, today, first_below_floor }: Projection): string | null {
  if (!first_below_floor) return null
  const { date, available_cents, total_cents } = first_below_floor
  const { floor_cents, currency_code } = scenario
  const told = {
    name: say('accounts.main'),
    day: formatDate(date, today),
    now: date <= today ? 'yes' : 'no',
    floor: floorWords(floor_cents, currency_code),
  }
  if (total_cents < floor_cents) return say('accounts.wrong.floor', told)
  return say('accounts.wrong.free', {
    ...told,
    aside: formatMoney(total_cents - available_cents, currency_code),
    total: formatMoney(total_cents, currency_code),
  })
}

const floorWords = (floor_cents: number, currency_code: string): string =>
  floor_cents === 0 ? 'zero' : formatMoney(floor_cents, currency_code)
