/** Generated households whose files are dropped one after the other, with any answers: the plan is always the bank's, and the told sums to the cent. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { askedKey, datesFor, matchSaid, withAnswers } from '../../../core/actuals/answers.ts'
import { balanceToday, hasFirstDay } from '../../../core/actuals/bank-balance.ts'
import { bringToBank, differenceSaid, settleSaid, type ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import { keepMatches, seenSince, standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { household } from './household.ts'
import { edited } from './plans.ts'
import { seeded } from '../runs.ts'

const sumOfParts = (told: ToldDifference): number =>
  told.planned_cents +
  told.amount_cents +
  told.earlier_or_later_cents +
  told.missing_cents +
  told.unplanned_cents +
  told.waiting_cents +
  told.untold_cents

const households = seeded(40)

describe('a household that drops file after file', () => {
  it.each(Array.from({ length: households }, (_, nth) => 7_000 + nth))(
    'has the bank’s balance and nothing untold, whatever is answered (seed %i)',
    (seed) => {
      const home = household(seed)
      const chance = chanceOf(seed)
      const main = home.transactions.filter(({ account }) => account === 'CHECKING')
      const sum = (list: readonly AccountTransaction[]): number => list.reduce((total, { amount_cents }) => total + amount_cents, 0)
      const opening = home.plan.planning_balance_cents - sum(main.filter(({ date }) => date < home.start_date))
      let plan = home.plan
      let kept: KeptOfPlan = { matches: [], seen: [], last: null }
      for (let today = addDays(home.start_date, 9); today < home.end_date; today = addDays(today, chance.oneOf([3, 7, 14, 30]))) {
        const held = home.transactions.filter(({ date }) => date <= today)
        const told = { date: today, amount_cents: opening + sum(main.filter(({ date }) => date <= today)) }
        const balance = balanceToday(main, told, today)!
        const known = standing(plan, kept)
        const seen = new Set(known.seen.map(({ id }) => id))
        const balance_has_first_day = hasFirstDay(plan, main, balance)
        const options = { today, accounts: home.accounts, earlier: known.matches, seen, covered_until: today, balance_has_first_day }
        const matched = matchPayments(plan, held, options)
        const bringing = { balance, transactions: held, accounts: home.accounts, seen, balance_has_first_day }
        const brought = bringToBank(plan, matched, bringing)
        if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
        const base = plan
        plan = edited(plan, brought.edit)
        expect(plan.planning_balance_cents).toBe(balance.amount_cents)
        const answers = new Map<string, PaymentMatch | 'none'>()
        const byId = new Map(held.map((one) => [one.id, one]))
        for (const asked of brought.asked) {
          if (chance.happens(0.3)) continue
          const { matches } = withAnswers(matched, answers).known
          const payment = { date: asked.paid_on, account_id: asked.account_id, amount_cents: asked.sign * asked.paid_cents }
          const [other] = chance.happens(0.2) ? datesFor(base, payment, asked.row, [...matches, ...brought.asked], today) : []
          const own = asked.transactions.flatMap((id) => byId.get(id) ?? [])
          const answer = chance.happens(0.2) ? 'none' : other ? matchSaid(other, own, chance.happens(0.5)) : asked
          if (answer !== 'none') {
            const settled = settleSaid(plan, answer, new Set([null]))
            if (!settled.ok) throw new Error(`${today} ${JSON.stringify([answer, settled.problems])}`)
            plan = edited(plan, settled.edit)
          }
          answers.set(askedKey(asked), answer)
        }
        expect(plan.planning_balance_cents).toBe(balance.amount_cents)
        const difference = differenceSaid(base, matched, answers, bringing)!
        expect(sumOfParts(difference), today).toBe(balance.amount_cents)
        expect(difference.untold_cents, today).toBe(0)
        const said = withAnswers(matched, answers)
        kept = {
          matches: keepMatches(plan, known.matches, said.known.matches),
          seen: seenSince(held, said.asked, known.seen, plan.start_date),
          last: null,
        }
        expect(standing(base, kept).seen.every(({ until }) => until <= base.start_date)).toBe(true)
        // The same files once more: what was told of the balance stays, and what waits is asked still.
        const { matches: earlier, seen: seenNow } = standing(plan, kept)
        const once = { seen: seenNow.map(({ id }) => id), balance_has_first_day: hasFirstDay(plan, main, balance) }
        const rematched = matchPayments(plan, held, { ...options, ...once, earlier })
        const again = bringToBank(plan, rematched, { ...bringing, ...once })
        expect(again.ok && again.difference, today).toBeNull()
        expect(differenceSaid(plan, rematched, new Map(), { ...bringing, ...once }), today).toBeNull()
      }
    },
  )
})
