/** Nearly seventy kinds of what people pay and are paid again and again, as told by those who keep books, not by what looks for it. */
import { civilOf, firstOfMonth, monthOf, weekdayOf } from '../../core/calendar.ts'
import type { Chance } from './seeded.ts'
import { firmName, personName, textsOf, type Country, type Text, type Way } from './secondWords.ts'

export interface Scene {
  chance: Chance
  country: Country
  from: number
  cutoff: number
  until: number
}
export interface Row extends Text {
  day: number
  amount: number
}
export interface Kind {
  name: string
  countries: string
  period: number
  direction?: 'in'
  isRare?: true
  /** How often beside others. */
  share?: number
  make: (scene: Scene) => { rows: Row[]; isEnded?: boolean }
}

/* Days. */
const nth = (month: number, day: number): number => Math.min(firstOfMonth(month) + day, firstOfMonth(month + 1)) - 1
/** Where a bank is closed: as it falls (0), the next working day (1), the one before (-1). */
const open = (day: number, way: number): number =>
  way === 0 || weekdayOf(day) < 5 ? day : way > 0 ? day + 7 - weekdayOf(day) : day - weekdayOf(day) + 4
const lastWorkday = (month: number): number => open(firstOfMonth(month + 1) - 1, -1)
function monthly(
  scene: Scene,
  { day, way = 0, every = 1, late = () => 0 }: { day: number; way?: number; every?: number; late?: () => number },
): number[] {
  const start = monthOf(scene.from) + scene.chance.whole(0, every - 1)
  const days: number[] = []
  for (let month = start; firstOfMonth(month) <= scene.until; month += every) days.push(open(nth(month, day), way) + late())
  return days
}
function passes({ chance, from, until }: Scene, step: number): number[] {
  const days: number[] = []
  for (let day = from + chance.whole(0, step - 1); day <= until; day += step) days.push(day)
  return days
}
const monthIn = (day: number): number => civilOf(day).month
function datesOfYear(scene: Scene, dates: readonly (readonly [number, number])[], way = 1): number[] {
  const days: number[] = []
  for (let year = civilOf(scene.from).year; year <= civilOf(scene.until).year; year += 1)
    for (const [month, day] of dates) days.push(open(nth((year - 1970) * 12 + month - 1, day), way))
  return days.sort((a, b) => a - b)
}

/* Amounts: of a day and how many there were before. */
type Amount = (day: number, index: number) => number
const around = (chance: Chance, low: number, high: number): number => Math.round(low * (high / low) ** chance.next())
const priced = (chance: Chance, low: number, high: number): number =>
  chance.oneOf([-1, -1, 0, -5]) + Math.max(100, Math.round(around(chance, low, high) / 100) * 100)
/** One price, dearer each so many days by a few in a hundred. */
function stepping(chance: Chance, price: number, everyDays: number, least = 0.02, most = 0.08): Amount {
  const at = chance.whole(0, everyDays - 1)
  const rates = Array.from({ length: 40 }, () => 1 + chance.between(least, most))
  return (day) =>
    Math.round(rates.slice(0, Math.floor((day + at) / everyDays) - Math.floor(18_000 / everyDays)).reduce((sum, rate) => sum * rate, price))
}
const flat =
  (price: number): Amount =>
  () =>
    price
const wobbling =
  (chance: Chance, price: number, part: number): Amount =>
  () =>
    Math.max(50, Math.round(price * Math.exp(part * chance.normal())))
const winter = [1.9, 1.7, 1.4, 1, 0.65, 0.45, 0.4, 0.4, 0.5, 0.85, 1.35, 1.75]
const summer = [0.8, 0.75, 0.75, 0.8, 1, 1.35, 1.6, 1.6, 1.3, 0.95, 0.75, 0.8]
function seasonal(scene: Scene, price: number, profile: readonly number[], noise: number): Amount {
  const shift = scene.country === 'AU' ? 6 : 0
  const level = scene.chance.between(0.97, 1.06)
  const first = civilOf(scene.from).year
  return (day) =>
    Math.round(
      price * level ** (civilOf(day).year - first) * profile[(monthIn(day) - 1 + shift) % 12]! * Math.exp(noise * scene.chance.normal()),
    )
}

/** The rows of days and amounts, in the words of one way and name. */
function told(scene: Scene, way: Way, name: string, days: readonly number[], amount: Amount, sign = -1): { rows: Row[] } {
  const texts = textsOf(scene.chance, scene.country, way, name)
  return { rows: days.map((day, index) => ({ day, amount: sign * amount(day, index), ...texts(day, index) })) }
}
const loose = (chance: Chance, spread: number) => (): number => Math.round(spread * chance.normal())
const drawn = (chance: Chance): number => chance.oneOf([0, 1, 1, -1])
const anyDay = (chance: Chance): number =>
  chance.oneOf([1, 1, 2, 3, 5, 7, 8, 10, 12, 14, 15, 15, 17, 18, 20, 21, 22, 24, 25, 26, 27, 28, 30])
/** A plain bill by the month. */
const bill = (
  name: string,
  trade: string,
  way: Way,
  low: number,
  high: number,
  amount: (scene: Scene, price: number) => Amount,
  countries = '*',
  share = 1,
): Kind => ({
  name,
  countries,
  period: 30,
  share,
  make: (scene) =>
    told(
      scene,
      way,
      firmName(scene.chance, trade),
      monthly(scene, { day: anyDay(scene.chance), way: way === 'card' ? 0 : drawn(scene.chance) }),
      amount(scene, priced(scene.chance, low, high)),
    ),
})
const yearlyStep = ({ chance }: Scene, price: number): Amount => stepping(chance, price, 365)
const seldomStep = ({ chance }: Scene, price: number): Amount => stepping(chance, price, 700, 0.05, 0.15)
const never = (_scene: Scene, price: number): Amount => flat(price)
const wage = (
  name: string,
  countries: string,
  period: number,
  days: (scene: Scene) => number[],
  amount: (scene: Scene, price: number) => Amount,
  share = 1,
): Kind => ({
  name,
  countries,
  period,
  direction: 'in',
  share,
  make: (scene) =>
    told(
      scene,
      'wage',
      firmName(scene.chance, scene.chance.oneOf(['Health', 'Foods', 'Logistics', 'Systems'])),
      days(scene),
      amount(scene, Math.round((around(scene.chance, 160_000, 420_000) * period) / 30)),
      1,
    ),
})
/** Net pay: the same but for a few odd months. */
function netPay({ chance }: Scene, price: number, odd = 0.12): Amount {
  const step = stepping(chance, price, 365, 0.01, 0.05)
  return (day) => Math.round(step(day, 0) * (chance.happens(odd) ? chance.between(0.85, 1.25) : 1))
}
const payday = (scene: Scene): number[] => {
  const { chance, country } = scene
  const style = chance.whole(0, 2)
  if (style === 0) return monthly(scene, { day: 15 }).map((day) => lastWorkday(monthOf(day)))
  return monthly(scene, { day: country === 'UK' ? chance.oneOf([25, 28]) : chance.oneOf([15, 25, 27, 28]), way: -1 })
}

const rare = (
  name: string,
  trade: string,
  way: Way,
  countries: string,
  period: number,
  days: (scene: Scene) => number[],
  amount: (scene: Scene, price: number) => Amount,
  low: number,
  high: number,
): Kind => ({
  name,
  countries,
  period,
  isRare: true,
  make: (scene) => told(scene, way, firmName(scene.chance, trade), days(scene), amount(scene, priced(scene.chance, low, high))),
})
const oneDate = (scene: Scene): number[] =>
  datesOfYear(scene, [[scene.chance.whole(1, 12), scene.chance.whole(1, 28)]], drawn(scene.chance))

export const kinds: readonly Kind[] = [
  bill('rent', 'Property', 'order', 60_000, 180_000, yearlyStep, '*', 2),
  bill('mortgage', 'Building Society', 'debit', 70_000, 200_000, seldomStep),
  bill('streaming', 'TV', 'card', 700, 2_000, seldomStep, '*', 2),
  bill('music', 'Music', 'card', 900, 1_800, never, '*', 2),
  bill('gym', 'Fitness', 'debit', 1_900, 6_000, seldomStep),
  bill(
    'phone contract',
    'Mobile',
    'debit',
    1_000,
    9_000,
    ({ chance }, price) =>
      (): number =>
        price + (chance.happens(0.2) ? chance.whole(20, 400) : 0),
  ),
  bill('internet', 'Broadband', 'debit', 2_500, 9_000, yearlyStep),
  bill(
    'power by instalments',
    'Energie',
    'debit',
    5_000,
    16_000,
    ({ chance }, price) => stepping(chance, price, 365, -0.1, 0.18),
    'DE FR UK',
  ),
  bill('water by the month', 'Water', 'debit', 2_500, 8_000, ({ chance }, price) => wobbling(chance, price, 0.06), 'US UK'),
  bill('car loan', 'Auto Finance', 'debit', 15_000, 55_000, never),
  bill('car insurance by the month', 'Insurance', 'debit', 4_000, 18_000, yearlyStep),
  bill('health insurance', 'Kasse', 'debit', 6_000, 40_000, yearlyStep),
  bill('charity', 'Relief', 'debit', 500, 5_000, never),
  bill('cloud storage', 'Cloud', 'card', 100, 1_000, never),
  bill('abroad in another currency', 'Hosting', 'card', 800, 6_000, ({ chance }, price) => wobbling(chance, price, 0.015)),
  bill('metered', 'Compute', 'card', 1_500, 9_000, ({ chance }, price) => wobbling(chance, price, 0.05)),
  bill('bank fee', 'Account Fee', 'debit', 300, 1_500, never),
  {
    name: 'paid by hand',
    countries: '*',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'order',
        firmName(scene.chance, 'Utilities'),
        monthly(scene, { day: scene.chance.whole(4, 26), late: loose(scene.chance, 1.3) }),
        scene.chance.happens(0.5)
          ? flat(priced(scene.chance, 3_000, 12_000))
          : wobbling(scene.chance, priced(scene.chance, 3_000, 12_000), 0.03),
      ),
  },
  {
    name: 'gas by the season',
    countries: '*',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'debit',
        firmName(scene.chance, 'Gas'),
        monthly(scene, { day: anyDay(scene.chance), way: drawn(scene.chance) }),
        seasonal(scene, around(scene.chance, 5_000, 11_000), winter, 0.045),
      ),
  },
  {
    name: 'power by the season',
    countries: 'US AU',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'debit',
        firmName(scene.chance, 'Electric'),
        monthly(scene, { day: scene.chance.whole(3, 26), late: loose(scene.chance, 0.8) }),
        seasonal(scene, around(scene.chance, 9_000, 20_000), summer, 0.045),
      ),
  },
  {
    name: 'ten a year',
    countries: 'UK',
    period: 36,
    make: (scene) => {
      const days = monthly(scene, { day: scene.chance.oneOf([1, 1, 5, 15, 28]), way: 1 }).filter(
        (day) => monthIn(day - 3) !== 2 && monthIn(day - 3) !== 3 && monthIn(day) !== 2 && monthIn(day) !== 3,
      )
      const price = around(scene.chance, 12_000, 24_000)
      return told(scene, 'debit', firmName(scene.chance, 'Council'), days, (day) =>
        Math.round(price * 1.045 ** (civilOf(day).year - 2020 - Number(monthIn(day) < 4))),
      )
    },
  },
  {
    name: 'school months',
    countries: 'US DE FR',
    period: 36,
    make: (scene) =>
      told(
        scene,
        'order',
        firmName(scene.chance, 'School'),
        monthly(scene, { day: scene.chance.whole(1, 12), way: 1 }).filter((day) => monthIn(day) !== 7 && monthIn(day) !== 8),
        stepping(scene.chance, priced(scene.chance, 5_000, 40_000), 365),
      ),
  },
  {
    name: 'every four weeks',
    countries: '*',
    period: 28,
    make: (scene) =>
      told(scene, 'card', firmName(scene.chance, 'Mobile Prepaid'), passes(scene, 28), flat(priced(scene.chance, 1_000, 4_500))),
  },
  {
    name: 'weekly class',
    countries: '*',
    period: 7,
    make: (scene) => told(scene, 'card', firmName(scene.chance, 'Yoga'), passes(scene, 7), flat(priced(scene.chance, 900, 2_500))),
  },
  {
    name: 'fortnightly gym',
    countries: 'AU US',
    period: 14,
    make: (scene) => told(scene, 'debit', firmName(scene.chance, 'Fitness'), passes(scene, 14), flat(priced(scene.chance, 1_500, 4_000))),
  },
  {
    name: 'meal kit, weeks skipped',
    countries: 'US UK DE AU',
    period: 7,
    make: (scene) =>
      told(
        scene,
        'card',
        firmName(scene.chance, 'Fresh'),
        passes(scene, 7).filter(() => !scene.chance.happens(0.12)),
        flat(priced(scene.chance, 4_500, 8_000)),
      ),
  },
  wage('salary by the month', 'UK DE FR AU', 30, payday, (scene, price) => netPay(scene, price), 2),
  wage('salary, small changes', 'UK DE FR', 30, payday, ({ chance }, price) => wobbling(chance, price, 0.015)),
  wage(
    'salary twice a month',
    'US',
    15,
    (scene) => monthly(scene, { day: 15, way: -1 }).flatMap((day) => [day, lastWorkday(monthOf(day))]),
    (scene, price) => netPay(scene, price, 0.05),
  ),
  wage(
    'salary every two weeks',
    'US AU',
    14,
    (scene) => passes(scene, 14).map((day) => day - weekdayOf(day) + 4),
    (scene, price) => netPay(scene, price, 0.1),
    2,
  ),
  wage(
    'wages by the week',
    'AU UK',
    7,
    (scene) => passes(scene, 7).map((day) => day - weekdayOf(day) + 3),
    (scene, price) => netPay(scene, price, 0.1),
  ),
  wage(
    'wages by the hour',
    'US UK AU',
    14,
    (scene) => passes(scene, 14).map((day) => day - weekdayOf(day) + 4),
    ({ chance }, price) => wobbling(chance, price, 0.05),
  ),
  wage('thirteenth salary', 'DE FR', 30, payday, (scene, price) => {
    const pay = netPay(scene, price, 0.04)
    const month = scene.chance.oneOf([11, 12])
    return (day, index) => Math.round(pay(day, index) * (monthIn(day) === month ? 1.9 : 1))
  }),
  wage('half a salary in June and December', 'FR DE', 30, payday, (scene, price) => {
    const pay = netPay(scene, price, 0.03)
    return (day, index) => Math.round(pay(day, index) * (monthIn(day) === 6 || monthIn(day) === 11 ? 1.45 : 1))
  }),
  wage(
    'bonus month',
    'US UK',
    30,
    (scene) => monthly(scene, { day: 28, way: -1 }),
    (scene, price) => {
      const pay = netPay(scene, price, 0.03)
      const month = scene.chance.whole(1, 12)
      return (day, index) => Math.round(pay(day, index) * (monthIn(day) === month ? scene.chance.between(1.6, 2.6) : 1))
    },
  ),
  wage(
    'pension',
    '*',
    30,
    (scene) => monthly(scene, { day: 15 }).map((day) => lastWorkday(monthOf(day))),
    ({ chance }, price) => stepping(chance, price, 365),
  ),
  wage(
    'child benefit',
    'UK AU',
    28,
    (scene) => passes(scene, scene.country === 'UK' ? 28 : 14),
    ({ chance }, price) => stepping(chance, Math.round(price / 12), 365),
  ),
  {
    name: 'interest',
    countries: '*',
    period: 30,
    direction: 'in',
    make: (scene) =>
      told(scene, 'wage', 'Interest Paid', monthly(scene, { day: 31 }), wobbling(scene.chance, around(scene.chance, 400, 4_000), 0.05), 1),
  },
  {
    name: 'rent from a lodger',
    countries: '*',
    period: 30,
    direction: 'in',
    make: (scene) =>
      told(
        scene,
        'person',
        personName(scene.chance),
        monthly(scene, {
          day: scene.chance.oneOf([1, 2, 28, 30]),
          late: () => (scene.chance.happens(0.25) ? scene.chance.whole(1, 3) : 0),
        }),
        flat(priced(scene.chance, 30_000, 70_000) + 1),
        1,
      ),
  },
  {
    name: 'rent to a person',
    countries: '*',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'person',
        personName(scene.chance),
        monthly(scene, {
          day: scene.chance.oneOf([1, 1, 2, 3, 28]),
          late: () => (scene.chance.happens(0.2) ? scene.chance.oneOf([-1, 1, 2]) : 0),
        }),
        stepping(scene.chance, around(scene.chance, 450, 1_300) * 100, 500),
      ),
  },
  {
    name: 'cleaner',
    countries: '*',
    period: 14,
    make: (scene) =>
      told(
        scene,
        'person',
        personName(scene.chance),
        passes(scene, 14).filter(() => !scene.chance.happens(0.06)),
        flat(scene.chance.whole(8, 18) * 500),
      ),
  },
  {
    name: 'music lesson',
    countries: '*',
    period: 7,
    make: (scene) =>
      told(
        scene,
        'person',
        personName(scene.chance),
        passes(scene, 7).filter((day) => monthIn(day) !== 8 && !scene.chance.happens(0.06)),
        flat(scene.chance.whole(4, 9) * 500),
      ),
  },
  {
    name: 'pocket money',
    countries: '*',
    period: 7,
    make: (scene) => told(scene, 'person', personName(scene.chance), passes(scene, 7), flat(scene.chance.whole(1, 6) * 500)),
  },
  {
    name: 'child support',
    countries: '*',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'person',
        personName(scene.chance),
        monthly(scene, { day: anyDay(scene.chance), way: 1 }),
        stepping(scene.chance, around(scene.chance, 200, 700) * 100, 900),
      ),
  },
  rare(
    'water by the quarter',
    'Water Board',
    'debit',
    'US AU UK',
    91,
    (scene) => monthly(scene, { day: scene.chance.whole(5, 25), every: 3, late: loose(scene.chance, 1.4) }),
    ({ chance }, price) => wobbling(chance, price, 0.06),
    5_000,
    20_000,
  ),
  rare('broadcasting fee', 'Rundfunk', 'debit', 'DE FR', 91, (scene) => monthly(scene, { day: 15, way: 1, every: 3 }), never, 5_500, 5_600),
  rare(
    'rates by the quarter',
    'Shire Rates',
    'order',
    'AU DE',
    91,
    (scene) =>
      datesOfYear(
        scene,
        scene.country === 'DE'
          ? [
              [2, 15],
              [5, 15],
              [8, 15],
              [11, 15],
            ]
          : [
              [8, 31],
              [11, 30],
              [2, 28],
              [5, 31],
            ],
      ),
    ({ chance }, price) => stepping(chance, price, 365),
    8_000,
    50_000,
  ),
  rare(
    'estimated tax, four uneven dates',
    'Treasury',
    'debit',
    'US',
    91,
    (scene) =>
      datesOfYear(scene, [
        [1, 15],
        [4, 15],
        [6, 15],
        [9, 15],
      ]),
    ({ chance }, price) => stepping(chance, price, 365),
    40_000,
    200_000,
  ),
  rare(
    'property tax, two uneven dates',
    'County Tax',
    'debit',
    'US',
    182,
    (scene) =>
      datesOfYear(
        scene,
        scene.chance.oneOf([
          [
            [4, 10],
            [12, 10],
          ],
          [
            [1, 31],
            [6, 15],
          ],
          [
            [2, 1],
            [11, 1],
          ],
        ]),
      ),
    ({ chance }, price) => stepping(chance, price, 365),
    80_000,
    300_000,
  ),
  rare(
    'property tax, three dates',
    'Impots',
    'debit',
    'FR',
    121,
    (scene) =>
      datesOfYear(scene, [
        [2, 15],
        [5, 16],
        [10, 15],
      ]),
    ({ chance }, price) => stepping(chance, price, 365),
    20_000,
    120_000,
  ),
  rare(
    'insurance by the half-year',
    'Insurance',
    'debit',
    '*',
    182,
    (scene) => monthly(scene, { day: scene.chance.whole(1, 28), way: drawn(scene.chance), every: 6 }),
    ({ chance }, price) => stepping(chance, price, 182, 0.005, 0.05),
    25_000,
    80_000,
  ),
  rare(
    'insurance by the year',
    'Versicherung',
    'debit',
    '*',
    365,
    oneDate,
    ({ chance }, price) => stepping(chance, price, 365, 0, 0.09),
    8_000,
    70_000,
  ),
  rare('domain by the year', 'Domains', 'card', '*', 365, oneDate, never, 1_000, 4_000),
  rare(
    'club by the year',
    'Verein',
    'order',
    '*',
    365,
    (scene) => {
      const dates = [[scene.chance.whole(1, 12), scene.chance.whole(3, 26)]] as const
      return datesOfYear(scene, dates, 0).map((day) => open(day + Math.round(1.5 * scene.chance.normal()), 1))
    },
    seldomStep,
    3_000,
    30_000,
  ),
  rare('delivery club by the year', 'Prime', 'card', '*', 365, oneDate, seldomStep, 4_000, 14_000),
  rare(
    'every two months',
    'Telecom',
    'debit',
    'FR AU UK',
    61,
    (scene) => monthly(scene, { day: anyDay(scene.chance), way: 1, every: 2 }),
    ({ chance }, price) => wobbling(chance, price, 0.04),
    4_000,
    15_000,
  ),
  {
    name: 'day changed',
    countries: '*',
    period: 30,
    make: (scene) => {
      const { chance, cutoff } = scene
      const at = cutoff - chance.whole(20, 700)
      const one = chance.whole(1, 14)
      const two = one + chance.whole(5, 14)
      const days = monthly(scene, { day: one })
      return told(
        scene,
        chance.oneOf(['card', 'debit']),
        firmName(chance, 'Cable'),
        days.map((day) => (day <= at ? day : nth(monthOf(day), two))),
        flat(priced(chance, 1_500, 9_000)),
      )
    },
  },
  {
    name: 'renamed',
    countries: '*',
    period: 30,
    make: (scene) => {
      const { chance, cutoff, country } = scene
      const at = cutoff - chance.whole(20, 600)
      const old = firmName(chance, 'Digital Plan')
      const name = chance.happens(0.4)
        ? firmName(chance, 'Digital Plan')
        : chance.oneOf([`${old.split(' ')[0]!} Group`, `MY${old}`, `${old} Online Services`])
      const way = chance.oneOf(['card', 'debit'] as const)
      const before = textsOf(chance, country, way, old)
      const after = textsOf(chance, country, way, name)
      const price = priced(chance, 900, 7_000)
      return {
        rows: monthly(scene, { day: anyDay(chance) }).map((day, index) => ({
          day,
          amount: -price,
          ...(day <= at ? before : after)(day, index),
        })),
      }
    },
  },
  {
    name: 'two names by turns',
    countries: '*',
    period: 30,
    make: (scene) => {
      const { chance, country } = scene
      const old = firmName(chance, '')
      const texts = [
        textsOf(chance, country, 'debit', `${old} Insurance`),
        textsOf(chance, country, 'debit', `${old} ${chance.oneOf(['Autopay', 'Online', 'Ins Prem'])}`),
      ]
      const price = priced(chance, 3_000, 20_000)
      return {
        rows: monthly(scene, { day: anyDay(chance), way: drawn(chance) }).map((day, index) => ({
          day,
          amount: -price,
          ...chance.oneOf(texts)(day, index),
        })),
      }
    },
  },
  {
    name: 'paused',
    countries: '*',
    period: 30,
    make: (scene) => {
      const { chance, cutoff } = scene
      const from = cutoff - chance.whole(150, 800)
      const until = from + chance.whole(60, 100)
      return told(
        scene,
        'card',
        firmName(chance, 'Box'),
        monthly(scene, { day: anyDay(chance) }).filter((day) => day < from || day > until),
        flat(priced(chance, 900, 6_000)),
      )
    },
  },
  {
    name: 'months missed',
    countries: '*',
    period: 30,
    make: (scene) =>
      told(
        scene,
        'debit',
        firmName(scene.chance, 'Credit'),
        monthly(scene, { day: anyDay(scene.chance), way: 1 }).filter(() => !scene.chance.happens(0.07)),
        flat(priced(scene.chance, 2_000, 20_000)),
      ),
  },
  {
    name: 'trial, then the price',
    countries: '*',
    period: 30,
    make: (scene) => {
      const { chance, cutoff } = scene
      const start = cutoff - chance.whole(40, 400)
      const price = priced(chance, 900, 4_000)
      return told(
        scene,
        'card',
        firmName(chance, 'App'),
        monthly(scene, { day: anyDay(chance) }).filter((day) => day > start),
        (_day, index) => (index === 0 ? 100 : price),
      )
    },
  },
  {
    name: 'begun lately',
    countries: '*',
    period: 30,
    make: (scene) => {
      const start = scene.cutoff - scene.chance.whole(35, 120)
      return told(
        scene,
        scene.chance.oneOf(['card', 'debit']),
        firmName(scene.chance, 'Plan'),
        monthly(scene, { day: anyDay(scene.chance) }).filter((day) => day > start),
        flat(priced(scene.chance, 900, 9_000)),
      )
    },
  },
  {
    name: 'cancelled',
    countries: '*',
    period: 30,
    share: 2,
    make: (scene) => {
      const end = scene.cutoff - scene.chance.whole(20, 500)
      return {
        isEnded: true,
        rows: told(
          scene,
          scene.chance.oneOf(['card', 'debit']),
          firmName(scene.chance, 'Plus'),
          monthly(scene, { day: anyDay(scene.chance) }).filter((day) => day <= end),
          flat(priced(scene.chance, 900, 9_000)),
        ).rows,
      }
    },
  },
  {
    name: 'loan paid off',
    countries: '*',
    period: 30,
    make: (scene) => {
      const end = scene.cutoff - scene.chance.whole(20, 500)
      return {
        isEnded: true,
        rows: told(
          scene,
          'debit',
          firmName(scene.chance, 'Loans'),
          monthly(scene, { day: anyDay(scene.chance), way: 1 }).filter((day) => day <= end),
          flat(around(scene.chance, 9_000, 40_000)),
        ).rows,
      }
    },
  },
  {
    name: 'employer left',
    countries: '*',
    period: 30,
    direction: 'in',
    share: 0.5,
    make: (scene) => {
      const end = scene.cutoff - scene.chance.whole(60, 500)
      const pay = around(scene.chance, 150_000, 300_000)
      return {
        isEnded: true,
        rows: told(
          scene,
          'wage',
          firmName(scene.chance, 'Stores'),
          monthly(scene, { day: 28, way: -1 }).filter((day) => day <= end),
          flat(pay),
          1,
        ).rows,
      }
    },
  },
  {
    name: 'four fortnightly instalments',
    countries: 'US UK AU',
    period: 14,
    share: 0.5,
    make: (scene) => {
      const start = scene.cutoff - scene.chance.whole(60, 300)
      const price = around(scene.chance, 1_500, 6_000)
      return {
        isEnded: true,
        rows: told(scene, 'card', firmName(scene.chance, 'Pay Later'), [start, start + 14, start + 28, start + 42], flat(price)).rows,
      }
    },
  },
]
