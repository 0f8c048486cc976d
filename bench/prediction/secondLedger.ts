/**
 * A second opinion: households of five countries, written without a look at what looks for their bills, so that rules are not proved by the
 * generator they grew up with. Each has its own cut-off, and what comes after it is known.
 */
import { dateOf, dayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/predictBills.ts'
import type { Household, Truth } from './kindsLedger.ts'
import { kinds, type Row, type Scene } from './secondKinds.ts'
import { noiseOf } from './secondNoise.ts'
import { countries, digits } from './secondWords.ts'
import { chanceOf, type Chance } from './seeded.ts'

const years_after = 2
const series_least = 12
const series_most = 20

/** One household, of which the last so many days before its cut-off are read. */
export function secondHousehold(seed: number, days: number): Household {
  const chance = chanceOf(seed * 7_919 + 101)
  const country = chance.oneOf(countries)
  const cutoff = dayOf('2024-01-15')! + chance.whole(0, 500)
  const scene: Scene = { chance, country, from: cutoff - 1_150, cutoff, until: cutoff + 366 * years_after }
  const home: Household = { today: dateOf(cutoff), transactions: [], truths: [] }
  const fitting = kinds.filter((kind) => kind.countries === '*' || kind.countries.includes(country))
  const count = chance.whole(series_least, series_most)
  for (let nth = 0; nth < count; nth += 1) {
    const kind = drawn(chance, fitting)
    const { rows, isEnded = false } = kind.make(scene)
    add(home, scene, days, `${kind.name} ${nth}`, kind.name.includes('card') ? 'card' : 'current', rows, {
      kind: kind.name,
      direction: kind.direction ?? 'out',
      period: kind.period,
      isOwn: false,
      isEnded,
      isRare: kind.isRare ?? false,
    })
  }
  addOwn(home, scene, days)
  add(home, scene, days, 'noise', 'current', noiseOf({ ...scene, until: cutoff, from: cutoff - days }), null)
  home.transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
  return home
}

function drawn<T extends { share?: number }>(chance: Chance, list: readonly T[]): T {
  let left = chance.between(
    0,
    list.reduce((sum, { share = 1 }) => sum + share, 0),
  )
  return list.find(({ share = 1 }) => (left -= share) <= 0) ?? list.at(-1)!
}

/** Money of one's own: a card paid off, with the card's account read or not, or the card's account alone; savings read or not. */
function addOwn(home: Household, scene: Scene, days: number): void {
  const { chance, country, from, until } = scene
  const own = { period: 30, isOwn: true, isEnded: false, isRare: false }
  const day = chance.whole(3, 26)
  const months = Array.from({ length: Math.ceil((until - from) / 30) }, (_, index) => from + day + Math.round(index * 30.44))
  const cards = chance.oneOf(['both', 'card', 'none'])
  const thanks = chance.oneOf(
    country === 'DE'
      ? ['Einzahlung Kreditkarte', 'AUSGLEICH KREDITKARTE']
      : country === 'FR'
        ? ['PAIEMENT CARTE MERCI', 'REGLEMENT CARTE']
        : ['PAYMENT RECEIVED - THANK YOU', 'AUTOPAY PAYMENT - THANK YOU', 'DIRECT DEBIT PAYMENT RECEIVED'],
  )
  if (cards !== 'none') {
    const amounts = months.map(() => chance.whole(20_000, 140_000))
    const late = chance.whole(0, 2)
    if (cards === 'both')
      add(
        home,
        scene,
        days,
        'card out',
        'current',
        months.map((at, index) => ({ day: at, amount: -amounts[index]!, payee: `CREDIT CARD PAYMENT ${digits(chance, 6)}`, memo: '' })),
        { ...own, kind: 'own card', direction: 'out' },
      )
    add(
      home,
      scene,
      days,
      'card in',
      'card',
      months.map((at, index) => ({ day: at + late, amount: amounts[index]!, payee: thanks, memo: '' })),
      { ...own, kind: 'own card', direction: 'in' },
    )
    add(
      home,
      scene,
      days,
      'card noise',
      'card',
      noiseOf({ ...scene, until: scene.cutoff, from: scene.cutoff - days })
        .filter(({ amount }) => amount < 0)
        .slice(0, 400),
      null,
    )
  }
  if (chance.happens(0.5)) {
    const amount = chance.whole(2, 30) * 2_500
    const way =
      country === 'DE'
        ? ['Übertrag auf Tagesgeld', 'Übertrag vom Girokonto']
        : country === 'FR'
          ? ['VIR VERS LIVRET A', 'VIR DE COMPTE COURANT']
          : ['TRANSFER TO SAVINGS', 'TRANSFER FROM CHECKING']
    add(
      home,
      scene,
      days,
      'saved out',
      'current',
      months.map((at) => ({ day: at, amount: -amount, payee: way[0]!, memo: '' })),
      { ...own, kind: 'own savings', direction: 'out' },
    )
    add(
      home,
      scene,
      days,
      'saved in',
      'savings',
      months.map((at) => ({ day: at, amount, payee: way[1]!, memo: '' })),
      { ...own, kind: 'own savings', direction: 'in' },
    )
  }
}

function add(
  home: Household,
  { cutoff }: Scene,
  days: number,
  name: string,
  account: string,
  rows: readonly Row[],
  truth: Omit<Truth, 'account' | 'charges'> | null,
): void {
  const charges: Truth['charges'] = []
  for (const [index, { day, amount, payee, memo }] of rows.entries()) {
    const id = `${name}/${index}`
    charges.push({ id, day, amount_cents: Math.abs(amount) })
    const transaction: AccountTransaction = { id, date: dateOf(day), amount_cents: amount, payee, memo, account }
    if (day <= cutoff && day > cutoff - days && amount !== 0) home.transactions.push(transaction)
  }
  if (truth) home.truths.push({ ...truth, account, charges: charges.sort((a, b) => a.day - b.day) })
}
