/** Files of a bank that are brought to a plan in turn, as the bank page does it: each time all that is held by then. */
import { baseSaid } from '../../../core/actuals/base-said.ts'
import { hasFirstDay } from '../../../core/actuals/bank-balance.ts'
import { withAnswers } from '../../../core/actuals/answers.ts'
import { bringWithCards } from '../../../core/actuals/cards-sure.ts'
import { keepCards, keepMatches, seenSince, standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import { heldAgainst, type HeldAccount, type Links } from '../../../core/actuals/linked.ts'
import { lookedAt } from '../../../core/actuals/looked-at.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import { balancesToAsk, basesBegun, basesTaken, heldReckoned, type Bases } from '../../../core/actuals/reckoned.ts'
import { addDays } from '../../../core/calendar.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { edited } from './plans.ts'

export interface InTurn {
  plan: Scenario
  kept: KeptOfPlan
}

export const begun = (plan: Scenario): InTurn => ({ plan, kept: { matches: [], seen: [], last: null } })

/** The plan after one more time; what is asked is left open, but for balances that no file tells: what is reckoned of them is agreed to. */
export function bringOnce({ plan, kept }: InTurn, files: readonly HeldAccount[], links: Links, today: string) {
  const { matches: earlier, seen: before, cards, bases: noted } = standing(plan, kept)
  const seen = before.map(({ id }) => id)
  const bases = agreed(plan, files, links, { bases: basesBegun(plan, { seen, bases: noted }), seen: new Set(seen), today })
  const held = heldReckoned(plan, files, links, { bases, today })
  const { balance, balances, transactions, accounts, read, main, covered_of } = heldAgainst(plan, held, links, today, new Set(seen))
  const balance_has_first_day = balance !== null && hasFirstDay(plan, main, balance)
  const covered = balance === null ? {} : { covered_until: balance.date }
  const matched = matchPayments(plan, transactions, { today, accounts, earlier, seen, balance_has_first_day, covered_of, ...covered })
  const options = { balance, balances, transactions, accounts, read, covered_of, seen, balance_has_first_day }
  const brought = bringWithCards(plan, matched, options)
  if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
  const after = edited(plan, brought.edit)
  const { known, asked } = withAnswers(matched, new Map())
  const until = after.start_date
  const matches = keepMatches(after, earlier, known.matches)
  return {
    plan: after,
    kept: {
      matches,
      seen: seenSince(lookedAt(transactions, matched, { balance, cards: brought.cards }), asked, before, until),
      last: null,
      cards: keepCards(cards, brought.cards, until),
      bases: basesTaken({ before: plan, now: after }, files, links, { bases, today }),
    },
    brought,
    matched,
    options,
    asked,
  }
}

function agreed(plan: Scenario, files: readonly HeldAccount[], links: Links, known: Parameters<typeof balancesToAsk>[3]): Bases {
  return balancesToAsk(plan, files, links, known).reduce((bases, offered) => {
    const own = files.filter(({ account }) => (account in links ? links[account] : null) === offered.account_id)
    return baseSaid(offered, offered.amount_cents, { bases, transactions: own.flatMap(({ transactions }) => transactions) })
  }, known.bases)
}

/** What the plan says then: its balances, its pots, and what is due in the days ahead, by name. */
export function saidOf(plan: Scenario, days = 45): string[] {
  const until = addDays(plan.start_date, days)
  const names = new Map([...plan.bills, ...plan.incomes, ...plan.transfers, ...plan.accounts].map(({ id, name }) => [id, name]))
  const due = paymentsAhead(projected(plan, plan.start_date, until), plan.start_date, until).filter(({ state }) => state === 'planned')
  return [
    `${plan.start_date} main ${plan.planning_balance_cents}`,
    ...plan.accounts.map(({ name, balance_cents }) => `${name} ${balance_cents}`),
    ...plan.opening_pots.map(({ target, amount_cents }) => `pot ${target} ${amount_cents}`),
    ...due.map(({ id, date, amount_cents }) => `${date} ${names.get(id)} ${amount_cents}`).sort(),
  ]
}
