/** Some accounts beside the main one, worked out together: what their rows move, and what is there at each day's end. */
import { accountMoney, type PlainDays } from './account-money.ts'
import { borneBefore } from './borne-before.ts'
import { addFlow, addRow, type Flow } from './day-sums.ts'
import { amountsInTurn } from './due-amounts.ts'
import { layOut } from './layout.ts'
import { main, outside, type Place } from './posting.ts'
import type { PotMoney, Tell } from './pot-money.ts'
import type { AccountPart, PartDays, PartMoney, SimulationSetup } from './setup.ts'

/** `given`: what other parts bring. */
export function partMoney(setup: SimulationSetup, part: AccountPart, given: readonly Flow[], tell?: Tell): PartMoney {
  const { places, occurrences, first_pot } = setup
  const { accounts, from, to, paid_from } = places
  const { holds } = setup.pots
  const { tables, credits } = plainDays(setup, part, given)
  const money = accountMoney(part, places, occurrences, { tables, credits, isBorne: borneBefore(setup) }, tell)
  const taken = new Map<number, { cents: Float64Array; next: number }>()
  for (const which of part.ordered) {
    if (from[which]! >= 0 && to[which]! > 0 && accounts[to[which]! - 1]!.kind === 'loan')
      taken.set(which, { cents: new Float64Array(occurrences.dates[which]!.effective.length), next: 0 })
  }
  const flows: (Flow | undefined)[] = []
  let pots: PotMoney | null = null

  const add: PartMoney['add'] = (place, cents, day) => {
    if (tables[place]) return money.add(place, cents, day)
    // Who hears every posting needs no sums of them.
    if (cents === 0 || tell) return
    const flow = (flows[place] ??= { place, days: [], cents: [] })
    flow.days.push(day)
    flow.cents.push(cents)
  }
  const move: PartMoney['move'] = (which, wanted, day, event) => {
    const [out, into] = [from[which]!, to[which]!]
    const rule = out === outside ? 'income' : into === outside ? 'bill' : 'transfer'
    const cents = rule === 'transfer' ? money.taken(into, wanted, day, event) : wanted
    const own = taken.get(which)
    if (own) own.cents[own.next++] = cents
    if (out !== outside) add(out, -cents, day)
    if (into !== outside) add(into, cents, day)
    if (tell && (cents > 0 || rule === 'income')) tell({ rule, day, event, allocation: -1, from: out, to: into, cents })
  }
  const share: PartMoney['share'] = (place, wanted, day, event) => {
    const cents = money.room(place, wanted, day, event)
    add(place, cents, day)
    add(main, -cents, day)
    return cents
  }
  const pay = (place: Place, cents: number, day: number, due_day: number): number => {
    const hold = holds[place]!
    const held = hold < 0 ? 0 : Math.min(cents, pots!.held[hold]!)
    const posting = { rule: 'card_payment' as const, day, event: -1, allocation: -1, to: place, due_day }
    add(place, cents, day)
    add(paid_from[place]!, held - cents, day)
    if (tell && held > 0) tell({ ...posting, from: first_pot + hold, cents: held })
    if (tell && cents > held) tell({ ...posting, from: paid_from[place]!, cents: cents - held })
    if (hold < 0) return 0
    pots!.held[hold]! -= held
    add(main, -held, day)
    working.held_paid_cents += held
    giveBack(place, hold, day, due_day)
    return held
  }
  /** No more is held than is owed. */
  const giveBack = (place: Place, hold: number, day: number, due_day: number): void => {
    const over = pots!.held[hold]! - Math.max(0, -money.balance[place]!)
    if (over <= 0) return
    pots!.held[hold]! -= over
    working.released_cents += over
    tell?.({ rule: 'released', day, event: -1, allocation: -1, from: first_pot + hold, to: main, cents: over, due_day })
  }
  const finish: PartMoney['finish'] = (end_day) => {
    // The day after the last begins empty, so that what is there as it begins is what the last ends with.
    for (const place of part.places) money.reach(place, end_day)
    return {
      places: part.places,
      tables: part.places.map((place) => tables[place]!),
      payments: part.places.map((place) => money.payments.filter((payment) => payment.place === place)),
      interest: part.places.map((place) => money.interest[place]!),
      taken: part.ordered.map((which) => taken.get(which)?.cents ?? null),
      flows: flows.filter((flow) => flow !== undefined),
    }
  }
  const working: PartMoney = {
    money,
    held_paid_cents: 0,
    released_cents: 0,
    add,
    move,
    share,
    end: (day) => money.endDay(day, pay),
    finish,
    withPots: (given) => void (pots = given),
  }
  if (tell) for (const place of part.places) tellBalance(place, money.balance[place]!, tell)
  return working
}

/** What is on an account as the first day begins. */
function tellBalance(place: Place, balance_cents: number, tell: Tell): void {
  const [from, to] = balance_cents < 0 ? [place, outside] : [outside, place]
  tell({ rule: 'balance', day: 0, event: -1, allocation: -1, from, to, cents: Math.abs(balance_cents) })
}

/** What comes onto each account and leaves it by day, as far as nothing decides it: of cards, what comes on stands apart. */
function plainDays(
  { places, occurrences, amounts, first_pot }: SimulationSetup,
  part: AccountPart,
  given: readonly Flow[],
): Omit<PlainDays, 'isBorne'> {
  const { accounts, from, to } = places
  const dayCount = occurrences.until_day - occurrences.start_day
  const tables: (Float64Array | null)[] = Array.from({ length: first_pot }, () => null)
  const credits = tables.slice()
  for (const place of part.places) {
    tables[place] = new Float64Array(dayCount + 1)
    if (accounts[place - 1]!.card) credits[place] = new Float64Array(dayCount + 1)
  }
  for (const which of part.plain) {
    const [out, into] = [from[which]!, to[which]!]
    if (out > 0 && tables[out]) addRow(tables[out], occurrences, amounts, which, -1)
    const onto = into > 0 ? (credits[into] ?? tables[into]) : null
    if (onto) addRow(onto, occurrences, amounts, which, 1)
  }
  for (const flow of given) addFlow(tables[flow.place]!, flow, 1)
  return { tables, credits }
}

/** Works out a part whose rows no pot has to do with. */
export function partDays(setup: SimulationSetup, part: AccountPart, given: readonly Flow[]): PartDays {
  const working = partMoney(setup, part, given)
  const { occurrences, amounts } = setup
  const { happens } = working.money
  const dayCount = occurrences.until_day - occurrences.start_day
  if (part.ordered.length === 0 && happens === null) return working.finish(dayCount)
  const layout = part.ordered.length === 0 ? null : layOut(occurrences, Int32Array.from(part.ordered))
  const nextAmount = amountsInTurn(amounts)
  let event = 0
  for (let day = 0; day < dayCount; day += 1) {
    if (layout !== null)
      for (const end = layout.first[day + 1]!; event < end; event += 1)
        working.move(layout.row[event]!, nextAmount(layout.row[event]!), day, -1)
    if (happens !== null && happens[day] === 1) working.end(day)
  }
  return working.finish(dayCount)
}
