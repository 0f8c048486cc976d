/**
 * The accounts beside the main one as a patient person would keep them: a sheet a card with every entry, dates read off the calendar on
 * the wall, interest worked out with long division. Slow and obvious; nothing of core but its records.
 */
import type { Account, Scenario, Transfer } from '../../core/scenario.ts'
import { later } from './schedule-reference.ts'

export interface ReferenceAccounts {
  balance: Map<string, bigint>
  /** null: the main account; answers what it did to available. */
  put: (id: string | null, cents: bigint, date: string) => void
  /** How much of a payment a loan, or of a rule's share a debt, takes; a loan's interest is booked before. */
  takes: (id: string | null, cents: bigint, date: string, isRule: boolean) => bigint
  /** Payments of cards, interest, statements. */
  endDay: (date: string, pay: (card: Account, cents: bigint, date: string) => void) => void
  /** Interest of each so far. */
  interest: Map<string, bigint>
}

interface Sheet {
  /** Each closing date with what was owed then. */
  statements: { closed: string; owed: bigint }[]
  credits: { date: string; cents: bigint }[]
  carried: bigint
  /** Carried, day by day since interest was booked. */
  carriedDays: bigint
}

const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (number: number): string => String(number).padStart(2, '0')
/** The day of a month, its last where it is shorter; months may lie beyond 12. */
function inMonth(year: number, month: number, day: number): string {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1]
  return `${y}-${two(m)}-${two(Math.min(day, monthLength(y, m)))}`
}
const offWeekend = (date: string, shift: 'before' | 'after' | null): string => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (shift === null || (weekday !== 0 && weekday !== 6)) return date
  return shift === 'before' ? later(date, weekday === 6 ? -1 : -2) : later(date, weekday === 6 ? 2 : 1)
}
const isLastOfMonth = (date: string): boolean => later(date, 1).endsWith('-01')
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

function halfEven(over: bigint, under: bigint): bigint {
  const whole = over / under
  const twice = (over % under) * 2n
  return twice > under || (twice === under && whole % 2n === 1n) ? whole + 1n : whole
}

/** Every date on which a payment of the card is due by the rule, with the statement that it is about. */
function duesOf({ card }: Account, from: string, until: string): Map<string, string> {
  const dues = new Map<string, string>()
  for (let year = Number(from.slice(0, 4)) - 1, month = 1; ; month += 1) {
    const closed = inMonth(year, month, card!.closing_day)
    if (closed > until) return dues
    const here = inMonth(year, month, card!.due_day)
    dues.set(here > closed ? here : inMonth(year, month + 1, card!.due_day), closed)
  }
}

/** `firstOf`: when money of a row moves first from the start date on; null: never. */
export function referenceAccounts(
  { accounts, start_date, transfers, allocations }: Scenario,
  until: string,
  firstOf: (row: Transfer) => string | null,
): ReferenceAccounts {
  const balance = new Map(accounts.map(({ id, balance_cents }) => [id, BigInt(balance_cents)]))
  const interest = new Map(accounts.map(({ id }) => [id, 0n]))
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const sheets = new Map<string, Sheet>()
  const dues = new Map<string, { due: string; closed: string; date: string }[]>()
  const savedDays = new Map<string, bigint>()
  const lastInterest = new Map<string, number>()
  const savedUntil = new Map<string, string>()
  const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

  const accruedOf = ({ interest: rate }: Account) => (rate?.accrued?.on === start_date ? rate.accrued : undefined)
  for (const account of accounts) {
    const { id, card, exceptions } = account
    const accrued = accruedOf(account)
    if (accrued?.booked_on) lastInterest.set(id, monthNumber(accrued.booked_on))
    if (accrued?.booked_on) savedUntil.set(id, accrued.booked_on)
    savedDays.set(id, BigInt(accrued?.cent_days ?? 0))
    if (!card) continue
    const all = [...duesOf(account, start_date, later(until, 1_000))].map(([due, closed]) => ({
      due,
      closed,
      date: exceptions[due]?.moved_to ?? offWeekend(due, card.shift),
    }))
    dues.set(
      id,
      all.filter(({ date }) => date >= start_date).sort((a, b) => (a.date + a.due < b.date + b.due ? -1 : 1)),
    )
    const year = Number(start_date.slice(0, 4))
    const closings = Array.from({ length: 26 }, (_, nth) => inMonth(year - 1, nth + 1, card.closing_day)).filter(
      (date) => date < start_date,
    )
    const closed = closings.at(-1)!
    const here = inMonth(Number(closed.slice(0, 4)), Number(closed.slice(5, 7)), card.due_day)
    const named = here > closed ? here : inMonth(Number(closed.slice(0, 4)), Number(closed.slice(5, 7)) + 1, card.due_day)
    const due = exceptions[named]?.moved_to ?? offWeekend(named, card.shift)
    const owed = most(0n, -BigInt(account.balance_cents))
    const isPast = due < start_date
    const said =
      card.statement_cents === null ? (isPast && card.pays === 'statement' ? 0n : owed) : least(owed, BigInt(card.statement_cents))
    sheets.set(id, {
      statements: [{ closed, owed: said }],
      credits: [],
      carried: accrued ? least(owed, BigInt(accrued.carried_cents)) : isPast || card.pays !== 'statement' ? said : 0n,
      carriedDays: BigInt(accrued?.cent_days ?? 0),
    })
  }

  /** The plan begins after the loan's own payment of that month, which is the first transfer in the list, and comes again later only. */
  const isPaidThisMonth = (id: string): boolean => {
    const own = transfers.find((row) => row.to_account_id === id && firstOf(row) !== null)
    return (
      own !== undefined &&
      own.schedule !== null &&
      firstOf(own)!.slice(0, 7) > start_date.slice(0, 7) &&
      allocations.every(({ target }) => target !== `account:${id}`)
    )
  }

  const put: ReferenceAccounts['put'] = (id, cents, date) => {
    if (id === null) return
    // A loan that is drawn bears interest from that month on.
    if (balance.get(id)! >= 0n && balance.get(id)! + cents < 0n) lastInterest.set(id, monthNumber(date))
    balance.set(id, balance.get(id)! + cents)
    const sheet = sheets.get(id)
    if (!sheet || cents <= 0n) return
    sheet.credits.push({ date, cents })
    sheet.carried = most(0n, sheet.carried - cents)
  }
  const bear = (id: string, cents: bigint): void => {
    const isDebt = ['card', 'loan'].includes(byId.get(id)!.kind)
    balance.set(id, balance.get(id)! + (isDebt ? -cents : cents))
    interest.set(id, interest.get(id)! + cents)
  }
  const takes: ReferenceAccounts['takes'] = (id, cents, date, isRule) => {
    const account = id === null ? undefined : byId.get(id)
    if (!account || cents === 0n || (account.kind !== 'loan' && !(isRule && account.kind === 'card'))) return cents
    if (account.kind === 'loan' && account.interest && balance.get(account.id)! < 0n) {
      const [now, last] = [monthNumber(date), lastInterest.get(account.id)]
      const months = last === undefined ? Math.max(isPaidThisMonth(account.id) ? 0 : 1, now - monthNumber(start_date)) : now - last
      if (months > 0) lastInterest.set(account.id, now)
      if (account.interest.rate_basis_points > 0)
        bear(account.id, halfEven(-balance.get(account.id)! * BigInt(account.interest.rate_basis_points) * BigInt(months), 120_000n))
    }
    return least(cents, most(0n, -balance.get(account.id)!))
  }

  const paymentOf = ({ id, card, exceptions }: Account, { due, closed }: { due: string; closed: string }): bigint => {
    const said = exceptions[due]
    if (said?.rest === 'dropped' || said?.skipped) return 0n
    if (said?.amount_cents !== undefined) return BigInt(said.amount_cents)
    const sheet = sheets.get(id)!
    const last = sheet.statements.at(-1)!
    const isClosed = last.closed >= closed
    const statement = isClosed ? last.owed : most(0n, -balance.get(id)!)
    const credits = isClosed ? sheet.credits.filter(({ date }) => date > last.closed).reduce((sum, { cents }) => sum + cents, 0n) : 0n
    const left = most(0n, statement - credits)
    if (card!.pays === 'statement') return left
    if (card!.pays === 'fixed') return least(BigInt(card!.fixed_cents), left)
    const percent = (statement * BigInt(card!.minimum_percent) + 99n) / 100n
    return most(0n, least(most(percent, BigInt(card!.minimum_cents)), statement) - credits)
  }

  const endDay: ReferenceAccounts['endDay'] = (date, pay) => {
    for (const account of accounts) {
      for (const due of (dues.get(account.id) ?? []).filter((one) => one.date === date)) {
        const cents = paymentOf(account, due)
        if (cents > 0n) pay(account, cents, date)
        const sheet = sheets.get(account.id)!
        const last = sheet.statements.at(-1)!
        if (account.exceptions[due.due]?.rest === 'dropped' && account.card!.pays === 'statement') sheet.carried = 0n
        else if (last.closed >= due.closed)
          sheet.carried = most(
            0n,
            last.owed - sheet.credits.filter((one) => one.date > last.closed).reduce((sum, one) => sum + one.cents, 0n),
          )
      }
    }
    for (const { id, kind, card, interest: rate } of accounts) {
      const points = BigInt(rate?.rate_basis_points ?? 0)
      if (kind !== 'card' && kind !== 'loan' && points > 0n) {
        const days = (savedDays.get(id) ?? 0n) + most(0n, balance.get(id)!)
        savedDays.set(id, isLastOfMonth(date) ? 0n : days)
        if (isLastOfMonth(date) && date > (savedUntil.get(id) ?? '')) bear(id, halfEven(days * points, 3_650_000n))
      }
      const sheet = sheets.get(id)
      if (!sheet) continue
      sheet.carriedDays += sheet.carried
      if (inMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)), card!.closing_day) !== date) continue
      bear(id, halfEven(sheet.carriedDays * points, 3_650_000n))
      sheet.carriedDays = 0n
      sheet.statements.push({ closed: date, owed: most(0n, -balance.get(id)!) })
    }
  }
  return { balance, put, takes, endDay, interest }
}
