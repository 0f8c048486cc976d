/**
 * A projection as a patient person would work it out: one day at a time, money in bigints, every pot a heap with a name,
 * dates read off the calendar on the wall. Slow and obvious; nothing of core but its records.
 */
import type { Allocation, Payment, Scenario } from '../../core/scenario.ts'
import { referenceAccounts } from './referenceAccounts.ts'
import { later, markedOf, offWeekend, slowScheduledDates, slowOccurrences, slowParts } from './schedule-reference.ts'

export interface ReferenceDay {
  date: string
  available: bigint
  total: bigint
  /** By target. */
  pots: Map<string, bigint>
  /** By id, those beside the main one. */
  accounts: Map<string, bigint>
}

export interface ReferenceEvent {
  date: string
  kind: 'income' | 'bill' | 'transfer'
  id: string
  nominal_date: string
  amount: bigint
  fromPot: bigint
}

export interface ReferenceProjection {
  days: ReferenceDay[]
  events: ReferenceEvent[]
  lowest: ReferenceDay
  safeToSpend: bigint
  firstBelowFloor: string | null
  /** The first worse day after the watched ones, and the lowest. */
  worseLater: [string, string] | null
  nextPayday: { date: string; amount: bigint } | null
  due: { amount: bigint; count: number; everyday: bigint; until: string }
  goals: Map<string, { saved: bigint; reachedOn: string | null }>
  /** Of each account, so far. */
  interest: Map<string, bigint>
}

interface Due {
  nominal_date: string
  amount: bigint
}

/** Every day from start_date until the day before `until`; `until` must lie at least 367 days and safety_days after today. */
export function referenceProjection(scenario: Scenario, today: string, until: string): ReferenceProjection {
  const { start_date } = scenario
  const now = today > start_date ? today : start_date
  const calendars = new Map(
    [...scenario.incomes, ...scenario.bills, ...scenario.transfers].map((row) => [row, dueDates(row, start_date, until, now)]),
  )
  const pots = new Map<string, bigint>()
  const goalReached = new Map<string, string>()
  let available = BigInt(scenario.planning_balance_cents)

  const put = (target: string, cents: bigint): void => {
    pots.set(target, (pots.get(target) ?? 0n) + cents)
    available -= cents
  }
  const accounts = referenceAccounts(
    scenario,
    until,
    (row) => [...calendars.get(row)!.byDate.keys()].sort()[0] ?? (calendars.get(row)!.goesOn() ? until : null),
  )
  const accountOf = (target: string) => scenario.accounts.find(({ id }) => target === `account:${id}`)
  for (const { target } of scenario.allocations) if (!accountOf(target)) put(target, 0n)
  for (const { target, amount_cents } of scenario.opening_pots) put(target, BigInt(amount_cents))

  /** What is paid next from the pot of a bill; nothing says so of other pots. */
  const nextAmount = (target: string): bigint | null => {
    const bill = billOf(target)
    if (!bill) return null
    return bill.due_date === null ? BigInt(bill.amount_cents) : calendars.get(bill)!.amountAfter(paidTimes.get(target) ?? 0)
  }
  const paidTimes = new Map<string, number>()
  /** A share goes in as far as the bill's next date needs it, or wholly where it goes on; the rest stays available. */
  const setAside = ({ target, keeps_filling }: Allocation, share: bigint, date: string): void => {
    const account = accountOf(target)
    if (account) {
      const taken = accounts.takes(account.id, share, date, true)
      accounts.put(account.id, taken, date)
      available -= taken
      return
    }
    const next = keeps_filling ? null : nextAmount(target)
    const held = pots.get(target)!
    const room = next === null ? share : next > held ? next - held : 0n
    put(target, share < room ? share : room)
  }

  const billOf = (target: string) => scenario.bills.find((bill) => `bill:${bill.id}` === target)
  const goalOf = (target: string) => scenario.goals.find((goal) => `goal:${goal.name}` === target)
  /** Whether a bill is still to come after something was paid on its latest date. */
  const finished = new Set<string>()
  const giveBack = (date: string): void => {
    for (const [target, held] of pots) {
      const goal = goalOf(target)
      const isEmpty = target.startsWith('account:') && accountOf(target)?.card === null
      const most = isEmpty ? 0n : target.startsWith('bill:') ? (finished.has(target) ? 0n : held) : goal ? BigInt(goal.target_cents) : held
      if (held > most) put(target, most - held)
      if (goal && held >= most && !goalReached.has(target)) goalReached.set(target, date)
    }
  }
  for (const target of pots.keys()) {
    const bill = billOf(target)
    const isToCome = bill && (bill.due_date === null || calendars.get(bill)!.byDate.size > 0 || calendars.get(bill)!.goesOn())
    if (target.startsWith('bill:') && !isToCome) finished.add(target)
  }
  giveBack(start_date)
  if (!scenario.balance_allocated) {
    for (const [allocation, share] of divide(
      available,
      scenario.allocations.filter(({ base }) => base === 'balance'),
    ))
      setAside(allocation, share, start_date)
    giveBack(start_date)
  }

  const days: ReferenceDay[] = []
  const events: ReferenceEvent[] = []
  for (let date = start_date; date < until; date = later(date, 1)) {
    for (const income of scenario.incomes) {
      for (const { nominal_date, amount } of calendars.get(income)!.byDate.get(date) ?? []) {
        if (income.account_id === null) available += amount
        accounts.put(income.account_id, amount, date)
        events.push({ date, kind: 'income', id: income.id, nominal_date, amount, fromPot: 0n })
        if (income.account_id !== null) continue
        for (const [allocation, share] of divide(
          amount,
          scenario.allocations.filter(({ base }) => base === 'income'),
        ))
          setAside(allocation, share, date)
        giveBack(date)
      }
    }
    for (const bill of scenario.bills) {
      const calendar = calendars.get(bill)!
      const target = `bill:${bill.id}`
      for (const { nominal_date, amount } of calendar.byDate.get(date) ?? []) {
        const held = pots.get(target) ?? 0n
        const fromPot = held < amount ? held : amount
        if (pots.has(target)) pots.set(target, held - fromPot)
        const account = scenario.accounts.find(({ id }) => id === bill.account_id)
        if (account?.card && pots.has(target)) {
          // What was set aside waits for the card.
          const hold = `account:${account.id}`
          pots.set(hold, (pots.get(hold) ?? 0n) + fromPot)
          accounts.put(account.id, -amount, date)
        } else if (account) accounts.put(account.id, fromPot - amount, date)
        else available -= amount - fromPot
        paidTimes.set(target, (paidTimes.get(target) ?? 0) + 1)
        events.push({ date, kind: 'bill', id: bill.id, nominal_date, amount, fromPot: account?.card ? 0n : fromPot })
        const isLatest = date === calendar.lastDate && nominal_date === calendar.byDate.get(date)!.at(-1)!.nominal_date
        if (isLatest && pots.has(target) && !calendar.goesOn()) finished.add(target)
        giveBack(date)
      }
    }
    for (const transfer of scenario.transfers) {
      for (const { nominal_date, amount } of calendars.get(transfer)!.byDate.get(date) ?? []) {
        const taken = accounts.takes(transfer.to_account_id, amount, date, false)
        accounts.put(transfer.from_account_id, -taken, date)
        accounts.put(transfer.to_account_id, taken, date)
        if (transfer.from_account_id === null) available -= taken
        if (transfer.to_account_id === null) available += taken
        events.push({ date, kind: 'transfer', id: transfer.id, nominal_date, amount: taken, fromPot: 0n })
      }
    }
    accounts.endDay(date, (card, cents) => {
      const hold = `account:${card.id}`
      const waiting = pots.get(hold) ?? 0n
      const held = waiting < cents ? waiting : cents
      accounts.put(card.id, cents, date)
      accounts.put(card.card!.paid_from_account_id, held - cents, date)
      if (card.card!.paid_from_account_id === null) available -= cents - held
      if (!pots.has(hold)) return
      const owed = accounts.balance.get(card.id)! < 0n ? -accounts.balance.get(card.id)! : 0n
      const left = waiting - held
      pots.set(hold, left < owed ? left : owed)
      available += left > owed ? left - owed : 0n
    })
    days.push({
      date,
      accounts: new Map(accounts.balance),
      available,
      total: [...pots.values()].reduce((sum, held) => sum + held, available),
      pots: new Map(pots),
    })
  }

  const from = days.filter(({ date }) => date >= now)
  const [watchedUntil, paydayUntil] = [later(now, scenario.safety_days), aYearLater(now)]
  const lowest = from.filter(({ date }) => date < watchedUntil).reduce((least, day) => (day.available < least.available ? day : least))
  const rank = ({ available: free, total: all }: ReferenceDay): number =>
    free >= BigInt(scenario.floor_cents)
      ? 0
      : free >= 0n
        ? 1
        : all >= (scenario.floor_cents < 0 ? BigInt(scenario.floor_cents) : 0n)
          ? 2
          : 3
  const afterwards = from.filter(({ date }) => date >= watchedUntil)
  const deepest = afterwards.reduce((least, day) => (day.available < least.available ? day : least), lowest)
  const worse = afterwards.find((day) => rank(day) > rank(lowest)) ?? (deepest === lowest ? undefined : deepest)
  const isOnMain = ({ id }: ReferenceEvent): boolean => scenario.incomes.some((income) => income.id === id && income.account_id === null)
  const paydays = events.filter((event) => event.kind === 'income' && isOnMain(event) && event.date > today && event.date <= paydayUntil)
  const payday = paydays.find(({ date }) => paydays.some((other) => other.date === date && other.amount > 0n))?.date
  const dueUntil = payday ?? later(now, 30)
  const due = events.filter(({ kind, date }) => kind === 'bill' && date >= now && date < dueUntil)
  const spread = new Set(scenario.bills.filter(({ spread: leavesOverDays }) => leavesOverDays).map(({ id }) => id))
  return {
    days,
    interest: accounts.interest,
    events,
    lowest,
    safeToSpend: lowest.available - BigInt(scenario.floor_cents),
    firstBelowFloor: from.find(({ available: left }) => left < BigInt(scenario.floor_cents))?.date ?? null,
    worseLater: worse ? [worse.date, (deepest === lowest ? worse : deepest).date] : null,
    nextPayday: payday === undefined ? null : { date: payday, amount: total(paydays.filter(({ date }) => date === payday)) },
    due: {
      amount: total(due),
      count: due.filter(({ id }) => !spread.has(id)).length,
      everyday: total(due.filter(({ id }) => spread.has(id))),
      until: dueUntil,
    },
    goals: new Map(
      scenario.goals.map(({ id, name }) => [
        id,
        { saved: from[0]!.pots.get(`goal:${name}`) ?? 0n, reachedOn: goalReached.get(`goal:${name}`) ?? null },
      ]),
    ),
  }
}

/** The same day of the next year; of a leap day the last of February. */
function aYearLater(date: string): string {
  const there = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
  return there.endsWith('-02-29') ? there.replace('-29', '-28') : there
}

const total = (events: readonly ReferenceEvent[]): bigint => events.reduce((sum, { amount }) => sum + amount, 0n)

/** When a row counts, and whether it goes on afterwards, which takes a long look. */
function dueDates(
  row: Payment,
  start_date: string,
  until: string,
  now: string,
): { byDate: Map<string, Due[]>; lastDate: string | null; goesOn: () => boolean; amountAfter: (times: number) => bigint } {
  const byDate = new Map<string, Due[]>()
  if (row.due_date === null) return { byDate, lastDate: null, goesOn: () => false, amountAfter: () => 0n }
  const once = [{ nominal_date: row.due_date, date: row.due_date, amount_cents: row.amount_cents }]
  const parts = slowParts(row)
  const ofPart = (part: (typeof parts)[number], last: string) =>
    slowOccurrences(markedOf(part)!, part.due_date!, last)
      .filter(({ nominal_date }) => nominal_date >= part.from && nominal_date < part.until)
      .map((one) => ({ ...one, amount_cents: one.amount_cents ?? part.amount_cents }))
  const ruled = (last: string) =>
    parts.length === 1
      ? ofPart(parts[0]!, last)
      : parts.flatMap((part) => ofPart(part, last)).sort((a, b) => (a.date + a.nominal_date < b.date + b.nominal_date ? -1 : 1))
  const isSpread = 'spread' in row && row.spread
  const ends = new Map<string, string>()
  const endOf = (scheduled: string): string => {
    if (!ends.has(scheduled)) ends.set(scheduled, periodEnd(parts, scheduled))
    return ends.get(scheduled)!
  }
  const payments = (last: string): Slow[] =>
    (row.schedule ? ruled(last) : once).flatMap((one) => leftOf(row, one, now, () => endOf(one.nominal_date)))
  const upTo = (last: string) =>
    payments(last)
      .flatMap((one) => (isSpread ? dayByDay(one, endOf(one.nominal_date)) : [one]))
      .filter((one) => one.date >= start_date)
      .sort((a, b) => (a.date + a.nominal_date < b.date + b.nominal_date ? -1 : 1))
  // What is moved comes from 40 days away at the most.
  const dates = upTo(later(until, 40))
  for (const { date, nominal_date, amount_cents } of dates) {
    if (date < until) byDate.set(date, [...(byDate.get(date) ?? []), { nominal_date, amount: BigInt(amount_cents) }])
  }
  const last = parts.at(-1)!.schedule
  const isEndless = last !== null && last.until === undefined && last.count === undefined
  const isLater = ({ date }: { date: string }): boolean => date >= until
  const goesOn = (): boolean =>
    isEndless ||
    dates.some(isLater) ||
    (row.schedule !== null && ['2035-01-01', '2060-01-01', '2129-01-01'].some((last) => upTo(last).some(isLater)))
  /** What the date after so many costs; looked for far ahead only where the dates at hand are all paid. */
  const amountAfter = (times: number): bigint => {
    const next =
      dates[times] ??
      (markedOf(row)?.amounts || row.changes.length > 0 || isSpread || Object.values(row.exceptions).some(({ paid }) => paid)
        ? (upTo('2060-01-01')[times] ?? upTo('2129-01-01')[times])
        : undefined)
    return BigInt(next?.needed_cents ?? next?.amount_cents ?? row.amount_cents)
  }
  return { byDate, lastDate: [...byDate.keys()].at(-1) ?? null, goesOn, amountAfter }
}

interface Slow {
  nominal_date: string
  date: string
  amount_cents: number
  /** What its pot is to have by then, where that is more than this one. */
  needed_cents?: number
}

/** What is still due of a date: nothing, all of it, or what its payments have left, which is never due before today. */
function leftOf(row: Payment, one: Slow, now: string, ends: () => string): Slow[] {
  const { paid = [], rest } = row.exceptions[one.nominal_date] ?? {}
  const left = paid.reduce((cents, { amount_cents }) => cents - amount_cents, one.amount_cents)
  if (rest === 'dropped' || (paid.length > 0 && left <= 0)) return []
  if ((rest !== 'open' && paid.length === 0) || one.date >= now) return [{ ...one, amount_cents: left }]
  return 'spread' in row && row.spread && ends() <= now ? [] : [{ ...one, amount_cents: left, date: now }]
}

/** The day before which the period of a date ends: the next one that the rule names, be it skipped or beyond the rule's end, off a weekend where that shifts. */
function periodEnd(parts: ReturnType<typeof slowParts>, scheduled: string): string {
  const part = parts.find(({ until }) => scheduled < until)!
  if (part.schedule === null) return later(scheduled, 1)
  const { until: _until, count: _count, ...rule } = part.schedule
  for (let days = 40; ; days *= 5) {
    const next = slowScheduledDates(rule, part.due_date!, later(scheduled, days)).find((date) => date > scheduled)
    if (next === undefined) continue
    const end = next < part.until ? next : part.until
    return offWeekend(end, parts.find(({ until }) => end < until)!.schedule?.shift)
  }
}

/** A cent more on the first days until the whole is dealt out. */
function dayByDay({ nominal_date, date, amount_cents }: Slow, end: string): Slow[] {
  const days: string[] = [date]
  while (later(days.at(-1)!, 1) < end) days.push(later(days.at(-1)!, 1))
  let needed_cents = amount_cents
  return days.map((day, nth) => {
    const share = Math.floor(amount_cents / days.length) + (nth < amount_cents % days.length ? 1 : 0)
    const one = { nominal_date, date: day, amount_cents: share, needed_cents }
    needed_cents -= share
    return one
  })
}

/** Who gets how much of an amount, in list order: fixed ones are served first, then percents of the whole, by largest remainder. */
function divide(amount: bigint, allocations: readonly Allocation[]): [Allocation, bigint][] {
  const base = amount > 0n ? amount : 0n
  const shares = new Map<Allocation, bigint>()
  let left = base
  for (const allocation of allocations.filter(({ kind }) => kind === 'fixed')) {
    const share = BigInt(allocation.value) < left ? BigInt(allocation.value) : left
    shares.set(allocation, share)
    left -= share
  }
  const percents = allocations.filter(({ kind }) => kind === 'percent')
  const rest = { value: 100 - percents.reduce((sum, { value }) => sum + value, 0) }
  const wanted = split(base, [...percents, rest])
  const wantedTogether = percents.reduce((sum, percent) => sum + wanted.get(percent)!, 0n)
  const got = wantedTogether <= left ? wanted : split(left, percents)
  for (const percent of percents) shares.set(percent, got.get(percent)!)
  return allocations.map((allocation) => [allocation, shares.get(allocation)!])
}

/** Whole cents by weight; what is left over goes a cent each to those who were cut the most, the first of equals first. */
function split<Part extends { value: number }>(amount: bigint, parts: readonly Part[]): Map<Part, bigint> {
  const weights = parts.reduce((sum, { value }) => sum + BigInt(value), 0n)
  if (weights === 0n) return new Map(parts.map((part) => [part, 0n]))
  const whole = new Map(parts.map((part) => [part, (amount * BigInt(part.value)) / weights]))
  let missing = [...whole.values()].reduce((sum, share) => sum - share, amount)
  const cut = (part: Part): bigint => (amount * BigInt(part.value)) % weights
  for (const part of [...parts].sort((a, b) => (cut(a) > cut(b) ? -1 : cut(a) < cut(b) ? 1 : 0))) {
    if (missing === 0n) break
    whole.set(part, whole.get(part)! + 1n)
    missing -= 1n
  }
  return whole
}
