/**
 * Households as they are: bills and incomes of many kinds, rare, seasonal, loosely kept, renamed and between persons, on several accounts, among
 * shopping, fuel and cash. Each series is told beyond the cut-off, so that what comes next is known.
 */
import { dateOf, dayOf, firstOfMonth, monthOf, weekdayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/predictBills.ts'
import { chanceOf, type Chance } from './seeded.ts'

/** `own`: money between own accounts; `ended`: it does not come again. */
export interface Truth {
  kind: string
  direction: 'out' | 'in'
  account: string
  /** Days between two charges, on average. */
  period: number
  isOwn: boolean
  isEnded: boolean
  isRare: boolean
  /** All that comes, also after the cut-off. */
  charges: { id: string; day: number; amount_cents: number }[]
}
export interface Household {
  /** Up to which it was read, `YYYY-MM-DD`. */
  today: string
  transactions: AccountTransaction[]
  truths: Truth[]
}

interface Charge {
  day: number
  amount: number
  text: string
}
interface Maker {
  kind: string
  direction?: 'in'
  period: number
  isRare?: boolean
  make: (chance: Chance, name: string, from: number, cutoff: number, until: number) => Charge[]
}

const heads = [
  'NORDWIND',
  'BLUEBELL',
  'RIVERTON',
  'OAKHURST',
  'SUNDALE',
  'IRONGATE',
  'MAPLETON',
  'HARBORVIEW',
  'STONEFORD',
  'CLOUDNINE',
  'SILVERBROOK',
  'AMBERLEY',
  'FALCONER',
  'CEDARWOOD',
  'MEADOWBANK',
  'POLARIS',
  'QUARRY',
  'TAMARIND',
  'UPLANDS',
  'VERMILION',
  'WESTMERE',
  'YARROW',
  'ZENITH',
  'BRACKEN',
  'CORALINE',
  'DOVETAIL',
  'ELMBRIDGE',
  'FENWICK',
  'GLENROCK',
  'HOLLOWAY',
  'INKWELL',
  'JUNIPER',
  'KESTREL',
  'LINDEN',
  'MOORLAND',
  'NUTMEG',
]
const tails = [
  'ENERGY',
  'FITNESS',
  'MUTUAL',
  'TELECOM',
  'MEDIA',
  'HOMES',
  'WATER',
  'CLUB',
  'MUSIC',
  'SOFTWARE',
  'LENDING',
  'SCHOOL',
  'PARKING',
  'SERVICES',
  'STORAGE',
]
const given = ['ELENA', 'TOMAS', 'PRIYA', 'JONAS', 'MARTA', 'OMAR', 'SOFIE', 'HUGO', 'LEILA', 'PEDRO']
const family = ['VARGA', 'LINDQVIST', 'OKAFOR', 'MARINO', 'DUBOIS', 'HALVORSEN', 'SINGH', 'PETROV', 'KOWALSKI', 'BAUER']
const short = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

const cents = (chance: Chance, low: number, high: number): number => Math.round(Math.exp(chance.between(Math.log(low), Math.log(high))))
const codeOf = (chance: Chance, length: number): string =>
  Array.from({ length }, () => letters[chance.whole(0, letters.length - 1)]!).join('')
const atDay = (month: number, day: number): number => Math.min(firstOfMonth(month) + day, firstOfMonth(month + 1)) - 1
const monthIn = (day: number): number => ((monthOf(day) % 12) + 12) % 12
/** Weekends are left for the Monday after, or for the Friday before. */
const workday = (day: number, way: number): number =>
  weekdayOf(day) < 5 ? day : way > 0 ? day + 7 - weekdayOf(day) : day - weekdayOf(day) + 4

/** Each of so many months, on a day, rolled as the series rolls. */
function byMonth(chance: Chance, from: number, until: number, every: number, jitter = 0, day = chance.whole(1, 28)): number[] {
  const way = chance.oneOf([0, 0, 1, -1])
  const days: number[] = []
  for (let month = monthOf(from) + chance.whole(0, every - 1); ; month += every) {
    const nominal = atDay(month, day)
    if (nominal > until) return days
    const off = chance.whole(-jitter, jitter)
    const paid = way === 0 ? nominal + off : workday(nominal + off, way)
    if (paid >= from && paid <= until) days.push(paid)
  }
}
const byDays = (chance: Chance, from: number, until: number, every: number): number[] => {
  const days: number[] = []
  for (let day = from + chance.whole(0, every - 1); day <= until; day += every)
    days.push(chance.happens(0.07) ? day + chance.whole(-1, 1) : day)
  return days
}
/** A price that rises now and then. */
function priced(chance: Chance, days: readonly number[], amount: number, yearly = 0.35): number[] {
  let price = amount
  return days.map((day, at) => {
    if (at > 0 && chance.happens((yearly * (day - days[at - 1]!)) / 365)) price = Math.round(price * (1 + chance.between(0.02, 0.09)))
    return price
  })
}
const fixed = (chance: Chance, name: string, days: number[], low: number, high: number): Charge[] => {
  const prices = priced(chance, days, cents(chance, low, high))
  const way = chance.whole(0, 2)
  return days.map((day, at) => ({
    day,
    amount: prices[at]!,
    text: way === 0 ? name : way === 1 ? `${name} ${chance.whole(10_000_000, 99_999_999)}` : `DIRECT DEBIT ${name}`,
  }))
}
const rising = (chance: Chance, name: string, days: number[], low: number, high: number): Charge[] => {
  let price = cents(chance, low, high)
  return days.map((day) => {
    const amount = price
    price = Math.round(price * (1 + chance.between(-0.01, 0.09)))
    return { day, amount, text: name }
  })
}
const salary = (chance: Chance, name: string, days: number[], odd: (day: number, usual: number) => number): Charge[] => {
  const usual = priced(chance, days, cents(chance, 150_000, 450_000), 0.6)
  return days.map((day, at) => ({ day, amount: odd(day, usual[at]!), text: `${name} PAYROLL` }))
}
const lastDays = (from: number, until: number): number[] => {
  const days: number[] = []
  for (let month = monthOf(from); firstOfMonth(month + 1) - 1 <= until; month += 1)
    if (workday(firstOfMonth(month + 1) - 1, -1) >= from) days.push(workday(firstOfMonth(month + 1) - 1, -1))
  return days
}
const personOf = (chance: Chance): string => `${chance.oneOf(given)} ${chance.oneOf(family)}`
function memoOf(chance: Chance, person: string, day: number, way: number, words: readonly string[]): string {
  const word = chance.oneOf([...words, `${short[monthIn(day)]!} ${words[0]!}`, `${words[0]!} ${short[monthIn(day)]!}`, ''])
  const date = `${dateOf(day).slice(5, 7)}/${dateOf(day).slice(8)}`
  if (way === 0) return `ZELLE TO ${person} ON ${date} REF # ${codeOf(chance, 10)} ${word}`
  if (way === 1) return `Zelle payment to ${person} ${word} Conf# ${codeOf(chance, 9).toLowerCase()}`
  if (way === 2) return `FASTER PAYMENT TO ${person} REF ${word} ${codeOf(chance, 8)}`
  return `TRANSFER TO ${person} ${word} ${codeOf(chance, 12)}`
}

const makers: readonly Maker[] = [
  { kind: 'monthly fixed', period: 30, make: (c, name, from, _cutoff, until) => fixed(c, name, byMonth(c, from, until, 1), 500, 8_000) },
  { kind: 'monthly fixed', period: 30, make: (c, name, from, _cutoff, until) => fixed(c, name, byMonth(c, from, until, 1), 2_000, 30_000) },
  {
    kind: 'monthly fixed',
    period: 30,
    make: (c, name, from, _cutoff, until) => fixed(c, name, byMonth(c, from, until, 1), 60_000, 200_000),
  },
  {
    kind: 'monthly varying',
    period: 30,
    make: (c, name, from, _cutoff, until) => {
      const level = cents(c, 4_000, 15_000)
      return byMonth(c, from, until, 1, 1).map((day) => ({ day, amount: Math.round(level * c.between(0.93, 1.07)), text: name }))
    },
  },
  {
    kind: 'two weeks',
    direction: 'in',
    period: 14,
    make: (c, name, from, _cutoff, until) => fixed(c, `${name} PAYROLL`, byDays(c, from, until, 14), 90_000, 220_000),
  },
  { kind: 'weekly class', period: 7, make: (c, name, from, _cutoff, until) => fixed(c, name, byDays(c, from, until, 7), 1_000, 4_000) },
  {
    kind: 'yearly dearer',
    period: 365,
    isRare: true,
    make: (c, name, from, _cutoff, until) => rising(c, name, byMonth(c, from, until, 12, 1), 6_000, 90_000),
  },
  {
    kind: 'yearly fixed',
    period: 365,
    isRare: true,
    make: (c, name, from, _cutoff, until) => fixed(c, name, byMonth(c, from, until, 12, 0), 2_000, 15_000),
  },
  {
    kind: 'half-yearly dearer',
    period: 183,
    isRare: true,
    make: (c, name, from, _cutoff, until) => rising(c, name, byMonth(c, from, until, 6, 1), 20_000, 90_000),
  },
  {
    kind: 'quarterly loose',
    period: 91,
    isRare: true,
    make: (c, name, from, _cutoff, until) => {
      const level = cents(c, 5_000, 20_000)
      return byMonth(c, from, until, 3, 2).map((day) => ({ day, amount: Math.round(level * c.between(0.94, 1.06)), text: name }))
    },
  },
  {
    kind: 'uneven dates',
    period: 183,
    isRare: true,
    make: (c, name, from, _cutoff, until) => {
      const [one, gap] = [c.whole(0, 11), c.oneOf([3, 4, 5])]
      const days = byMonth(c, from, until, 1, 0, 10).filter((day) => monthIn(day) === one || monthIn(day) === (one + gap) % 12)
      let price = cents(c, 80_000, 250_000)
      return days.map((day) => {
        if (monthIn(day) === one) price = Math.round(price * c.between(1, 1.04))
        return { day: workday(day, 1), amount: price, text: `${name} TAX COLLECTOR` }
      })
    },
  },
  {
    kind: 'ten a year',
    period: 36,
    make: (c, name, from, _cutoff, until) => {
      const gap = c.whole(0, 11)
      let price = cents(c, 10_000, 25_000)
      return byMonth(c, from, until, 1, 0, c.whole(1, 15))
        .filter((day) => monthIn(day) !== gap && monthIn(day) !== (gap + 1) % 12)
        .map((day) => {
          if (monthIn(day) === (gap + 2) % 12) price = Math.round(price * c.between(1.02, 1.06))
          return { day, amount: price, text: `${name} COUNCIL` }
        })
    },
  },
  {
    kind: 'person rent',
    period: 30,
    make: (c, _name, from, _cutoff, until) => {
      const [person, way, amount] = [personOf(c), c.whole(0, 3), c.whole(12, 32) * 5_000]
      return byMonth(c, from, until, 1, 1, c.whole(1, 5)).map((day) => ({
        day,
        amount,
        text: memoOf(c, person, day, way, ['RENT', 'APT', 'THANKS', 'FLAT']),
      }))
    },
  },
  {
    kind: 'person fortnight',
    period: 14,
    make: (c, _name, from, _cutoff, until) => {
      const [person, way, amount] = [personOf(c), c.whole(0, 3), c.whole(8, 20) * 500]
      return byDays(c, from, until, 14).map((day) => ({
        day,
        amount,
        text: memoOf(c, person, day, way, ['CLEANING', 'HOUSE', 'LESSON', 'THX']),
      }))
    },
  },
  {
    kind: 'seasonal',
    period: 30,
    make: (c, name, from, _cutoff, until) => {
      const [level, peak, swing] = [cents(c, 5_000, 14_000), c.oneOf([0, 0, 6]), c.between(0.3, 0.6)]
      return byMonth(c, from, until, 1, 1).map((day) => ({
        day,
        amount: Math.round(
          level * (1 + swing * Math.cos(((monthIn(day) - peak) * Math.PI) / 6)) * c.between(0.95, 1.05) * 1.04 ** ((day - from) / 365),
        ),
        text: name,
      }))
    },
  },
  {
    kind: 'salary odd months',
    direction: 'in',
    period: 30,
    make: (c, name, from, _cutoff, until) =>
      salary(c, name, lastDays(from, until), (_day, usual) => (c.happens(0.2) ? Math.round(usual * c.between(0.98, 1.05)) : usual)),
  },
  {
    kind: 'thirteenth salary',
    direction: 'in',
    period: 30,
    make: (c, name, from, _cutoff, until) => {
      const extra = c.oneOf([5, 10, 11])
      return salary(c, name, lastDays(from, until), (day, usual) => (monthIn(day) === extra ? usual * 2 : usual))
    },
  },
  {
    kind: 'bonus month',
    direction: 'in',
    period: 30,
    make: (c, name, from, _cutoff, until) =>
      salary(c, name, lastDays(from, until), (_day, usual) => (c.happens(0.06) ? Math.round(usual * c.between(1.3, 2.2)) : usual)),
  },
  {
    kind: 'day changed',
    period: 30,
    make: (c, name, from, cutoff, until) => {
      const change = cutoff - c.whole(40, 200)
      const amount = cents(c, 2_000, 15_000)
      const day = c.whole(1, 12)
      return [...byMonth(c, from, change, 1, 0, day), ...byMonth(c, change + 5, until, 1, 0, day + c.whole(6, 14))].map((at) => ({
        day: at,
        amount,
        text: name,
      }))
    },
  },
  {
    kind: 'renamed',
    period: 30,
    make: (c, name, from, cutoff, until) => {
      const change = cutoff - c.whole(20, 200)
      const other = c.happens(0.6) ? `${c.oneOf(heads)} ${name.split(' ')[1]!}` : `${c.oneOf(heads)} ${c.oneOf(tails)}`
      return fixed(c, name, byMonth(c, from, until, 1), 500, 12_000).map((charge) =>
        charge.day > change ? { ...charge, text: other } : { ...charge, text: name },
      )
    },
  },
  {
    kind: 'two names',
    period: 30,
    make: (c, name, from, _cutoff, until) => {
      const head = name.split(' ')[0]!
      return fixed(c, name, byMonth(c, from, until, 1), 4_000, 20_000).map((charge) => ({
        ...charge,
        text: c.happens(0.5) ? `${head} AUTOPAY` : `${head} CAR COVER`,
      }))
    },
  },
  {
    kind: 'paused',
    period: 30,
    make: (c, name, from, cutoff, until) => {
      const gap = cutoff - c.whole(150, 350)
      return fixed(c, name, byMonth(c, from, until, 1), 1_000, 8_000).filter(({ day }) => day < gap || day > gap + 92)
    },
  },
  {
    kind: 'monthly loose',
    period: 30,
    make: (c, name, from, _cutoff, until) => {
      const level = cents(c, 3_000, 15_000)
      const day = c.whole(2, 24)
      const near = byMonth(c, from, until, 1, 2, day)
      return near.map((at) => ({
        day: at,
        amount: c.happens(0.1) ? Math.round(level * c.between(1.02, 1.15)) : level + c.whole(0, 5),
        text: name,
      }))
    },
  },
  {
    kind: 'ended',
    period: 30,
    make: (c, name, from, cutoff, until) =>
      fixed(c, name, byMonth(c, from, until, 1), 800, 9_000).filter(({ day }) => day < cutoff - c.whole(80, 82)),
  },
]

/** One household with each kind once, read until `cutoff`, over so many days before it. */
export function household(seed: number, cutoffDate: string, days: number): Household {
  const chance = chanceOf(seed)
  const cutoff = dayOf(cutoffDate)! + chance.whole(0, 27)
  const [from, until] = [cutoff - days, cutoff + 400]
  const all: Household = { today: dateOf(cutoff), transactions: [], truths: [] }
  let count = 0
  const put = (account: string, day: number, amount_cents: number, payee: string): string => {
    count += 1
    const id = `${seed}-${count}`
    if (day <= cutoff && day >= from) all.transactions.push({ id, date: dateOf(day), amount_cents, payee, memo: '', account })
    return id
  }
  const names = heads.map((head) => ({ head, order: chance.next() })).sort((a, b) => a.order - b.order)
  // Long before what is read, so that a short reading starts anywhere in a series.
  const early = from - 20
  makers.forEach(({ kind, direction, period, isRare, make }, at) => {
    const account = direction !== 'in' && chance.happens(0.3) ? 'card' : 'main'
    const charges = make(chance, `${names[at]!.head} ${chance.oneOf(tails)}`, early, cutoff, until)
    const sign = direction === 'in' ? 1 : -1
    all.truths.push({
      kind,
      direction: direction ?? 'out',
      account,
      period,
      isOwn: false,
      isEnded: kind === 'ended',
      isRare: isRare ?? false,
      charges: charges.map(({ day, amount, text }) => ({ id: put(account, day, sign * amount, text), day, amount_cents: amount })),
    })
  })
  own(chance, early, until, put, all)
  shop(chance, from, cutoff, put)
  return all
}

/** The card's bill paid from the main account, and saving; the second card is read alone. */
function own(
  chance: Chance,
  from: number,
  until: number,
  put: (account: string, day: number, amount_cents: number, payee: string) => string,
  all: Household,
): void {
  const sides = (kind: string, days: number[], amountOf: () => number, to: string, out: string, into: string, isSeen: boolean): void => {
    const both = days.map((day) => ({ day, amount_cents: amountOf(), late: chance.whole(0, 3) }))
    const add = (direction: 'in' | 'out', account: string, text: string): void => {
      all.truths.push({
        kind,
        direction,
        account,
        period: 30,
        isOwn: true,
        isEnded: false,
        isRare: false,
        charges: both.map(({ day, amount_cents, late }) => ({
          id: put(account, direction === 'in' ? day + late : day, direction === 'in' ? amount_cents : -amount_cents, text),
          day,
          amount_cents,
        })),
      })
    }
    if (isSeen) add('out', 'main', out)
    add('in', to, into)
  }
  sides(
    'own card',
    byMonth(chance, from, until, 1, 1),
    () => cents(chance, 30_000, 160_000),
    'card',
    'CARDBANK EPAYMENT',
    chance.oneOf(['PAYMENT THANK YOU', 'AUTOMATIC PAYMENT RECEIVED', 'ONLINE PAYMENT - THANK YOU']),
    true,
  )
  const saved = chance.whole(4, 40) * 2_500
  sides('own savings', byMonth(chance, from, until, 1), () => saved, 'savings', 'TRANSFER TO SAVER', 'TRANSFER FROM CURRENT', true)
  sides(
    'lone card',
    byMonth(chance, from, until, 1, 1),
    () => cents(chance, 20_000, 90_000),
    'lone card',
    '',
    chance.oneOf(['PAYMENT THANK YOU - WEB', 'AUTOPAY PAYMENT RECEIVED', 'PAYMENT RECEIVED']),
    false,
  )
}

/** What repeats by nobody's will. */
function shop(
  chance: Chance,
  from: number,
  until: number,
  put: (account: string, day: number, amount_cents: number, payee: string) => string,
): void {
  const around = (middle: number, spread: number): number => Math.max(50, Math.round(middle * Math.exp(spread * chance.normal())))
  const weekly = around(9_000, 0.2)
  for (let day = from + chance.whole(0, 6); day <= until; day += 7)
    if (!chance.happens(0.06))
      put('main', day + (chance.happens(0.15) ? 1 : 0), -around(weekly, 0.13), `GREENGROCER ${chance.whole(100, 999)}`)
  const habits: [string, number, number, () => number][] = [
    ['CORNER BAKERY', 2, 9, () => around(900, 0.5)],
    ['MARKET HALL', 2, 9, () => around(3_200, 0.6)],
    ['ESPRESSO BAR', 1, 6, () => chance.oneOf([350, 420, 480, 480, 890])],
    ['OSTERIA', 10, 60, () => around(4_200, 0.4)],
    ['PETROL STATION', 6, 16, () => around(5_200, 0.2)],
    ['ONLINE BAZAAR', 2, 25, () => around(2_700, 0.9)],
    ['CASH WITHDRAWAL', 4, 25, () => 2_000 * chance.whole(1, 10)],
    ['CHEMIST', 10, 70, () => around(1_500, 0.6)],
    ['BARBER', 25, 60, () => 2_800],
    ['CINEMA', 20, 90, () => chance.oneOf([1_200, 2_400])],
    ['HARDWARE STORE', 20, 120, () => around(3_000, 0.8)],
    ['BOOKSHOP', 20, 100, () => around(1_800, 0.4)],
  ]
  for (const [payee, least, most, amount] of habits) {
    const account = chance.oneOf(['main', 'card', 'lone card'])
    for (let day = from + chance.whole(0, most); day <= until; day += chance.whole(least, most))
      put(account, day, -amount(), `${payee} ${chance.whole(100, 999)}`)
  }
  // Payees that are met once or twice.
  for (let nth = 0; nth < (until - from) / 6; nth += 1) {
    const payee = `${codeName(chance)} ${chance.oneOf(['SHOP', 'CAFE', 'STORE', 'TICKETS'])}`
    for (let times = chance.happens(0.2) ? 2 : 1; times > 0; times -= 1) put('card', chance.whole(from, until), -around(2_500, 0.8), payee)
  }
}
const codeName = (chance: Chance): string =>
  Array.from({ length: 3 }, () => chance.oneOf(['LA', 'MO', 'RI', 'TU', 'SEN', 'KA', 'DO', 'VEL', 'NI', 'BAR'])).join('')
