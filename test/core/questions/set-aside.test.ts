import { describe, expect, it } from 'vitest'
import { goalLevel, setAside, settingAside, type SetAside, type SetAsideAsked } from '../../../core/questions/set-aside.ts'
import { accountId, accountOf, cardOf } from '../accountPlans.ts'
import { idOf, planOf, projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { edited, newRow } from './asking.ts'
import { leastLevelSuite, setAsideSuite } from './set-aside.suite.ts'

const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-10', schedule: monthly }
const rent = { name: 'Rent', amount_cents: 150_000, due_date: '2026-01-25', schedule: monthly }
const insurance = { name: 'Insurance', amount_cents: 100_000, due_date: '2026-04-15' }
const today = '2026-01-01'
const plan = planOf({
  balance: 30_000,
  floor_cents: 10_000,
  bills: [rent, insurance],
  incomes: [pay],
  goals: [{ name: 'Bicycle', target_cents: 60_000, target_date: '2026-03-31' }],
})

const tight = planOf({
  balance: 30_000,
  floor_cents: 10_000,
  bills: [rent, { name: 'Tax', amount_cents: 65_000, due_date: '2026-01-28' }],
  incomes: [pay],
  goals: [{ name: 'Bicycle', target_cents: 60_000, target_date: '2026-03-31' }],
})

function answered(asked: Omit<SetAsideAsked, 'today'>, scenario = plan): SetAside {
  const found = setAside(scenario, { today, ...asked })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.answer
}

describe('what has to be set aside', () => {
  it('for a bill: the level amount of each income until its date, which its pot then pays whole', () => {
    const answer = answered({ target: `bill:${idOf(1, 1)}` })
    expect(answer).toMatchObject({ date: '2026-04-15', missing_cents: 100_000, level: { cents: 25_000, incomes: 4, keeps_floor: true } })
    expect(answer.path).toEqual(['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10'].map((date) => ({ date, cents: 25_000 })))
    const projection = projected(edited(plan, settingAside(newRow, `bill:${idOf(1, 1)}`, 25_000)), today, '2026-04-16')
    expect(projection.months.reduce((sum, { out_from_pots_cents }) => sum + out_from_pots_cents, 0)).toBe(100_000)
  })
  it('for a goal by its day, and less at first where the level amount would go below the floor', () => {
    expect(answered({ target: 'goal:Bicycle' })).toMatchObject({
      date: '2026-03-31',
      missing_cents: 60_000,
      level: { cents: 20_000, incomes: 3 },
    })
    const answer = answered({ target: 'goal:Bicycle' }, tight)
    expect(answer.level).toMatchObject({ cents: 20_000, keeps_floor: false, lowest: { date: '2026-01-28', available_cents: -5_000 } })
    expect(answer.path).toEqual([
      { date: '2026-01-10', cents: 5_000 },
      { date: '2026-02-10', cents: 27_500 },
      { date: '2026-03-10', cents: 27_500 },
    ])
  })
  it('where no way keeps the floor, says how much can be set aside, and what holds it back', () => {
    const answer = answered({ target: 'goal:Bicycle', date: '2026-01-31' }, tight)
    expect(answer).toMatchObject({
      missing_cents: 60_000,
      path: null,
      most_cents: 5_000,
      held_back: { day: { date: '2026-01-28', available_cents: 15_000 }, reason: { causes: [{ name: 'Rent' }] } },
    })
  })
  it('holds the floor from the first payday on that something is set aside of, and tells what is below it before', () => {
    const early = { name: 'Phone', amount_cents: 25_000, due_date: '2026-01-04' }
    const before = { date: '2026-01-04', available_cents: 5_000 }
    const calm = { ...plan, bills: planOf({ bills: [early, insurance] }).bills }
    expect(answered({ target: 'goal:Bicycle' }, calm)).toMatchObject({
      level: { cents: 20_000, keeps_floor: true, lowest: { date: '2026-01-10', available_cents: 185_000 } },
      from: '2026-01-10',
      below_before: before,
    })
    // As it is, 5,000 on 28 January: nothing is set aside of the payday before it, and the other two bring all.
    const twice = { ...tight, planning_balance_cents: 20_000 }
    expect(answered({ target: 'goal:Bicycle' }, twice)).toMatchObject({
      level: { cents: 20_000, keeps_floor: false, lowest: { date: '2026-01-28', available_cents: -15_000 } },
      path: [
        { date: '2026-01-10', cents: 0 },
        { date: '2026-02-10', cents: 30_000 },
        { date: '2026-03-10', cents: 30_000 },
      ],
      from: '2026-02-10',
      below_before: { date: '2026-01-28', available_cents: 5_000 },
    })
    // Nothing comes in until then.
    expect(answered({ target: 'goal:Bicycle', date: '2026-01-09' }, { ...twice, planning_balance_cents: 5_000 })).toMatchObject({
      level: null,
      path: null,
      most_cents: 0,
      from: null,
      below_before: { date: '2026-01-28', available_cents: -10_000 },
    })
    expect(answered({ target: 'goal:Bicycle' }, { ...twice, goals: [{ ...tight.goals[0]!, target_cents: 0 }] })).toMatchObject({
      missing_cents: 0,
      from: null,
      below_before: null,
    })
  })
  it('for a bill on a card: what its pot holds for it is not missing, and stays off what is available until the card is paid', () => {
    const laptop = { name: 'Laptop', amount_cents: 100_000, due_date: '2026-03-01', account_id: accountId(0) }
    // The card is paid on 20 March; on the 15th 95,000 are left after the tax as it is.
    const tax = { name: 'Tax', amount_cents: 345_000, due_date: '2026-03-15' }
    const bought = {
      ...planOf({
        balance: 30_000,
        bills: [{ ...rent, amount_cents: 95_000 }, laptop, tax],
        incomes: [pay, { name: 'Bonus', amount_cents: 500_000, due_date: '2026-03-18' }],
      }),
      accounts: [accountOf(0, 'card', 0, { card: cardOf({}) })],
    }
    const target = `bill:${idOf(1, 1)}`
    const answer = answered({ target }, bought)
    expect(answer).toMatchObject({
      date: '2026-03-01',
      missing_cents: 100_000,
      level: { cents: 50_000, incomes: 2, keeps_floor: false, lowest: { date: '2026-03-15', available_cents: -5_000 } },
    })
    const withRule = edited(bought, settingAside(newRow, target, 50_000))
    expect(answered({ target }, withRule).missing_cents).toBe(0)
    expect(answered({ target }, edited(bought, settingAside(newRow, target, 49_999))).missing_cents).toBe(2)
  })
  it('counts what came since the plan began, of which a rule takes too', () => {
    const found = setAside(plan, { today: '2026-02-01', target: 'goal:Bicycle' })
    expect(found).toMatchObject({
      answer: {
        level: { cents: 20_000, incomes: 3, since: '2026-01-10' },
        path: [
          { date: '2026-02-10', cents: 30_000 },
          { date: '2026-03-10', cents: 30_000 },
        ],
        from: '2026-02-10',
      },
    })
  })
  it('comes before percents, as a rule does: these get less, and that is said', () => {
    const side = { ...pay, name: 'Side job', amount_cents: 10_000, due_date: '2026-01-20' }
    const rainy = { target: 'savings:Rainy day', kind: 'percent' as const, value: 90, base: 'income' as const }
    const bills = [{ ...insurance, amount_cents: 15_000, due_date: '2026-02-25' }]
    const scenario = planOf({ incomes: [{ ...pay, amount_cents: 100_000 }, side], bills, allocations: [rainy] })
    const target = `bill:${idOf(1, 0)}`
    expect(answered({ target }, scenario).level).toMatchObject({ cents: 3_750, incomes: 4, smaller: null, others_get_less: true })
    const calm = planOf({ incomes: [{ ...pay, amount_cents: 100_000 }], bills, allocations: [rainy] })
    expect(answered({ target }, calm).level).toMatchObject({ cents: 7_500, others_get_less: false })
    // Where percents take all, nothing less is available with it until the bill is paid.
    const all = planOf({ incomes: [pay], bills, allocations: [{ ...rainy, value: 100 }], balance: -5_000 })
    expect(answered({ target }, all).level).toMatchObject({ cents: 7_500, others_get_less: true, keeps_floor: true })
  })
  it('is the least there is where percents are taken of incomes, and the same as a new rule begins with', () => {
    const { found, less } = leastLevelSuite(runs(100))
    expect(Math.min(found, less)).toBeGreaterThanOrEqual(leastSaid)
  })
  it('offers for a goal what reaches it by its own day, and nothing where it has none or that is past', () => {
    const level = goalLevel(plan, 'Bicycle', today)!
    expect(level).toMatchObject({ cents: 20_000, incomes: 3, keeps_floor: true })
    const fed = edited(plan, settingAside(newRow, 'goal:Bicycle', level.cents))
    expect(projected(fed, today, '2026-05-01').goals[0]).toMatchObject({ saved_by_target_date_cents: 60_000, reached_on: '2026-03-10' })
    const goals = plan.goals
    expect(goalLevel({ ...plan, goals: [{ ...goals[0]!, target_date: null }] }, 'Bicycle', today)).toBeNull()
    expect(goalLevel(plan, 'Bicycle', '2026-03-31')).toBeNull()
    expect(goalLevel(fed, 'Bicycle', today)).toBeNull()
  })
  it('refuses what is not in the plan, what has no date, and a goal without a day', () => {
    const said = (asked: Omit<SetAsideAsked, 'today'>, scenario = plan): unknown => {
      const found = setAside(scenario, { today, ...asked })
      return found.ok ? null : found.problems.map(({ says, path }) => `${says} ${path}`)
    }
    const spread = planOf({ bills: [{ name: 'Food', amount_cents: 30_000, due_date: '2026-01-05', schedule: monthly, spread: true }] })
    expect(said({ target: `bill:${idOf(1, 0)}` }, spread)).toEqual(['value_is_not_valid.spread /target'])
    expect(said({ target: 'goal:Boat' })).toEqual(['value_is_not_valid /target'])
    expect(said({ target: 'goal:Boat' }, planOf({ goals: [{ name: 'Boat', target_cents: 5 }] }))).toEqual(['is_required /date'])
  })
  it('comes to what is missing and keeps the floor, in any plan', () => {
    expect(setAsideSuite(runs(300))).toBeGreaterThanOrEqual(leastSaid)
  })
})
