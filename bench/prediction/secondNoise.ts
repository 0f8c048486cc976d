/** What households pay by nobody's plan: shopping with and without a beat, cash, fuel, favours between friends, refunds. */
import { civilOf, weekdayOf } from '../../core/calendar.ts'
import type { Row, Scene } from './secondKinds.ts'
import { cityOf, code, digits, firmName, personName, textsOf } from './secondWords.ts'

type Noise = (scene: Scene) => Row[]

const lognormal = ({ chance }: Scene, middle: number, spread: number): number =>
  Math.max(50, Math.round(middle * Math.exp(spread * chance.normal())))
/** Days with gaps of so many days, give or take. */
function gaps({ chance, from, until }: Scene, middle: number, spread: number): number[] {
  const days: number[] = []
  for (let day = from + chance.between(0, middle); day <= until; day += Math.max(1, middle + spread * chance.normal()))
    days.push(Math.round(day))
  return days
}
/** Days at random, so many apart on average. */
function chanceDays({ chance, from, until }: Scene, middle: number): number[] {
  const days: number[] = []
  for (let day = from; day <= until; day += 1) if (chance.happens(1 / middle)) days.push(day)
  return days
}
function visits(scene: Scene, trade: string, days: readonly number[], amount: (day: number) => number): Row[] {
  const texts = textsOf(scene.chance, scene.country, 'card', firmName(scene.chance, trade))
  return days.map((day, index) => ({ day, amount: -amount(day), ...texts(day, index) }))
}
/** On one weekday mostly, or whenever. */
function shopping(scene: Scene, trade: string, perWeek: number, middle: number, spread: number): Row[] {
  const { chance, from, until } = scene
  const favourite = chance.whole(0, 6)
  const strict = chance.oneOf([0, 0.5, 0.85])
  const days: number[] = []
  for (let day = from; day <= until; day += 1)
    if (chance.happens(perWeek * (weekdayOf(day) === favourite ? strict + (1 - strict) / 7 : (1 - strict) / 7))) days.push(day)
  return visits(scene, trade, days, () => lognormal(scene, middle, spread))
}

const always: readonly Noise[] = [
  (scene) => shopping(scene, 'Market', scene.chance.between(0.9, 2), 5_500, 0.45),
  (scene) => shopping(scene, 'Foods', scene.chance.between(0.4, 1.2), 2_800, 0.6),
  (scene) => {
    const { chance, country } = scene
    const city = cityOf(chance, country)
    const round = chance.oneOf([2_000, 4_000, 5_000, 10_000])
    return gaps(scene, chance.between(6, 18), 4).map((day) => ({
      day,
      amount: -round * chance.whole(1, 3),
      payee:
        country === 'DE'
          ? `GELDAUTOMAT ${city}`
          : country === 'FR'
            ? `RETRAIT DAB ${city} ${digits(chance, 4)}`
            : `ATM WITHDRAWAL ${city} ${digits(chance, 4)}`,
      memo: '',
    }))
  },
  (scene) => {
    const names = Array.from({ length: 70 }, () =>
      textsOf(scene.chance, scene.country, 'card', firmName(scene.chance, scene.chance.oneOf(['Shop', 'Bar', 'Home', 'Books', '']))),
    )
    return chanceDays(scene, 2.5).map((day, index) => ({
      day,
      amount: -lognormal(scene, 2_600, 0.9),
      ...scene.chance.oneOf(names)(day, index),
    }))
  },
]
const sometimes: readonly Noise[] = [
  (scene) => {
    const prices = [scene.chance.whole(300, 450), scene.chance.whole(350, 600), scene.chance.whole(500, 900)]
    return visits(scene, 'Coffee', chanceDays(scene, scene.chance.between(2, 6)), () => scene.chance.oneOf(prices))
  },
  (scene) => {
    const fill = scene.chance.happens(0.3)
    return visits(scene, 'Fuel', gaps(scene, scene.chance.between(7, 16), 3.5), () =>
      fill ? scene.chance.whole(4, 8) * 500 : lognormal(scene, 5_200, 0.2),
    )
  },
  (scene) => visits(scene, 'Barber', gaps(scene, scene.chance.between(28, 42), 5), () => scene.chance.oneOf([2_500, 2_500, 3_000])),
  (scene) => visits(scene, 'Pharmacy', gaps(scene, scene.chance.between(24, 40), 8), () => lognormal(scene, 1_800, 0.6)),
  (scene) => visits(scene, 'Pets', gaps(scene, 30, 6), () => scene.chance.oneOf([4_299, 4_299, 4_799, 2_150])),
  (scene) =>
    visits(
      scene,
      'Pizza',
      chanceDays(scene, 10).map((day) => day - weekdayOf(day) + 4),
      () => lognormal(scene, 2_600, 0.25),
    ),
  (scene) =>
    visits(
      scene,
      'Canteen',
      chanceDays(scene, 2).filter((day) => weekdayOf(day) < 5),
      () => scene.chance.oneOf([590, 640, 690, 750]),
    ),
  (scene) => visits(scene, 'Parking', chanceDays(scene, 8), () => scene.chance.oneOf([200, 300, 450])),
  (scene) => visits(scene, 'Transit', chanceDays(scene, 3), () => scene.chance.oneOf([175, 280, 280, 340])),
  (scene) => visits(scene, 'Clinic', chanceDays(scene, 45), () => 2_500),
  (scene) => visits(scene, 'Games', chanceDays(scene, 25), () => scene.chance.oneOf([99, 499, 499, 999])),
  (scene) => visits(scene, 'Car Wash', gaps(scene, scene.chance.between(14, 30), 4), () => 1_200),
  (scene) => visits(scene, 'Hair Salon', gaps(scene, scene.chance.between(40, 60), 7), () => scene.chance.oneOf([5_500, 6_500, 9_000])),
  (scene) => visits(scene, 'Garden', chanceDays(scene, 30), () => lognormal(scene, 3_500, 0.7)),
  (scene) => {
    const { chance, from, until } = scene
    const name = firmName(chance, 'Marketplace').toUpperCase()
    const days: number[] = []
    for (let day = from; day <= until; day += 1) if (chance.happens(0.2)) days.push(day)
    return days.map((day) => ({ day, amount: -lognormal(scene, 2_400, 0.8), payee: `${name}*${code(chance, 9)}`, memo: '' }))
  },
  (scene) => {
    const friend = textsOf(scene.chance, scene.country, 'person', personName(scene.chance))
    return chanceDays(scene, scene.chance.between(12, 35)).map((day, index) => ({
      day,
      amount: -(scene.chance.happens(0.5) ? scene.chance.whole(1, 8) * 500 : lognormal(scene, 2_200, 0.6)),
      ...friend(day, index),
    }))
  },
  (scene) => {
    const name = personName(scene.chance)
    return chanceDays(scene, scene.chance.between(15, 40)).map((day) => ({
      day,
      amount: scene.chance.happens(0.5) ? scene.chance.whole(1, 8) * 500 : lognormal(scene, 2_200, 0.6),
      payee: scene.country === 'DE' || scene.country === 'FR' ? name : `FROM ${name.toUpperCase()}`,
      memo: scene.chance.oneOf(['thanks', 'pizza', `${civilOf(day).day}`, '']),
    }))
  },
  (scene) => {
    const texts = textsOf(scene.chance, scene.country, 'card', firmName(scene.chance, 'Fashion'))
    const days = chanceDays(scene, 28)
    return days.flatMap((day, index) => {
      const amount = lognormal(scene, 5_500, 0.5)
      const bought = { day, amount: -amount, ...texts(day, index) }
      return scene.chance.happens(0.35)
        ? [
            bought,
            {
              day: day + scene.chance.whole(5, 16),
              amount: scene.chance.happens(0.6) ? amount : Math.round(amount / 2),
              ...texts(day + 5, index),
            },
          ]
        : [bought]
    })
  },
  (scene) => {
    const name = ['UBANK OVERDRAFT FEE', 'FOREIGN TRANSACTION FEE', 'ATM FEE']
    const text = scene.chance.oneOf(name)
    const price = scene.chance.oneOf([150, 300, 3_500])
    return chanceDays(scene, 40).map((day) => ({ day, amount: -price, payee: text, memo: '' }))
  },
  (scene) =>
    chanceDays(scene, 70).map((day) => ({
      day,
      amount: lognormal(scene, 9_000, 0.9),
      payee: scene.chance.oneOf(['MOBILE CHEQUE DEPOSIT', 'CASH DEPOSIT', 'DEPOSIT']),
      memo: '',
    })),
]

/** The shopping and the like of one household, each habit drawn for it. */
export function noiseOf(scene: Scene): Row[] {
  return [...always, ...sometimes.filter(() => scene.chance.happens(0.55))]
    .flatMap((noise) => noise(scene))
    .filter(({ day }) => day >= scene.from && day <= scene.until)
}
