/**
 * Examples as text: a plan, a line of dashes, and what its projection says. The plan, a line each:
 *
 *   currency USD · start 2026-01-01 · today 2026-01-05 · until 2027-01-01 · balance 1200.00 · floor 200.00 · watch 90 days
 *   set apart 300.00 savings:Car          an opening pot;  divided before    says that the balance rules were applied
 *   income 2026-01-25 2950.00 Salary | every month, before weekends, settled 2026-01-25
 *   bill undated 95.00 Dentist
 *   from balance 100.00 bill:Rent         an allocation, of the balance or of each income; a bill by its name
 *   from income 10% savings:Car
 *   goal 1200.00 Holiday by 2026-08-01
 *   account card -412.60 Visa | floor -2000.00, at 18.99%, closes 3, due 7 after weekends, paid from Joint, pays minimum 2% or 25.00, statement 300.00
 *   transfer 2026-01-26 500.00 Share | every month, from main, to Joint;  a bill or an income is `on Visa`
 *   show days | show months               every day on which money moves, or a line a month
 */
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { minorUnitDigits } from '../../core/money/money.ts'
import { readAmount } from '../../core/money/typed-amount.ts'
import { balanceDivision, paydayDivisions, type Division } from '../../core/projection/divisions.ts'
import { dateOf } from '../../core/calendar.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { movementsBetween } from '../../core/projection/movements.ts'
import type { CardPayment } from '../../core/projection/account-money.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { rowDefaults, type Account, type Allocation, type Bill, type Scenario, type Transfer } from '../../core/scenario.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { at, idOf, planOf } from './projectionPlans.ts'
import { later, rowOf, type Marked } from './schedule-reference.ts'

export interface Example {
  scenario: Scenario
  today: string
  until: string
  shows: 'days' | 'months'
}

/** Reads the plan. A line that says nothing known is an error: an example must mean what it says. */
export function readExample(text: string): Example {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith(';'))
  const word = (name: string): string | undefined =>
    lines
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length)
      .trim()
  const currency_code = word('currency') ?? 'USD'
  const cents = (amount: string): number => {
    const read = readAmount(amount, minorUnitDigits(currency_code), { decimal: '.', group: ',' })
    if (!read.ok) throw new Error(`This is no amount: ${amount}`)
    return read.amount_cents
  }
  const start_date = word('start')!
  const found = {
    bills: [] as Partial<Bill>[],
    incomes: [] as Partial<Bill>[],
    goals: [] as object[],
    accounts: [] as Account[],
    transfers: [] as Named[],
    opening_pots: [] as Scenario['opening_pots'],
  }
  const rules: [Allocation['base'], string, string, boolean][] = []
  for (const line of lines.filter((text) => text.startsWith('account ')))
    found.accounts.push(accountFrom(line.slice('account '.length), found.accounts.length, cents))
  for (const line of lines.map((text) => (text.startsWith('account ') ? '' : text)).filter((text) => text !== '')) {
    const [kind, ...rest] = line.split(/ +/) as [string, ...string[]]
    if (kind === 'transfer') found.transfers.push(payment(rest.join(' '), cents))
    else if (kind === 'bill' || kind === 'income') found[`${kind}s`].push(payment(rest.join(' '), cents))
    else if (kind === 'from')
      rules.push([
        rest[0] as Allocation['base'],
        rest[1]!,
        rest
          .slice(2)
          .join(' ')
          .replace(/, going on$/, ''),
        line.endsWith(', going on'),
      ])
    else if (kind === 'set') found.opening_pots.push({ amount_cents: cents(rest[1]!), target: rest.slice(2).join(' ') })
    else if (kind === 'goal') {
      const [name, target_date] = rest.slice(1).join(' ').split(' by ')
      found.goals.push({ name, target_cents: cents(rest[0]!), target_date: target_date ?? null })
    } else if (!['currency', 'start', 'today', 'until', 'balance', 'floor', 'watch', 'divided', 'show'].includes(kind))
      throw new Error(`This line says nothing known: ${line}`)
  }
  const accountOf = (name: string | undefined): string | null => {
    const account = found.accounts.find((other) => other.name === name)
    if (name !== undefined && name !== 'main' && !account) throw new Error(`There is no such account: ${name}`)
    return account?.id ?? null
  }
  for (const row of [...found.bills, ...found.incomes] as Named[]) row.account_id = accountOf(row.places?.on)
  for (const account of found.accounts as (Account & { paid_from?: string })[])
    if (account.card) account.card.paid_from_account_id = accountOf(account.paid_from)
  const targetOf = (name: string): string =>
    name.startsWith('account:')
      ? `account:${accountOf(name.slice(8))}`
      : name.startsWith('bill:')
        ? `bill:${idOf(
            1,
            found.bills.findIndex((bill) => bill.name === name.slice(5)),
          )}`
        : name
  const scenario: Scenario = {
    ...planOf({
      ...found,
      transfers: [],
      opening_pots: found.opening_pots.map((pot) => ({ ...pot, target: targetOf(pot.target) })),
      balance: cents(word('balance') ?? '0'),
      floor_cents: cents(word('floor') ?? '0'),
      safety_days: Number.parseInt(word('watch') ?? '90', 10),
      balance_allocated: lines.includes('divided before'),
      currency_code,
      allocations: rules.map(([base, value, target, keeps_filling]) => ({
        base,
        keeps_filling,
        target: targetOf(target),
        ...(value.endsWith('%')
          ? { kind: 'percent' as const, value: Number.parseInt(value, 10) }
          : { kind: 'fixed' as const, value: cents(value) }),
      })),
    }),
    start_date,
    accounts: found.accounts,
    transfers: found.transfers.map(
      (row, nth) =>
        ({
          ...rowDefaults.transfers,
          ...row,
          id: idOf(6, nth),
          position: nth,
          created_at: at,
          updated_at: at,
          from_account_id: accountOf(row.places?.from),
          to_account_id: accountOf(row.places?.to),
        }) as Transfer,
    ),
  }
  const problems = checkScenario(scenario)
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.says).join(' '))
  return { scenario, today: word('today') ?? start_date, until: word('until')!, shows: word('show') === 'months' ? 'months' : 'days' }
}

type Named = Partial<Bill> & { places?: { on?: string; from?: string; to?: string } }

function accountFrom(text: string, position: number, cents: (amount: string) => number): Account {
  const [what, how = ''] = text.split('|').map((part) => part.trim()) as [string, string?]
  const [kind, amount, ...name] = what.split(/ +/)
  const account: Account & { paid_from?: string } = {
    id: idOf(5, position),
    position,
    created_at: at,
    updated_at: at,
    name: name.join(' '),
    kind: kind as Account['kind'],
    balance_cents: cents(amount!),
    floor_cents: null,
    interest: null,
    card: null,
    exceptions: {},
  }
  const card = (more: object): void => {
    account.card = {
      closing_day: 1,
      due_day: 1,
      shift: null,
      paid_from_account_id: null,
      pays: 'statement',
      minimum_percent: 0,
      minimum_cents: 0,
      fixed_cents: 0,
      statement_cents: null,
      ...account.card,
      ...more,
    }
  }
  for (const phrase of how
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [first, second, third, fourth, fifth] = phrase.split(' ') as [string, string, string?, string?, string?]
    if (first === 'floor') account.floor_cents = cents(second)
    else if (first === 'at') account.interest = { rate_basis_points: Math.round(Number.parseFloat(second) * 100) }
    else if (first === 'closes') card({ closing_day: Number(second) })
    else if (first === 'due') card({ due_day: Number(second), shift: third ?? null })
    else if (first === 'statement') card({ statement_cents: cents(second) })
    else if (first === 'paid') account.paid_from = phrase.slice('paid from '.length)
    else if (first === 'pays' && second === 'fixed') card({ pays: 'fixed', fixed_cents: cents(third!) })
    else if (first === 'pays' && second === 'minimum')
      card({ pays: 'minimum', minimum_percent: Number.parseInt(third!, 10), minimum_cents: fourth === 'or' ? cents(fifth!) : 0 })
    else if (second === 'is') account.exceptions = { ...account.exceptions, [first]: { amount_cents: cents(third!) } }
    else if (first === 'skip') account.exceptions = { ...account.exceptions, [second]: { skipped: true } }
    else throw new Error(`This says nothing known about an account: ${phrase}`)
  }
  return account
}

function payment(text: string, cents: (amount: string) => number): Named {
  const [what, when = ''] = text.split('|').map((part) => part.trim()) as [string, string?]
  const [date, amount, ...name] = what.split(' ')
  const row = { name: name.join(' '), amount_cents: cents(amount!), due_date: date === 'undated' ? null : date!, settled: [] as string[] }
  const places: NonNullable<Named['places']> = {}
  let schedule: Marked | null = null
  for (const phrase of when
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const every = /^every (?:(\d+) )?(day|week|month|year)s?(?: on (.+))?$/.exec(phrase)
    const [first, second, third, fourth] = phrase.split(' ')
    if (every)
      schedule = {
        every: Number(every[1] ?? 1),
        unit: every[2] as Schedule['unit'],
        ...(every[3] ? { on: every[3].split(' ').map((day) => (/^-?\d+$/.test(day) ? Number(day) : day)) } : {}),
      }
    else if (first === 'on' || first === 'from' || first === 'to') places[first] = phrase.slice(first.length + 1)
    else if (first === 'settled') row.settled = [...row.settled, second!]
    else if (schedule && phrase === 'not in short months') schedule.short_month = 'skip'
    else if (schedule && second === 'weekends') schedule.shift = first as 'before' | 'after'
    else if (schedule && first === 'until') schedule.until = second
    else if (schedule && second === 'times') schedule.count = Number(first)
    else if (schedule && first === 'skip') schedule.skip = [...(schedule.skip ?? []), second!]
    else if (schedule && first === 'move' && third === 'to') schedule.move = { ...schedule.move, [second!]: fourth! }
    else if (schedule && second === 'is') schedule.amounts = { ...schedule.amounts, [first!]: cents(third!) }
    else throw new Error(`This says nothing known about when: ${phrase}`)
  }
  return { ...(rowOf({ ...row, schedule }) as Partial<Bill>), ...(Object.keys(places).length > 0 && { places }) }
}

/** What the projection says, in text. */
export function report(projection: Projection, { shows }: Example): string {
  const { scenario, start_date, until, pots } = projection
  const money = (cents: number): string => amountText(cents, minorUnitDigits(scenario.currency_code))
  const tables = [shows === 'days' ? daysTable(projection, money) : monthsTable(projection, money)]
  if (shows === 'months') tables.push(...tightMonth(projection, money))
  const balance = balanceDivision(projection)
  if (balance && balance.shares.length > 0) tables.push(divisionTable(projection, 'of the balance', balance, money))
  const paydays = paydayDivisions(projection, start_date, until)
  const firstOfEach = paydays.filter(
    (payday, index) => payday.shares.length > 0 && paydays.findIndex((other) => other.income_id === payday.income_id) === index,
  )
  for (const payday of firstOfEach)
    tables.push(
      divisionTable(projection, `of ${projection.rows.find((row) => row.id === payday.income_id)!.name} on ${payday.date}`, payday, money),
    )
  if (pots.length > 0)
    tables.push([
      ['pot', 'at the start', 'today', 'at the end'],
      ...pots.map((pot) => [pot.name, money(pot.opening_cents), money(pot.now_cents), money(pot.end_cents)]),
    ])
  if (projection.goals.length > 0) {
    tables.push([
      ['goal', 'target', 'by', 'saved by then', 'saved today', 'reached on'],
      ...projection.goals.map((goal) => [
        goal.name,
        money(goal.target_cents),
        goal.target_date ?? '-',
        goal.saved_by_target_date_cents === null ? '-' : money(goal.saved_by_target_date_cents),
        money(goal.saved_cents),
        goal.reached_on ?? '-',
      ]),
    ])
  }
  if (projection.accounts.length > 0) tables.push(accountsTable(projection, money), ...cardTable(projection, money))
  const {
    lowest_point: lowest,
    worse_later: worse,
    first_below_floor: below,
    next_payday: payday,
    due_before_payday: due,
    undated,
  } = projection
  const figures = [
    `today              ${projection.today}`,
    `lowest point       ${money(lowest.available_cents)} on ${lowest.date}`,
    ...(worse
      ? [
          `worse later        from ${worse.first.date}: ${money(worse.first.available_cents)}${worse.lowest.date === worse.first.date ? '' : `, lowest ${money(worse.lowest.available_cents)} on ${worse.lowest.date}`}`,
        ]
      : []),
    `safe to spend      ${money(projection.safe_to_spend_cents)}`,
    `below the floor    ${below ? `from ${below.date}: ${money(below.available_cents)}` : 'never, as far as was counted'}`,
    `next payday        ${payday ? `${payday.date}: ${money(payday.amount_cents)}` : 'none within a year'}`,
    `due before payday  ${money(due.amount_cents)} (${due.count}), until ${due.until}`,
    ...(undated.bills.count > 0 ? [`undated bills      ${money(undated.bills.cents)} (${undated.bills.count})`] : []),
    ...(undated.incomes.count > 0 ? [`undated income     ${money(undated.incomes.cents)} (${undated.incomes.count})`] : []),
  ]
  return [...tables.map(aligned), figures.join('\n')].join('\n\n') + '\n'
}

type Money = (cents: number) => string

/** Every day on which money moves, its payments, and what is there at its end. */
function daysTable(projection: Projection, money: Money, from = projection.start_date, until = projection.until): string[][] {
  const { start_date, available_cents, total_cents, scenario } = projection
  const events = eventsBetween(projection, from, until)
  const others = scenario.accounts.map(({ id }) => accountByDay(projection, id)!)
  const nameOf = (id: string | null): string | undefined => scenario.accounts.find((account) => account.id === id)?.name
  const moved = movementsBetween(projection, from, until).filter(
    ({ kind }) => kind === 'card_payment' || kind === 'interest' || kind === 'moved',
  )
  const rows = [['date', 'what', 'in', 'out', 'of it from its pot', 'available', 'with pots', ...scenario.accounts.map(({ name }) => name)]]
  const none = others.map(() => '')
  if (from === start_date)
    rows.push([
      start_date,
      'on hand',
      '',
      '',
      '',
      '',
      money(scenario.planning_balance_cents),
      ...scenario.accounts.map(({ balance_cents }) => money(balance_cents)),
    ])
  for (let date = from; date < until; date = later(date, 1)) {
    const day = (Date.parse(date) - Date.parse(start_date)) / 86_400_000
    const payments = events.filter((event) => event.date === date)
    for (const { name, kind, amount_cents, from_pot_cents, nominal_date, from_account_id, to_account_id } of payments) {
      const [out, into] = [nameOf(from_account_id), nameOf(to_account_id)]
      const places = kind === 'transfer' ? `, ${out ?? 'main'} to ${into ?? 'main'}` : (out ?? into) === undefined ? '' : `, ${out ?? into}`
      const what = (nominal_date === date ? name : `${name} (of ${nominal_date})`) + places
      rows.push([
        date,
        what,
        kind === 'income' ? money(amount_cents) : '',
        kind === 'income' ? '' : money(amount_cents),
        from_pot_cents > 0 ? money(from_pot_cents) : '',
        '',
        '',
        ...none,
      ])
    }
    const today = moved.filter((movement) => movement.date === date)
    for (const { kind, name, accounts } of today) {
      const change = accounts.find(({ account_id }) => nameOf(account_id) === name)?.cents ?? 0
      const what = { card_payment: 'payment', interest: 'interest', moved: 'set aside' }[kind as 'moved']
      rows.push([date, `${name}: ${what} ${money(change)}`, '', '', '', '', '', ...none])
    }
    if (payments.length + today.length > 0 || date === start_date)
      rows.push([date, '', '', '', '', money(available_cents[day]!), money(total_cents[day]!), ...others.map((days) => money(days[day]!))])
  }
  return rows
}

function monthsTable({ months }: Projection, money: Money): string[][] {
  return [
    ['month', 'in', 'out', 'of it from pots', 'set aside', 'back from pots', 'available', 'with pots', 'lowest', 'on'],
    ...months.map((month) =>
      [
        month.month,
        month.in_cents,
        month.out_cents,
        month.out_from_pots_cents,
        month.allocated_cents,
        month.released_cents,
        month.end_available_cents,
        month.end_total_cents,
        month.lowest.available_cents,
        month.lowest.date,
      ].map((cell) => (typeof cell === 'number' ? money(cell) : cell)),
    ),
  ]
}

/** The days of the month that gets lowest. */
function tightMonth(projection: Projection, money: Money): string[][][] {
  const lowest = projection.months.reduce((least, month) => (month.lowest.available_cents < least.lowest.available_cents ? month : least))
  const next = later(`${lowest.month}-28`, 4).slice(0, 7)
  const from = `${lowest.month}-01` < projection.start_date ? projection.start_date : `${lowest.month}-01`
  return [daysTable(projection, money, from, `${next}-01` < projection.until ? `${next}-01` : projection.until)]
}

function accountsTable({ accounts }: Projection, money: Money): string[][] {
  return [
    ['account', 'today', 'at the end', 'lowest', 'on', 'below its floor', 'paid off on', 'interest'],
    ...accounts.map(({ name, now_cents, end_cents, lowest, first_below_floor: below, paid_off_on, interest_cents }) => [
      name,
      money(now_cents),
      money(end_cents),
      money(lowest.cents),
      lowest.date,
      below?.date ?? '-',
      paid_off_on ?? '-',
      money(interest_cents),
    ]),
  ]
}

/** Payments of all cards, by day. */
export const inOrder = (payments: readonly (readonly CardPayment[])[]): CardPayment[] =>
  payments.flat().sort((a, b) => a.day - b.day || a.place - b.place)

/** The payments of cards up to the end. */
function cardTable({ setup, simulation, start_date, day_count }: Projection, money: Money): string[][][] {
  const payments = inOrder(simulation.accounts!.payments).filter(({ day }) => day < day_count)
  if (payments.length === 0) return []
  return [
    [
      ['card', 'statement of', 'paid on', 'payment'],
      ...payments.map(({ place, closing_day, day, cents }) => [
        setup.places.accounts[place - 1]!.name,
        dateOf(closing_day),
        later(start_date, day),
        money(cents),
      ]),
    ],
  ]
}

function divisionTable({ scenario }: Projection, title: string, division: Division, money: Money): string[][] {
  const name = (target: string): string =>
    scenario.bills.find((bill) => target === `bill:${bill.id}`)?.name ?? target.slice(target.indexOf(':') + 1)
  return [
    [`shares ${title}`, 'share', 'kept', 'short'],
    ...division.shares.map((share) => [
      name(share.target),
      money(share.share_cents),
      money(share.kept_cents),
      money(share.shortfall_cents),
    ]),
    ['remaining', money(division.remaining_cents), '', division.over_by_cents > 0 ? money(division.over_by_cents) : ''],
  ]
}

export function amountText(cents: number, digits: number): string {
  const text = String(Math.abs(cents)).padStart(digits + 1, '0')
  return (cents < 0 ? '-' : '') + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`)
}

/** Columns of text; amounts to the right. */
function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const isRight = (column: number): boolean => rows.slice(1).some((row) => /^-?\d+(\.\d+)?$/.test(row[column]!))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isRight(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
