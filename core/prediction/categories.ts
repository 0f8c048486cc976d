/** What a payee's words say of what it is for. A hint for a person to change, so only words that hardly mislead are here. */
import type { Direction } from './history.ts'

/** Each is called by its word in the person's language once it is in a plan. */
export type CategoryHint =
  | 'housing'
  | 'utilities'
  | 'phone'
  | 'insurance'
  | 'subscriptions'
  | 'fitness'
  | 'loans'
  | 'bank_fees'
  | 'school'
  | 'salary'
  | 'pension'
  | 'interest'

const words: [CategoryHint, string][] = [
  ['housing', 'RENT RENTAL RENTALS MORTGAGE LANDLORD PROPERTY PROPERTIES MIETE LOYER HYPOTHEK NAJEM APARTMENT APARTMENTS HOA'],
  ['utilities', 'ENERGY POWER ELECTRIC ELECTRICITY GAS WATER UTILITY UTILITIES STADTWERKE EDISON STROM EDF ENEL SIPO'],
  ['phone', 'TELECOM TELEKOM MOBILE WIRELESS BROADBAND INTERNET CABLE VERIZON VODAFONE COMCAST XFINITY ORANGE TMOBILE'],
  ['insurance', 'INSURANCE ASSURANCE VERSICHERUNG ALLIANZ AXA GEICO POJISTNE'],
  ['subscriptions', 'NETFLIX SPOTIFY DISNEY HULU YOUTUBE ICLOUD DROPBOX PATREON AUDIBLE SUBSCRIPTION MUSIC'],
  ['fitness', 'FITNESS GYM YOGA'],
  ['loans', 'LOAN LENDING LEASING UVER KREDIT'],
  ['bank_fees', 'FEE FEES SLUZBY'],
  ['school', 'SCHOOL TUITION KINDERGARTEN NURSERY DAYCARE UNIVERSITY'],
]
const incomeWords: [CategoryHint, string][] = [
  ['salary', 'PAYROLL SALARY WAGES WAGE GEHALT LOHN'],
  ['pension', 'PENSION DUCHOD RENTE'],
  ['interest', 'INTEREST DIVIDEND DIVIDENDS UROK'],
]

const tableOf = (entries: [CategoryHint, string][]): Map<string, CategoryHint> =>
  new Map(entries.flatMap(([category, list]) => list.split(' ').map((word) => [word, category] as const)))
const tables: Record<Direction, Map<string, CategoryHint>> = { out: tableOf(words), in: tableOf(incomeWords) }

/** The category of the first word that has one; null when none has. */
export function categoryOf(payee: string, direction: Direction): CategoryHint | null {
  for (const word of payee.split(' ')) {
    const category = tables[direction].get(word)
    if (category !== undefined) return category
  }
  return null
}
