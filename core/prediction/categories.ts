/** What a payee's words say of what it is for. A hint for a person to change, so only words that hardly mislead are here. */
import type { Direction } from './history.ts'

const words: [string, string][] = [
  ['Housing', 'RENT RENTAL RENTALS MORTGAGE LANDLORD PROPERTY PROPERTIES MIETE LOYER HYPOTHEK NAJEM APARTMENT APARTMENTS HOA'],
  ['Utilities', 'ENERGY POWER ELECTRIC ELECTRICITY GAS WATER UTILITY UTILITIES STADTWERKE EDISON STROM EDF ENEL SIPO'],
  ['Phone and internet', 'TELECOM TELEKOM MOBILE WIRELESS BROADBAND INTERNET CABLE VERIZON VODAFONE COMCAST XFINITY ORANGE TMOBILE'],
  ['Insurance', 'INSURANCE ASSURANCE VERSICHERUNG ALLIANZ AXA GEICO POJISTNE'],
  ['Subscriptions', 'NETFLIX SPOTIFY DISNEY HULU YOUTUBE ICLOUD DROPBOX PATREON AUDIBLE SUBSCRIPTION MUSIC'],
  ['Fitness', 'FITNESS GYM YOGA'],
  ['Loans', 'LOAN LENDING LEASING UVER KREDIT'],
  ['Bank fees', 'FEE FEES SLUZBY'],
  ['School and care', 'SCHOOL TUITION KINDERGARTEN NURSERY DAYCARE UNIVERSITY'],
]
const incomeWords: [string, string][] = [
  ['Salary', 'PAYROLL SALARY WAGES WAGE GEHALT LOHN'],
  ['Pension', 'PENSION DUCHOD RENTE'],
  ['Interest', 'INTEREST DIVIDEND DIVIDENDS UROK'],
]

const tableOf = (entries: [string, string][]): Map<string, string> => new Map(entries.flatMap(([category, list]) => list.split(' ').map((word) => [word, category] as const)))
const tables: Record<Direction, Map<string, string>> = { out: tableOf(words), in: tableOf(incomeWords) }

/** The category of the first word that has one; null when none has. */
export function categoryOf(payee: string, direction: Direction): string | null {
  for (const word of payee.split(' ')) {
    const category = tables[direction].get(word)
    if (category !== undefined) return category
  }
  return null
}
