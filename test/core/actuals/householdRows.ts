/** The rows of a household's plan: what they cost, how they are written there, and how the bank prints them. */
import type { Chance } from '../../../bench/prediction/seeded.ts'
import { addDays } from '../../../core/calendar.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'

export interface RowKind {
  collection: 'bills' | 'incomes'
  row: {
    id: string
    name: string
    amount_cents: number
    due_date: string
    schedule: Schedule
    amount_low_cents?: number
    amount_high_cents?: number
    evidence?: ReturnType<typeof evidenceFor>
  }
  gap_days: number
  /** As the bank prints it this time. */
  text: (chance: Chance) => string
  /** The amount this time, where it differs from time to time. */
  varies?: ((chance: Chance, level: number) => number) | undefined
  /** The account that the other side of the money is on. */
  leg?: 'SAVINGS' | 'CARD' | undefined
}

interface Kind {
  collection?: 'incomes'
  /** As it may be written: with a word of the bank's, and without. */
  alike: string
  unlike: string
  bank: string
  /** Minor units, from and to. */
  cents: [number, number]
  schedules: Schedule[]
  /** The deviation of its amount, as a share; its range in the plan is twice that. */
  spread?: number
  /** It differs a little and the plan has no range, as daily interest does. */
  wobble?: number
  leg?: 'SAVINGS' | 'CARD'
  probability?: number
}

const monthly: Schedule = { every: 1, unit: 'month' }
const weekly: Schedule = { every: 1, unit: 'week' }
const fortnightly: Schedule = { every: 2, unit: 'week' }
const quarterly: Schedule = { every: 3, unit: 'month' }
const yearly: Schedule = { every: 1, unit: 'year' }

const kinds: Kind[] = [
  { alike: 'Rent Harbour', unlike: 'Rent', bank: 'HARBOUR PROPERTIES', cents: [60_000, 180_000], schedules: [monthly] },
  {
    collection: 'incomes',
    alike: 'Salary Northwind',
    unlike: 'My pay',
    bank: 'NORTHWIND TRADERS PAYROLL',
    cents: [180_000, 420_000],
    schedules: [monthly, fortnightly, { every: 1, unit: 'month', on: [15, -1], shift: 'before' }],
  },
  {
    collection: 'incomes',
    alike: 'Contoso',
    unlike: 'Second job',
    bank: 'CONTOSO BAKERY',
    cents: [20_000, 90_000],
    schedules: [weekly, fortnightly],
    spread: 0.12,
    probability: 0.4,
  },
  {
    collection: 'incomes',
    alike: 'Child benefit',
    unlike: 'From the state',
    bank: 'FAMILY BENEFIT OFFICE',
    cents: [12_000, 30_000],
    schedules: [monthly],
    probability: 0.4,
  },
  { alike: 'Vattenkraft', unlike: 'Electricity', bank: 'VATTENKRAFT ENERGY', cents: [4_000, 15_000], schedules: [monthly], spread: 0.15 },
  {
    alike: 'City water',
    unlike: 'H2O',
    bank: 'CITY WATER WORKS',
    cents: [3_000, 9_000],
    schedules: [quarterly, monthly],
    probability: 0.6,
  },
  { alike: 'Fibernet', unlike: 'Internet', bank: 'FIBERNET BROADBAND', cents: [2_500, 6_000], schedules: [monthly] },
  { alike: 'Streamflix', unlike: 'Films', bank: 'STREAMFLIX.COM', cents: [799, 1_999], schedules: [monthly], probability: 0.8 },
  { alike: 'Tunebox', unlike: 'Music', bank: 'TUNEBOX AB', cents: [999, 1_099], schedules: [monthly], probability: 0.6 },
  {
    alike: 'Megastore Prime',
    unlike: 'Free parcels',
    bank: 'MEGASTORE PRIME',
    cents: [899, 1_499],
    schedules: [monthly],
    probability: 0.5,
  },
  {
    alike: 'Ironworks gym',
    unlike: 'Sports',
    bank: 'IRONWORKS FITNESS',
    cents: [1_500, 5_000],
    schedules: [monthly, weekly, fortnightly],
    probability: 0.6,
  },
  {
    alike: 'Maria Santos cleaning',
    unlike: 'Cleaning',
    bank: 'ZELLE TO MARIA SANTOS',
    cents: [4_000, 9_000],
    schedules: [weekly, fortnightly],
    probability: 0.3,
  },
  {
    alike: 'Sunny days kindergarten',
    unlike: 'Kids',
    bank: 'SUNNYDAYS KINDERGARTEN',
    cents: [15_000, 60_000],
    schedules: [monthly, weekly],
    probability: 0.3,
  },
  {
    alike: 'Granite insurance',
    unlike: 'Car, liability',
    bank: 'GRANITE INSURANCE',
    cents: [9_000, 70_000],
    schedules: [quarterly, yearly, monthly],
  },
  {
    alike: 'Autobank loan',
    unlike: 'Car',
    bank: 'AUTOBANK LOAN SERVICING',
    cents: [15_000, 45_000],
    schedules: [monthly],
    wobble: 0.008,
    probability: 0.5,
  },
  {
    alike: 'Bluecard payment',
    unlike: 'Credit card',
    bank: 'BLUECARD EPAYMENT',
    cents: [20_000, 60_000],
    schedules: [monthly],
    spread: 0.3,
    leg: 'CARD',
    probability: 0.6,
  },
  {
    alike: 'Transfer to savings',
    unlike: 'Put away',
    bank: 'TRANSFER TO SAVINGS',
    cents: [5_000, 30_000],
    schedules: [monthly, fortnightly],
    leg: 'SAVINGS',
    probability: 0.6,
  },
]

const days_of: Record<Schedule['unit'], number> = { day: 1, week: 7, month: 30, year: 365 }

export function rowsOf(chance: Chance, start_date: string): RowKind[] {
  const rows = kinds
    .filter(({ probability = 1 }) => chance.happens(probability))
    .map((kind, index) => rowOf(chance, kind, index, start_date))
  return chance.happens(0.4) ? [...rows, ...equalPhones(chance, start_date)] : rows
}

function rowOf(
  chance: Chance,
  { collection = undefined, alike, unlike, bank, cents, schedules, spread, wobble, leg }: Kind,
  index: number,
  start_date: string,
): RowKind {
  const amount_cents = rounded(chance, chance.whole(cents[0], cents[1]))
  const schedule = chance.oneOf(schedules)
  const written = chance.next()
  const [most, least] =
    spread === undefined ? [] : [Math.round(amount_cents * (1 + 2 * spread)), Math.max(100, Math.round(amount_cents * (1 - 2 * spread)))]
  return {
    collection: collection ?? 'bills',
    row: {
      id: idOf(index),
      name: written < 0.85 ? alike : unlike,
      amount_cents,
      due_date: addDays(start_date, -chance.whole(1, days_of[schedule.unit] * schedule.every)),
      schedule,
      ...(most !== undefined && { amount_low_cents: least, amount_high_cents: most }),
      ...(written < 0.6 && { evidence: evidenceFor(bank) }),
    },
    gap_days: (days_of[schedule.unit] * schedule.every) / (schedule.on?.length ?? 1),
    text: printed(bank),
    varies:
      spread !== undefined
        ? (one, level) => Math.round(level * (1 + spread * clamped(one.normal())))
        : wobble !== undefined
          ? (one, level) => Math.round(level * (1 + wobble * one.normal()))
          : undefined,
    leg,
  }
}

const clamped = (value: number): number => Math.max(-1.9, Math.min(1.9, value))

export const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Two contracts of one payee at one price on one day. */
export const alike_ids = [idOf(100), idOf(101)]

function equalPhones(chance: Chance, start_date: string): RowKind[] {
  const [amount_cents, due_date] = [rounded(chance, chance.whole(1_500, 4_000)), addDays(start_date, -chance.whole(1, 30))]
  return ['Telekom mine', 'Telekom yours'].map((name, nth) => ({
    collection: 'bills',
    row: { id: alike_ids[nth]!, name, amount_cents, due_date, schedule: monthly, evidence: evidenceFor('TELEKOM MOBILE') },
    gap_days: 30,
    text: printed('TELEKOM MOBILE'),
  }))
}

/** Many amounts are round ones, or end on 99. */
function rounded(chance: Chance, cents: number): number {
  const kind = chance.next()
  return kind < 0.35 ? Math.max(500, Math.round(cents / 500) * 500) : kind < 0.6 ? Math.floor(cents / 100) * 100 + 99 : cents
}

const printed =
  (bank: string) =>
  (chance: Chance): string => {
    const how = chance.next()
    return how < 0.4
      ? `${bank} ${chance.whole(100_000, 999_999)}`
      : how < 0.7
        ? `DIRECT DEBIT ${bank} REF ${chance.whole(1_000_000, 9_999_999)}`
        : bank
  }

const evidenceFor = (text: string) => ({
  payee: readPayee(text).key,
  confidence: 0.9,
  charges: 6,
  first_date: '2023-06-01',
  last_date: '2023-12-01',
})
