/** Where no file tells a balance, it is what was there once and each transaction since, in whatever files they come. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseSaid } from '../../../core/actuals/base-said.ts'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { balancesReckoned, balancesToAsk, basesBegun, heldReckoned, type Bases } from '../../../core/actuals/reckoned.ts'
import { addDays } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { runs } from '../runs.ts'
import { begun, bringOnce } from './inTurn.ts'
import { edited, paid, paidInFull, plan, rowId, start_date } from './plans.ts'

const [CARD, SECOND] = [rowId(7), rowId(8)]
const links = { MAIN: null, CARD, SECOND }
const visa = { id: CARD, name: 'Visa', kind: 'card' as const, balance_cents: -31_245, card: paidInFull({ statement_cents: 0 }) }
const second = { id: SECOND, name: 'Second', kind: 'checking' as const, balance_cents: 90_000 }
const scenario = plan({ accounts: [visa, second] })
const opening: Record<string, number> = { MAIN: 200_000, CARD: visa.balance_cents, SECOND: second.balance_cents }
const today = addDays(start_date, 200)

const isSince = ({ date }: AccountTransaction): boolean => date >= start_date
const total = (list: readonly AccountTransaction[]): number => sumOf(list.map(({ amount_cents }) => amount_cents))
const untold = (account: string, transactions: readonly AccountTransaction[]): HeldAccount => ({
  account,
  transactions: transactions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  balance_cents: null,
  balance_date: null,
})
const told = (account: string, transactions: readonly AccountTransaction[], balance_date: string): HeldAccount => ({
  ...untold(
    account,
    transactions.filter(({ date }) => date <= balance_date),
  ),
  balance_cents: opening[account]! + total(transactions.filter((one) => isSince(one) && one.date <= balance_date)),
  balance_date,
  balance_agrees: true,
})

const onAccounts = ({ planning_balance_cents, accounts }: Scenario): Record<string, number> => ({
  MAIN: planning_balance_cents,
  ...Object.fromEntries(accounts.map(({ id, balance_cents }) => [id === CARD ? 'CARD' : 'SECOND', balance_cents])),
})

/** What moved on an account, each in sums that no other has: days from the plan's start date on. */
const moved = (account: string) =>
  fc
    .array(fc.record({ day: fc.integer({ min: -80, max: 150 }), cents: fc.integer({ min: 1, max: 9_999 }) }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((list) => list.map(({ day, cents }, nth) => paid(addDays(start_date, day), 0 - cents, `${account} SHOP ${nth}`)))

/** Files are parts of what moved, in any order, some of them again. */
const turnsOf = (list: readonly AccountTransaction[]) =>
  fc.array(fc.subarray([...list]), { minLength: 0, maxLength: 4 }).map((parts) => [...parts, [...list], [...list]])

const household = fc.record({ main: moved('MAIN'), card: moved('CARD'), second: moved('SECOND') }).chain((all) =>
  fc.record({
    all: fc.constant(all),
    main: turnsOf(all.main),
    card: turnsOf(all.card),
    second: turnsOf(all.second),
    tells: fc.boolean(),
  }),
)

describe('accounts whose files tell no balance', () => {
  it('have what was there once and all that moved since, each once, after every file', () => {
    fc.assert(
      fc.property(household, ({ all, tells, ...turns }) => {
        let now = begun(scenario)
        const read: Record<string, Set<AccountTransaction>> = { MAIN: new Set(), CARD: new Set(), SECOND: new Set() }
        const last = Math.max(turns.main.length, turns.card.length, turns.second.length)
        for (let turn = 0; turn < last; turn += 1) {
          const parts = { MAIN: turns.main, CARD: turns.card, SECOND: turns.second }
          for (const [account, files] of Object.entries(parts)) for (const one of files[turn] ?? files.at(-1)!) read[account]!.add(one)
          const files = Object.entries(read).map(([account, list]) => untold(account, [...list]))
          if (tells) files[0] = told('MAIN', all.main, addDays(start_date, 10 * turn))
          now = bringOnce(now, files, links, today)
          const expected = Object.fromEntries(
            files.map(({ account, transactions }) => [account, opening[account]! + total(transactions.filter(isSince))]),
          )
          expect(onAccounts(now.plan)).toEqual(expected)
        }
      }),
      { numRuns: runs(300) },
    )
  })
})

/** Some days of March, the first file until the tenth. */
const own = [paid(1, -700, 'KIOSK'), paid(5, -1_300, 'SHOES'), paid(10, -200, 'KIOSK'), paid(10, -50, 'BAKERY'), paid(14, -900, 'SHOES')]
const card = (until: number) =>
  untold(
    'CARD',
    own.filter(({ date }) => date <= `2026-03-${String(until).padStart(2, '0')}`),
  )
const known = { bases: {}, seen: new Set<string>(), today }

describe('what is asked of an account whose files tell no balance', () => {
  it('is once what was there as the day of its last payment ended, with what it would be by the plan', () => {
    const bases = basesBegun(scenario, { seen: [] })
    const asked = balancesToAsk(scenario, [card(5)], links, { ...known, bases })
    expect(asked).toEqual([{ account_id: CARD, date: '2026-03-05', amount_cents: -33_245, changed_cents: null }])
    const said = baseSaid(asked[0]!, -33_245, { bases, transactions: card(5).transactions })
    expect(balancesToAsk(scenario, [card(14)], links, { ...known, bases: said })).toEqual([])
  })
  it('is not asked where nothing moved, or a file tells it', () => {
    const bases = basesBegun(scenario, { seen: [] })
    expect(balancesToAsk(scenario, [untold('CARD', [paid('2026-02-11', -5, 'KIOSK')])], links, { ...known, bases })).toEqual([])
    expect(balancesToAsk(scenario, [told('CARD', own, '2026-03-10')], links, { ...known, bases })).toEqual([])
    expect(balancesToAsk(scenario, [told('CARD', own, '2026-03-10')], links, known)).toEqual([])
  })
  it('is asked again once the person has changed it in the plan, but for what the bank’s files did there', () => {
    const once = bringOnce(begun(scenario), [card(5)], links, today)
    const bases = once.kept.bases!
    expect(balancesToAsk(once.plan, [card(14)], links, { ...known, bases })).toEqual([])
    const changed = edited(once.plan, { type: 'put_row', collection: 'accounts', row: { id: CARD, balance_cents: -40_000 } })
    const asked = balancesToAsk(changed, [card(14)], links, { ...known, bases })
    expect(asked).toEqual([{ account_id: CARD, date: '2026-03-14', amount_cents: -34_395, changed_cents: -40_000 }])
    // Undo takes back what the files did.
    expect(balancesToAsk(scenario, [card(14)], links, { ...known, bases })).toEqual([])
    const agreed = baseSaid(asked[0]!, -34_395, { bases, transactions: card(14).transactions })
    expect(balancesToAsk(changed, [card(14)], links, { ...known, bases: agreed })).toEqual([])
    const said = baseSaid(asked[0]!, -41_150, { bases, transactions: card(14).transactions })
    const now = bringOnce({ ...once, plan: changed, kept: { ...once.kept, bases: said } }, [card(14)], links, today)
    expect(onAccounts(now.plan).CARD).toBe(-41_150)
  })
})

describe('a sum that a person has said', () => {
  const said = (offered: number, cents: number, bases = basesBegun(scenario, { seen: [] })) =>
    baseSaid({ account_id: CARD, date: '2026-03-10', amount_cents: offered }, cents, { bases, transactions: own.slice(0, 3) })
  const reckoned = (bases: Bases) => heldReckoned(scenario, [card(14)], links, { bases, today })[0]!
  it('has all of its day where it is another one than was offered', () => {
    expect(reckoned(said(-33_445, -33_500))).toMatchObject({ balance_cents: -33_500, balance_date: '2026-03-10' })
  })
  it('leaves what was there before as it was where it is the one that was offered, so that earlier days told later count', () => {
    expect(reckoned(said(-33_445, -33_445))).toMatchObject({ balance_cents: -31_245, balance_date: '2026-02-28' })
  })
  it('has of its day what was known by then, on a device that knows nothing of before', () => {
    const bases = said(-33_445, -33_445, {})
    expect(reckoned(bases)).toMatchObject({ balance_cents: -33_245, balance_date: '2026-03-09' })
    const [told_now] = balancesReckoned(scenario, [card(14)], links, { bases, today })
    expect(told_now).toMatchObject({ date: '2026-03-14', amount_cents: -34_395, count: 3, first: '2026-03-10', file_cents: null })
  })
})

describe('two devices', () => {
  it('come to one sum: the second asks once what was there, whatever the first has read', () => {
    const cut = fc.integer({ min: 1, max: 14 })
    fc.assert(
      fc.property(cut, cut, cut, (first, second_until, main_until) => {
        const main = told('MAIN', [paid('2026-02-20', -5, 'KIOSK')], `2026-03-${String(main_until).padStart(2, '0')}`)
        const here = bringOnce(begun(scenario), [main, card(first)], links, today)
        const there = { plan: here.plan, kept: begun(scenario).kept }
        const files = [main, card(second_until)]
        const asked = balancesToAsk(there.plan, files, links, known)
        const last = card(second_until).transactions.at(-1)!.date
        const is = -31_245 + total(own.filter(({ date }) => date <= last))
        const bases = asked.reduce<Bases>((all, one) => baseSaid(one, is, { bases: all, transactions: files[1]!.transactions }), {})
        expect(asked.map(({ account_id }) => account_id)).toEqual(last < there.plan.start_date ? [] : [CARD])
        if (asked.length === 0) return
        const now = bringOnce({ ...there, kept: { ...there.kept, bases } }, files, links, today)
        expect(onAccounts(now.plan).CARD).toBe(is)
        const later = bringOnce(now, [main, card(14)], links, today)
        expect(onAccounts(later.plan).CARD).toBe(-31_245 + total(own))
      }),
    )
  })
})

describe('a later file that tells a balance', () => {
  it('goes before what was reckoned, and by how much that was another sum is told once', () => {
    const once = bringOnce(begun(scenario), [card(10)], links, today)
    const file = { ...told('CARD', own, '2026-03-14'), balance_cents: -35_000 }
    const other = { ...known, bases: once.kept.bases! }
    expect(balancesReckoned(once.plan, [file], links, other)).toMatchObject([
      { amount_cents: -34_395, file_cents: -35_000, date: '2026-03-14' },
    ])
    const now = bringOnce(once, [file], links, today)
    expect(onAccounts(now.plan).CARD).toBe(-35_000)
    expect(balancesReckoned(now.plan, [file], links, { ...known, bases: now.kept.bases! })).toEqual([])
    const after = bringOnce(now, [{ ...file, transactions: [...file.transactions, paid(16, -100, 'KIOSK')] }], links, today)
    expect(onAccounts(after.plan).CARD).toBe(-35_100)
  })
})
