/** An amount that is the same of every income or payday, in words: those that can't give it whole are told by themselves. */
import type { ReactNode } from 'react'
import { onBase } from '../../../core/allocation.ts'
import type { Smaller } from '../../../core/payments/level-amount.ts'
import type { Afforded } from '../../../core/questions/afford.ts'
import type { Saved } from '../../../core/questions/save.ts'
import type { LevelAmount } from '../../../core/questions/set-aside.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { say, sayWith } from '../../words/say.ts'

type Money = (cents: number) => string

/** `on`: the day that is asked about, until which these paydays come. */
export function spendLessWords({ cents, paydays, smaller }: NonNullable<Afforded['spend_less']>, on: string, money: Money): string {
  const said = { on, amount: money(cents) }
  if (smaller === null) return say('ask.afford.spend_less', { ...said, paydays })
  return say('ask.afford.spend_less_larger', { ...said, larger: paydays - smaller.count, ...restOf(smaller, money) })
}

/** `amount`: how the level is shown. `since`: the day of the first income, where that came before today, else `none`. */
export function setAsideWords(
  { incomes, smaller }: LevelAmount,
  said: Record<'amount' | 'day' | 'missing' | 'since', ReactNode>,
  money: Money,
): ReactNode {
  if (smaller === null) return sayWith('ask.aside.level', { ...said, incomes })
  return sayWith('ask.aside.level_larger', { ...said, larger: incomes - smaller.count, ...restOf(smaller, money) })
}

/** `amount`: how the value is shown. `since`: the start date, where it has passed; a rule counts from it on. */
export function savedWords(answer: Saved, { amount, since }: { amount: ReactNode; since: string | null }, money: Money): ReactNode {
  const { incomes, smaller, total_cents } = answer
  const said = { amount, since: since ?? 'none', total: money(total_cents) }
  if (smaller === null) return sayWith('ask.save.most', { ...said, incomes })
  return sayWith('ask.save.most_larger', { ...said, larger: incomes - smaller.count, ...restOf(smaller, money) })
}

/** That a value comes on top of what rules set aside of income already; '' where they set nothing aside, or the value is nothing. */
export const onTopWords = (value: number, { allocations }: Pick<Scenario, 'allocations'>): string =>
  value > 0 && onBase(allocations, 'income').some((rule) => rule.value > 0) ? say('ask.save.also') : ''

const restOf = ({ count, cents }: Smaller, money: Money) => ({ smaller: count, rest: cents === 0 ? 'none' : money(cents) })
