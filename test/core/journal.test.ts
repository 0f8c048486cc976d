import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { journalOf } from '../../core/exports/journal.ts'
import { potByDay } from '../../core/projection/divisions.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { findHledger } from '../../scripts/hledger.ts'
import { accountOf, anyAccountsPlan, cardOf } from './accountPlans.ts'
import { amountText, readExample } from './exampleFiles.ts'
import { anyPlan, idOf, planOf, projected } from './projectionPlans.ts'
import { manyRuns, runs } from './runs.ts'
import { later } from './schedule-reference.ts'
import { english } from '../../server/words/words.ts'

const whole = (pieces: Iterable<string>): string => [...pieces].join('')

const named = (scenario: Scenario, names: string[]): Scenario => {
  const name = (index: number): string => names[index % names.length]!
  return {
    ...scenario,
    name: name(0),
    bills: scenario.bills.map((bill, index) => ({ ...bill, name: name(index) })),
    incomes: scenario.incomes.map((income, index) => ({ ...income, name: name(index + 1) })),
    allocations: scenario.allocations.map((allocation, index) =>
      allocation.target.startsWith('savings:') ? { ...allocation, target: `savings:${name(index)}` } : allocation,
    ),
  }
}
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'Rent\n2026-01-01 x\n    a  1',
    '; comment',
    'a  b',
    'a:b',
    '(virtual)',
    '[x]',
    '* Rent',
    '! x',
    '= x',
    'A | B',
    'USD 5',
    '日本 家賃',
    'x @ USD 2',
    'a\tb',
    '\u0085 \u2028',
    '"q"',
    ':',
    '~ monthly',
    '👩‍👧',
    'ends;',
    "O'Brien & Sons",
  ),
)
const names = fc.array(words, { minLength: 1, maxLength: 6 })

describe('a projection as a journal', () => {
  it('is read as one', () => {
    const scenario = planOf({
      name: 'Base plan',
      balance: 100_000,
      bills: [{ name: 'Rent', amount_cents: 60_000, due_date: '2026-01-03' }],
      incomes: [{ name: 'Pay; June', amount_cents: 50_001, due_date: '2026-01-02' }],
      allocations: [
        { target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 20_000, base: 'balance' },
        { target: 'savings:Car', kind: 'percent', value: 10, base: 'income' },
      ],
    })
    expect(whole(journalOf(projected(scenario, '2026-01-01', '2026-01-05'), english)))
      .toBe(`; Base plan: the balance ahead from 2026-01-01 to before 2026-01-05, by pyNance Planning
decimal-mark .
commodity USD 1000.00
account equity:opening balances
account assets:available
account assets:pots:bill:Rent
account assets:pots:savings:Car
account income:Pay, June
account expenses:Rent

2026-01-01 * (balance) Balance
    equity:opening balances  USD -1000.00
    assets:available  USD 1000.00

2026-01-01 * (allocated from balance) Set aside: Rent
    assets:available  USD -200.00
    assets:pots:bill:Rent  USD 200.00

2026-01-02 (income) Pay, June
    income:Pay, June  USD -500.01
    assets:available  USD 500.01

2026-01-02 (allocated from income) Set aside: Car
    assets:available  USD -50.00
    assets:pots:savings:Car  USD 50.00

2026-01-03 (bill) Rent
    expenses:Rent  USD 600.00
    assets:available  USD -400.00
    assets:pots:bill:Rent  USD -200.00
`)
  })

  it('is cleared as far as the plan begins with it, pending where it was planned for days before today, and else unmarked', () => {
    const scenario = planOf({
      balance: 100_000,
      bills: [{ name: 'Rent', amount_cents: 60_000, due_date: '2026-01-03' }],
      incomes: [{ name: 'Pay', amount_cents: 50_000, due_date: '2026-01-01', schedule: { every: 2, unit: 'day' } }],
      allocations: [{ target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 20_000, base: 'balance' }],
    })
    const marked = (today: string): string[] =>
      whole(journalOf(projected(scenario, today, '2026-01-06'), english))
        .split('\n')
        .filter((line) => line.startsWith('2026'))
    expect(marked('2026-01-03')).toEqual([
      '2026-01-01 * (balance) Balance',
      '2026-01-01 * (allocated from balance) Set aside: Rent',
      '2026-01-01 ! (income) Pay',
      '2026-01-03 (income) Pay',
      '2026-01-03 (bill) Rent',
      '2026-01-05 (income) Pay',
    ])
    expect(marked('2025-12-31').filter((line) => /[*!]/.test(line))).toEqual([])
  })

  it('marks the payment of a card on the first day as it marks a bill', () => {
    const card = accountOf(1, 'card', -42_000, { card: cardOf({ due_day: 7, statement_cents: 42_000 }) })
    const bills = [{ name: 'Gym', amount_cents: 1_000, due_date: '2026-03-07' }]
    const scenario = { ...planOf({ start_date: '2026-03-07', balance: 100_000, bills }), accounts: [card] }
    const onTheFirst = (today: string): string[] =>
      whole(journalOf(projected(scenario, today, '2026-03-20'), english))
        .split('\n')
        .filter((line) => line.startsWith('2026-03-07') && !line.includes('(balance)'))
    expect(onTheFirst('2026-03-07')).toEqual(['2026-03-07 (bill) Gym', '2026-03-07 (card payment) card 1'])
    expect(onTheFirst('2026-03-10')).toEqual(['2026-03-07 ! (bill) Gym', '2026-03-07 ! (card payment) card 1'])
  })

  it('lets no text out of its line, and every transaction sums to nothing', () => {
    const line =
      /^(?:; .*|decimal-mark \.|commodity [A-Z]{3} 1000\.\d*|account (?:assets|income|expenses|equity):\S.*|\d{4}-\d\d-\d\d (?:[*!] )?\([a-z ]+\) .*| {4}(?:assets|income|expenses|equity):\S(?:(?! {2}).)*? {2}[A-Z]{3} -?\d+(?:\.\d+)?|)$/u
    fc.assert(
      fc.property(anyPlan, names, (scenario, given) => {
        const journal = whole(journalOf(projected(named(scenario, given), '2026-01-01', '2027-01-01'), english))
        expect(journal.split(/[\n\r\u0085\u2028\u2029\v\f]/u).filter((text) => !line.test(text))).toEqual([])
        for (const transaction of journal.split('\n\n').slice(1)) {
          const amounts = transaction
            .trimEnd()
            .split('\n')
            .slice(1)
            .map((posting) => BigInt(posting.slice(posting.lastIndexOf(' ')).replace('.', '')))
          expect(amounts.length).toBeGreaterThan(1)
          expect(amounts.reduce((sum, cents) => sum + cents, 0n)).toBe(0n)
        }
      }),
      { numRuns: manyRuns(1_000) },
    )
  })
})

const hledger = findHledger()

describe.runIf(hledger !== null)('read by hledger', () => {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }

  /** Balances at each day's end, in text, by account. */
  function balances(journal: string, from: string, until: string): Map<string, string[]> {
    const args = [
      '-f',
      '-',
      'balance',
      'assets',
      'liabilities',
      '--flat',
      '--historical',
      '--daily',
      '--empty',
      '--no-total',
      '-b',
      from,
      '-e',
      until,
      '-O',
      'csv',
    ]
    const read = spawnSync(hledger!, args, {
      input: journal,
      encoding: 'utf8',
      env,
      maxBuffer: 1 << 28,
    })
    expect(read.stderr).toBe('')
    const rows = read.stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.slice(1, -1).split('","'))
    return new Map(rows.map(([account, ...cells]) => [account!.replaceAll('""', '"'), cells]))
  }

  /** hledger's days against ours: available and each pot, in the order of the journal's accounts. */
  function expectSameDays(projection: Projection, digits: number): void {
    const journal = whole(journalOf(projection, english))
    const accounts = journal
      .split('\n')
      .filter((text) => /^account (assets|liabilities):/.test(text))
      .map((text) => text.slice('account '.length))
    const theirs = balances(journal, projection.start_date, projection.until)
    const others = projection.scenario.accounts.map(({ id }) => accountByDay(projection, id)!.subarray(0, projection.day_count))
    const ours = [projection.available_cents, ...others, ...projection.pots.map(({ target }) => potByDay(projection, target)!)]
    expect(accounts.length).toBe(ours.length)
    ours.forEach((days, nth) => {
      const text = Array.from(days, (cents) => (cents === 0 ? '0' : `${projection.scenario.currency_code} ${amountText(cents, digits)}`))
      expect(theirs.get(accounts[nth]!) ?? text.map(() => '0'), accounts[nth]).toEqual(text)
    })
  }

  it('tells what is cleared, pending and unmarked apart as the plan does', () => {
    fc.assert(
      fc.property(anyPlan, names, fc.integer({ min: -3, max: 60 }), (scenario, given, days) => {
        const today = later('2026-01-01', days)
        const journal = whole(journalOf(projected(named(scenario, given), today, '2026-04-01'), english))
        const told = (flag: string): string[] => {
          const read = spawnSync(hledger!, ['-f', '-', 'print', flag, '-O', 'csv'], { input: journal, encoding: 'utf8', env })
          expect(read.stderr).toBe('')
          return [...read.stdout.matchAll(/^"\d+","(\d{4}-\d\d-\d\d)"/gm)].map(([, date]) => date!)
        }
        const start = scenario.start_date
        expect(told('--cleared').filter((date) => date !== start || date > today)).toEqual([])
        expect(told('--pending').filter((date) => date >= today)).toEqual([])
        expect(told('--unmarked').filter((date) => date < today)).toEqual([])
      }),
      { numRuns: runs(20) },
    )
  })

  const folder = new URL('../../core/examples/', import.meta.url).pathname
  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s has the same balances on every day', (name) => {
    const { scenario, today, until } = readExample(readFileSync(folder + name, 'utf8').split('\n----------\n')[0]!)
    const projection = projected(scenario, today, until)
    const digits = { JPY: 0, KWD: 3 }[scenario.currency_code] ?? 2
    const journal = whole(journalOf(projection, english))
    expect(journal).toContain(`commodity ${scenario.currency_code} 1000.${'0'.repeat(digits)}`)
    expectSameDays(projection, digits)
  })

  it('random plans with accounts have the same balance of every account on every day for two years', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, names, (scenario, given) => {
        const told = {
          ...named(scenario, given),
          accounts: scenario.accounts.map((account, nth) => ({ ...account, name: given[nth % given.length]! })),
        }
        expectSameDays(projected(told, '2026-01-01', later('2026-01-01', 730)), 2)
      }),
      { numRuns: manyRuns(200) },
    )
  })

  it('random plans with names of every kind have the same balances on every day for two years', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(
        anyPlan,
        names,
        fc.constantFrom(['USD', 2] as const, ['JPY', 0] as const, ['KWD', 3] as const),
        (scenario, given, [currency_code, digits]) => {
          expectSameDays(projected({ ...named(scenario, given), currency_code }, '2026-01-01', later('2026-01-01', 730)), digits)
        },
      ),
      { numRuns: manyRuns(200) },
    )
  })
})
