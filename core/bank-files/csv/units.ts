/** Hundredths and thousands of a currency's unit, as the names of columns say them, and what their numbers say to that. */
import type { Answers, ColumnRole, Question } from '../bank-file.ts'
import { amountsInQuestion } from '../questions.ts'
import { plainHeader } from './header-words.ts'
import type { Layout, Picked } from './table-parts.ts'

export type Unit = 'minor' | 'whole' | 'thousands' | 'millions'

const minorUnits = new Set(
  (
    'cent,cents,cts,eurocent,eurocents,centen,ct,pence,penny,pennies,minor,subunits,rappen,centimes,centime,centavos,' +
    'centavo,centimos,centimo,' +
    'centesimi,centesimo,ore,groszy,grosz,grosze,groszach,haleru,halere,halierov,filler,bani,stotinki,paise,paisa,kurus,agorot,kopecks,' +
    'kopeks,копейки,копейках,копеек,копійки,копійках,halerze,penni,sentti,senttia,senti'
  ).split(','),
)
const wholeUnits = /\b(?:dollars?|euros?|pounds?|major)\b/
const thousands = new Set(
  (
    '000,thousand,thousands,tsd,tausend,milliers,millier,migliaia,duizend,duizenden,tusental,tusen,tys,tis,ezer,teur,' +
    'keur,tchf,kchf,tusd,kusd,тыс,тысяч,千円'
  ).split(','),
)
const millions = new Set('million,millions,mio,millionen,mln,milioni,millones,miljoenen,meur,млн,百万円'.split(','))

/** What the name of a column says its numbers count; null where it says nothing. */
export function unitOfName(name: string): Exclude<Unit, 'whole'> | null {
  const words = plainHeader(name).trim().split(' ')
  if (words.some((word) => millions.has(word))) return 'millions'
  if (words.some((word) => thousands.has(word)) || /\bk\s?[€$£]/i.test(name)) return 'thousands'
  return words.some((word) => minorUnits.has(word)) && !wholeUnits.test(words.join(' ')) ? 'minor' : null
}

/** How many digits behind the point a number has in minor units: none where it counts these, more where it counts thousands. */
export const digitsIn = (unit: Unit, digits: number): number =>
  unit === 'minor' ? 0 : unit === 'thousands' ? digits + 3 : unit === 'millions' ? digits + 6 : digits

/** Digits behind a decimal sign. Three may be a group of thousands, but for those behind a 0 or four digits and more. */
export const withDecimals = /(?:[.,](?:\d{1,2}|\d{4})|\d{4}[.,]\d{3}|(?:^|\D)0[.,]\d{3})\D{0,5}$/
const withOneNought = /\d[.,]0\D{0,5}$/
const withNoughts = /\d[.,]0{1,4}\D{0,5}$/

/**
 * What the numbers of a column have behind the point: `one nought` (450.0) is how programs write whole numbers, `noughts` (450.00)
 * people too; with `decimals` they are no counts of the smallest unit.
 */
export function decimalsOf(cells: readonly string[]): 'none' | 'one nought' | 'noughts' | 'decimals' {
  let found: 'none' | 'one nought' | 'noughts' = 'none'
  for (const cell of cells) {
    if (!withDecimals.test(cell)) continue
    if (!withNoughts.test(cell)) return 'decimals'
    if (!withOneNought.test(cell)) found = 'noughts'
    else if (found === 'none') found = 'one nought'
  }
  return found
}

/** The unit of a column by its name, and by its numbers where they go against it. */
export function unitOf(name: string, cells: readonly string[]): Unit {
  const named = unitOfName(name) ?? 'whole'
  return named === 'minor' && decimalsOf(cells) === 'decimals' ? 'whole' : named
}

export interface Units {
  amounts: Unit
  balances: Unit
  /** A name says the smallest unit, and the numbers have decimals. */
  isContradicted: boolean
  /** Balances in whole units say by their steps whether the amounts are too. */
  areToldByBalance: boolean
}

/** What the amounts and the balances of a file count. A balance whose name says nothing counts as the amounts do, if its numbers let it. */
export function unitsOf(
  { header }: Layout,
  roles: readonly ColumnRole[],
  picked: Picked,
  sums: readonly string[],
  answers: Answers,
): Units {
  const nameOf = (index: number): string => header?.[index] ?? ''
  const name = nameOf(roles.findIndex((role) => role === 'amount' || role === 'debit' || role === 'credit'))
  const balanceName = nameOf(roles.indexOf('balance'))
  const decimals = unitOfName(name) === 'minor' ? decimalsOf(sums) : 'none'
  const isContradicted = decimals === 'noughts' || decimals === 'decimals'
  const amounts = (isContradicted ? answers.amounts_in : undefined) ?? unitOf(name, sums)
  const areOwn = unitOfName(balanceName) !== null || (amounts === 'minor' && decimalsOf(picked.balances) === 'decimals')
  return {
    amounts,
    balances: areOwn || amounts !== 'minor' ? unitOf(balanceName, picked.balances) : amounts,
    isContradicted,
    areToldByBalance: unitOfName(balanceName) === null && decimalsOf(picked.balances) === 'decimals',
  }
}

/** What to ask of the unit; null where nothing speaks against the name of the column. */
export function unitQuestion(units: Units, sums: readonly string[], balanceAgrees: boolean | null, answers: Answers): Question | null {
  if (!units.isContradicted) return null
  const isOpen = answers.amounts_in === undefined && !(units.areToldByBalance && balanceAgrees === true)
  const example = sums.find((text) => withDecimals.test(text)) ?? ''
  return amountsInQuestion(example, units.amounts === 'minor' ? 'minor' : 'whole', isOpen)
}
