/**
 * Generated households whose cards are held against files of the bank, and what their ledger says of each turn: what was paid when, and how
 * far each account's files go.
 */
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { HeldAccount, Links } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { paid, paidInFull, plan, rowId } from './plans.ts'

type Chance = ReturnType<typeof chanceOf>

export const second_id = rowId(8)
const card_ids = [rowId(5), rowId(6)]
const names = ['Visa', 'Amex']
export const heldLinks: Links = { MAIN: null, SECOND: second_id, VISA: card_ids[0]!, AMEX: card_ids[1]! }
const main_cents = 500_000
const second_cents = 290_000
/** Days after which a card's own file has a payment that left on its due day. */
const days_to_arrive = 4

export const dayOn = (day: number): string => addDays('2026-02-28', day)

const fileOf = (account: string, list: readonly AccountTransaction[], opening: number) => {
  const all = list.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return (day: number): HeldAccount => {
    const balance_date = dayOn(day)
    const transactions = all.filter(({ date }) => date <= balance_date)
    const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
  }
}
type File = ReturnType<typeof fileOf>

/** The accounts whose files tell no balance, of two households in three. */
function untoldOf(seed: number): Set<string> {
  const chance = chanceOf(seed + 7_000_000)
  return new Set(chance.happens(1 / 3) ? [] : ['MAIN', 'SECOND', 'VISA', 'AMEX'].filter(() => chance.happens(0.5)))
}

export const withoutBalance = (file: HeldAccount): HeldAccount => ({
  ...file,
  balance_cents: null,
  balance_date: null,
  balance_agrees: undefined,
})

/** A file without a balance tells of the days until its last transaction. */
function toldUntil(untold: ReadonlySet<string>, file: File, day: number): number {
  const { account, transactions } = file(day)
  if (day === 0 || !untold.has(account)) return day
  return Array.from({ length: day }, (_, nth) => day - nth).find((one) => transactions.some(({ date }) => date === dayOn(one)))!
}

function shopping(chance: Chance, payee: string, cents: number): AccountTransaction[] {
  const list: AccountTransaction[] = []
  for (let day = 1; day <= 31; day += chance.whole(1, 7)) list.push(paid(dayOn(day), -chance.whole(1, 40) * 100 - cents, payee))
  return list
}

/** Money that left an account for a card, and came onto it. */
interface Paying {
  on: number
  leg: number
  cents: number
}

const manners = ['whole', 'whole', 'early', 'late', 'other', 'twice', 'missing'] as const

function payings(chance: Chance, how: (typeof manners)[number], due: number, planned: number): Paying[] {
  const paying = (on: number, cents = planned): Paying => ({ on, leg: on + chance.oneOf([0, 0, 1, 2]), cents })
  switch (how) {
    case 'whole':
      return [paying(due)]
    case 'early':
      return [paying(Math.max(1, due - chance.whole(1, 5)))]
    case 'late':
      return [paying(due + chance.whole(1, 9))]
    case 'other':
      return [paying(due + chance.whole(0, 3), planned + chance.oneOf([-1, 1]) * chance.whole(1, Math.floor(planned / 2)))]
    case 'twice':
      return [paying(due), paying(due + chance.whole(0, 3))]
    case 'missing':
      return []
  }
}

export interface CardHeld {
  id: string
  name: string
  pays: 'statement' | 'minimum' | 'fixed'
  from: 'MAIN' | 'SECOND'
  due: number
  closing: number
  planned: number
  opening: number
  how: (typeof manners)[number]
  paying: Paying[]
  /** The day on which somebody else was paid just as much; 0: nobody was. */
  stranger: number
  file: File
}

function cardOf(chance: Chance, nth: number) {
  const due = chance.whole(4, 16)
  const closing = chance.whole(due + 6, 27)
  const statement_cents = chance.whole(60, 400) * 100 + nth
  const opening = 0 - statement_cents - chance.whole(0, 90) * 100
  const pays = chance.oneOf(['statement', 'statement', 'minimum', 'fixed'] as const)
  const fixed_cents = 5_000 + nth
  const planned = { statement: statement_cents, minimum: Math.max(Math.ceil(statement_cents / 10), 2_000 + nth), fixed: fixed_cents }[pays]
  const from = chance.oneOf(['MAIN', 'SECOND', 'SECOND'] as const)
  const how = chance.oneOf(manners)
  const paying = payings(chance, how, due, planned)
  const stranger = how !== 'other' && chance.happens(0.25) ? Math.max(1, due + chance.whole(-6, 8)) : 0
  const own = [
    paid('2026-02-02', 0 - statement_cents, 'SHOES'),
    paid('2026-02-28', statement_cents + opening, 'SHOES'),
    ...paying.map(({ leg, cents }) => paid(dayOn(leg), cents, 'PAYMENT THANK YOU')),
    ...shopping(chance, 'KIOSK', 3),
  ]
  const name = names[nth]!
  const left = [
    ...paying.map(({ on, cents }) => paid(dayOn(on), 0 - cents, `${name.toUpperCase()} AUTOPAY`)),
    ...(stranger > 0 ? [paid(dayOn(stranger), 0 - planned, chance.oneOf(['FURNITURE HOUSE', 'XFER 0099']))] : []),
  ]
  const rule = { due_day: due, closing_day: closing, statement_cents, pays, fixed_cents, minimum_percent: 10, minimum_cents: 2_000 + nth }
  const card = paidInFull({ ...rule, paid_from_account_id: heldLinks[from] })
  const account = { id: card_ids[nth]!, name, kind: 'card' as const, balance_cents: opening, card }
  const file = fileOf(name.toUpperCase(), own, opening)
  const held: CardHeld = { id: account.id, name, pays, from, due, closing, planned, opening, how, paying, stranger, file }
  return { account, left, held }
}

/** Until which day each account's files go, in one turn; 0: none was read. */
export interface Until {
  main: number
  second: number
  cards: number[]
}

/** How an account beside the main one is read: as the main one, some days behind or ahead, only in the last turn, or never. */
type Reading = 'never' | 'late' | 'lagging' | 'inOrder'

function readUntil(chance: Chance, reading: Reading, main: readonly number[]): number[] {
  let last = 0
  return main.map((day, turn) => {
    if (reading === 'never' || (reading === 'late' && turn < main.length - 1)) return 0
    const until = reading === 'lagging' ? Math.max(1, day - chance.whole(1, 12)) : Math.max(1, day + chance.oneOf([-1, 0, 0, 0, 1, 3]))
    return (last = Math.max(last, until))
  })
}

export function householdHeld(seed: number) {
  const chance = chanceOf(seed)
  const cards = Array.from({ length: chance.oneOf([1, 1, 2]) }, (_, nth) => cardOf(chance, nth))
  const of = (name: 'MAIN' | 'SECOND', opening: number): File =>
    fileOf(
      name,
      [
        paid('2026-02-20', -100, 'BAKERY'),
        ...cards.flatMap(({ held, left }) => (held.from === name ? left : [])),
        ...shopping(chance, 'BAKERY', 7),
      ],
      opening,
    )
  const [main, second] = [of('MAIN', main_cents), of('SECOND', second_cents)]
  const days = Array.from({ length: chance.whole(1, 4) }, () => chance.whole(1, 30)).sort((a, b) => a - b)
  const readings = ['never', 'late', 'lagging', 'inOrder'] as const
  const reading = chance.oneOf(readings)
  const readSecond = readUntil(chance, reading, days)
  const cardReadings = cards.map(() => chance.oneOf(readings))
  const readCards = cardReadings.map((one) => readUntil(chance, one, days))
  const untils = days.map((day, turn): Until => ({ main: day, second: readSecond[turn]!, cards: readCards.map((one) => one[turn]!) }))
  const untold = untoldOf(seed)
  const asRead = (file: HeldAccount): HeldAccount => (untold.has(file.account) ? withoutBalance(file) : file)
  const held = untils.map((until) =>
    [
      main(until.main),
      ...(until.second > 0 ? [second(until.second)] : []),
      ...cards.flatMap((one, nth) => (until.cards[nth]! > 0 ? [one.held.file(until.cards[nth]!)] : [])),
    ].map(asRead),
  )
  const account = { id: second_id, name: 'Second', kind: 'checking' as const, balance_cents: second_cents }
  const planned = untold.has('MAIN') ? { planning_balance_cents: main_cents } : {}
  const scenario = plan({ accounts: [...cards.map((one) => one.account), account] }, planned)
  const known = untils.map((until): Until => ({
    main: toldUntil(untold, main, until.main),
    second: toldUntil(untold, second, until.second),
    cards: cards.map((one, nth) => toldUntil(untold, one.held.file, until.cards[nth]!)),
  }))
  return { scenario, cards: cards.map((one) => one.held), untils: known, held, main, second, reading, cardReadings, untold }
}
export type HouseholdHeld = ReturnType<typeof householdHeld>

/** What is known of a card's date in March once files have been read until some days. */
export interface KnownOfCard {
  /** What was paid of it, by the files of the account that pays it, or where that is never read by the card's own. */
  counted: Paying[]
  /** Nothing tells of it, so that it counts as it was planned. */
  isAsPlanned: boolean
  /** Somebody else's payment of just the sum is in a file; and it may stand for the date. */
  isSeen: boolean
  mayStand: boolean
}

export function knownOf(card: CardHeld, until: Until, nth: number): KnownOfCard {
  const own = until.cards[nth]!
  const source = card.from === 'MAIN' ? until.main : until.second
  const isNever = source === 0
  const counted = card.paying.filter(({ on, leg }) => (isNever ? leg <= own : on <= source))
  const isPast = card.due < until.main
  const isAsPlanned = isNever && counted.length === 0 && isPast && (own === 0 || own < card.due + days_to_arrive)
  const isSeen = card.stranger > 0 && card.stranger <= source
  const mayStand = isSeen && counted.length === 0 && isPast
  return { counted, isAsPlanned, isSeen, mayStand }
}

/** What must be on the accounts then; of a card for which somebody else's payment may stand, both. */
export function balancesOf({ cards, main, second }: HouseholdHeld, until: Until): string[][] {
  const known = cards.map((card, nth) => knownOf(card, until, nth))
  const paidOf = (nth: number, is: (one: Paying) => boolean): number =>
    known[nth]!.counted.filter(is).reduce((sum, { cents }) => sum + cents, 0) + (known[nth]!.isAsPlanned ? cards[nth]!.planned : 0)
  const fromSecond = cards.reduce((sum, { from }, nth) => (from === 'SECOND' ? sum + paidOf(nth, () => true) : sum), 0)
  return [
    [`main ${main(until.main).balance_cents}`],
    ...cards.map((card, nth) => {
      const own = until.cards[nth]!
      const { counted, isSeen, mayStand } = known[nth]!
      const early = card.paying
        .filter((one) => own > 0 && one.leg <= own && !counted.includes(one))
        .reduce((sum, { cents }) => sum + cents, 0)
      const told = own === 0 ? card.opening : card.file(own).balance_cents!
      const is = told - early + paidOf(nth, ({ leg }) => own === 0 || leg > own)
      const may = [...(isSeen ? [early, Math.min(early, card.planned)] : []), ...(mayStand ? [card.planned] : [])]
      return [is, ...may.map((cents) => is + cents)].map((cents) => `${card.name} ${cents}`)
    }),
    [`Second ${until.second > 0 ? second(until.second).balance_cents : second_cents - fromSecond}`],
  ]
}
