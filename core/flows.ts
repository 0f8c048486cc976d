/**
 * Where money comes from and where it ends up over some months: incomes and the balance on one side, bills, pots and what is left on the
 * other.
 */
import { dayOf } from './calendar.ts'
import { sumOf } from './money/money.ts'
import { layOutAll } from './projection/layout.ts'
import { changeOf, isAvailable, main, outside, type Posting } from './projection/posting.ts'
import { postingsOf } from './projection/postings.ts'
import type { Projection } from './projection/projection.ts'
import type { Payment } from './scenario.ts'

export interface Flow {
  /**
   * An income's id; `account:<id>`: what comes from another account; `balance`: what was there as the days begin; `shortfall`: what nothing
   * brings in, so that it is missing as they end.
   */
  source: string
  /**
   * `account:<id>`: what goes to another account; `bill:<id>`: what it was paid and what waits in its pot; savings or a goal: what is in
   * its pot as the days end; `rest`: what is left; `owed`: what was missing as they began.
   */
  target: string
  /** > 0. */
  cents: number
}

/** An amount by where it came from. */
interface Lot {
  source: string
  cents: number
}

/**
 * Every cent from `from` to before `until` by where it came from and where it is as they end. Money that is free is used in the order in
 * which it came in; what is paid without any is paid by what comes in next, and what nothing pays is the shortfall. Pots are filled and
 * emptied as the projection says. From each income flows what it brings; to each bill what it costs and its pot still holds; `rest` is
 * what is available as the days end, `shortfall` what is missing.
 */
export function flowsOf(projection: Projection, from: string, until: string): Flow[] {
  const { start_day, day_count, rows, pots, setup } = projection
  const { first_pot } = setup
  const from_day = Math.max(0, (dayOf(from) ?? start_day) - start_day)
  const end_day = Math.min(day_count, (dayOf(until) ?? start_day) - start_day)
  if (end_day <= from_day) return []
  const postings = postingsOf(projection, () => true, end_day)
  // The balance and what was set aside before it are there as the first day begins.
  const isBefore = ({ day, rule }: Posting): boolean => day < from_day || rule === 'balance' || rule === 'opening_pot'
  const before = postings.filter(isBefore)
  const changed = (isThere: (place: number) => boolean): number => sumOf(before.map((posting) => changeOf(posting, isThere)))

  const flows = new Map<string, Flow>()
  const give = (lots: readonly Lot[], target: string): void => {
    for (const { source, cents } of lots) {
      const known = flows.get(`${source} ${target}`)
      flows.set(`${source} ${target}`, { source, target, cents: sumOf([known?.cents ?? 0, cents]) })
    }
  }
  const free: Lot[] = []
  const owing: { target: string; cents: number }[] = []
  const held = pots.map((_, pot) =>
    lotOf(
      'balance',
      changed((place) => place === first_pot + pot),
    ),
  )

  /** What becomes free pays first what was paid without any. */
  const setFree = (lots: Lot[]): void => {
    for (let debt = owing[0]; debt && lots.length > 0; debt = owing[0]) {
      const paying = draw(lots, debt.cents)
      give(paying, debt.target)
      debt.cents -= sumOf(paying.map(({ cents }) => cents))
      if (debt.cents === 0) owing.shift()
    }
    free.push(...lots)
  }
  const payFreely = (cents: number, target: string): void => {
    const paying = draw(free, cents)
    give(paying, target)
    const missing = cents - sumOf(paying.map((lot) => lot.cents))
    if (missing > 0) owing.push({ target, cents: missing })
  }

  const available = changed(isAvailable)
  if (available < 0) owing.push({ target: 'owed', cents: -available })
  free.push(...lotOf('balance', available))
  /** The income that is being divided, and what of it has gone nowhere yet. */
  let landing = null as { event: number; lots: Lot[] } | null
  const landed = (): void => {
    if (landing) setFree(landing.lots)
    landing = null
  }
  for (const { rule, event, from, to, cents } of postings.filter((posting) => !isBefore(posting))) {
    if (landing && landing.event !== event) landed()
    const row: Payment | null = event < 0 ? null : rows[layOutAll(setup.occurrences).row[event]!]!
    const account = (place: number): string => `account:${setup.places.accounts[place - 1]!.id}`
    const isOther = (place: number): boolean => place > main && place < first_pot
    if (isOther(to) && from !== outside && !isOther(from)) {
      // It leaves the main account for another.
      if (from >= first_pot) give(draw(held[from - first_pot]!, cents), account(to))
      else if (rule === 'allocated_from_income') give(draw(landing!.lots, cents), account(to))
      else payFreely(cents, account(to))
    } else if (isOther(from) && to === main) setFree(lotOf(account(from), cents))
    else if (isOther(from) || isOther(to)) continue
    else if (rule === 'held') held[to - first_pot]!.push(...draw(held[from - first_pot]!, cents))
    else if (rule === 'income') landing = { event, lots: lotOf(row!.id, cents) }
    else if (rule === 'allocated_from_income') held[to - first_pot]!.push(...draw(landing!.lots, cents))
    else if (rule === 'allocated_from_balance') held[to - first_pot]!.push(...draw(free, cents))
    else if (rule === 'released') setFree(draw(held[from - first_pot]!, cents))
    else if (rule === 'bill' && to === outside) {
      if (from >= first_pot) give(draw(held[from - first_pot]!, cents), `bill:${row!.id}`)
      else payFreely(cents, `bill:${row!.id}`)
    }
  }
  landed()
  held.forEach((lots, pot) => give(lots, pots[pot]!.target))
  give(free, 'rest')
  for (const { target, cents } of owing) give([{ source: 'shortfall', cents }], target)
  return [...flows.values()]
}

const lotOf = (source: string, cents: number): Lot[] => (cents > 0 ? [{ source, cents }] : [])

/** Takes an amount out of lots, as far as they reach, those that came first first. */
function draw(lots: Lot[], cents: number): Lot[] {
  const drawn: Lot[] = []
  for (let left = cents; left > 0 && lots.length > 0;) {
    const first = lots[0]!
    const part = Math.min(first.cents, left)
    drawn.push({ source: first.source, cents: part })
    left -= part
    if (part === first.cents) lots.shift()
    else lots[0] = { ...first, cents: first.cents - part }
  }
  return drawn
}
