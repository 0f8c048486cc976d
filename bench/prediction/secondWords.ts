/** What banks of five countries print beside a transaction: names, and what stands around them that changes from one to the next. */
import { civilOf } from '../../core/calendar.ts'
import type { Chance } from './seeded.ts'

export type Country = 'US' | 'UK' | 'DE' | 'FR' | 'AU'
export const countries: readonly Country[] = ['US', 'UK', 'DE', 'FR', 'AU']

/** How money goes: by card, drawn by the payee, sent by hand or order, between persons, from who pays wages. */
export type Way = 'card' | 'debit' | 'order' | 'person' | 'wage'
export interface Text {
  payee: string
  memo: string
}
export type Texts = (day: number, nth: number) => Text

const syllables = [
  'ba',
  'cor',
  'del',
  'fen',
  'gal',
  'hart',
  'iver',
  'jun',
  'kal',
  'lom',
  'mar',
  'nov',
  'ost',
  'pel',
  'quin',
  'rast',
  'sel',
  'tor',
  'und',
  'vel',
  'wyn',
  'yar',
  'zan',
  'brem',
  'crest',
  'dorn',
  'elm',
  'frey',
  'gren',
  'holm',
]
const ends = ['a', 'o', 'ix', 'ton', 'well', 'mark', 'way', 'line', 'port', 'sen', 'ley', 'ona', 'eris', 'um']
const first = [
  'Emma',
  'Liam',
  'Noor',
  'Lukas',
  'Chloe',
  'Mateo',
  'Greta',
  'Aisha',
  'Oscar',
  'Yuki',
  'Ingrid',
  'Callum',
  'Manon',
  'Theo',
  'Ruby',
]
const last = [
  'Archer',
  'Becker',
  'Costa',
  'Durand',
  'Ellis',
  'Fischer',
  'Garnier',
  'Hughes',
  'Ito',
  'Jansen',
  'Keller',
  'Lambert',
  'Murphy',
  'Nguyen',
  'Osei',
]
const cities: Record<Country, readonly string[]> = {
  US: ['AUSTIN TX', 'PORTLAND OR', 'COLUMBUS OH', 'DENVER CO'],
  UK: ['LEEDS', 'BRISTOL GB', 'LONDON', 'CARDIFF'],
  DE: ['BERLIN', 'KOELN', 'LEIPZIG', 'MUENCHEN'],
  FR: ['LYON', 'NANTES', 'PARIS 11', 'LILLE'],
  AU: ['MELBOURNE VIC', 'SYDNEY NSW', 'PERTH WA', 'BRISBANE QLD'],
}
const months: Record<Country, readonly string[]> = {
  US: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  UK: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  DE: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  FR: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  AU: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
}
const sorts: Record<Country, readonly string[]> = {
  US: ['INC', 'LLC', 'CO', '', ''],
  UK: ['LTD', 'PLC', '', '', ''],
  DE: ['GmbH', 'AG', 'GmbH & Co. KG', 'e.V.', ''],
  FR: ['SA', 'SAS', '', '', ''],
  AU: ['PTY LTD', 'AUSTRALIA', '', '', ''],
}

const two = (value: number): string => String(value).padStart(2, '0')
export const digits = (chance: Chance, count: number): string => Array.from({ length: count }, () => chance.whole(0, 9)).join('')
export const code = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[chance.whole(0, 31)]!).join('')
export const monthName = (country: Country, day: number): string => months[country][civilOf(day).month - 1]!
export const cityOf = (chance: Chance, country: Country): string => chance.oneOf(cities[country])
export const personName = (chance: Chance): string => `${chance.oneOf(first)} ${chance.oneOf(last)}`
/** A name that no other has: of two or three syllables, often with what it does. */
export function firmName(chance: Chance, trade: string): string {
  const word = chance.oneOf(syllables) + chance.oneOf(syllables) + chance.oneOf(ends)
  return trade && chance.happens(0.75) ? `${word} ${trade}` : word
}

/** How a bank prints one payee's charges. What is fixed is drawn once, what changes is drawn for each charge. */
export function textsOf(chance: Chance, country: Country, way: Way, name: string): Texts {
  const fixed = digits(chance, 8)
  const mandate = code(chance, 9)
  const city = cityOf(chance, country)
  const tail = digits(chance, 4)
  const named = `${name} ${chance.oneOf(sorts[country])}`.trim()
  const upper = (country === 'DE' ? named : name).toUpperCase()
  const style = chance.whole(0, 2)
  const plain = (payee: string, memo = ''): Text => ({ payee, memo })
  if (way === 'person') return personTexts(chance, country, name, style)
  const dm = (day: number): string => `${two(civilOf(day).day)}/${two(civilOf(day).month)}`
  const y2 = (day: number): string => two(civilOf(day).year % 100)
  switch (country) {
    case 'US':
      if (way === 'card')
        return [
          (): Text => plain(`${upper} ${fixed.slice(0, 3)}-${fixed.slice(3, 6)}-${tail} ${city.slice(-2)}`),
          () => plain(`${upper}*${code(chance, 8)} ${city}`),
          () => plain(`${upper} ${city}`),
        ][style]!
      if (way === 'wage') return () => plain(`${upper} ${style === 0 ? 'PAYROLL' : 'DIRECT DEP'} PPD ID: ${fixed}`)
      return [
        (): Text => plain(`${upper} AUTOPAY ${fixed}`),
        (day: number) => plain(`${upper} BILL PYMT ${y2(day)}${two(civilOf(day).month)}${two(civilOf(day).day)} WEB ID: ${fixed}`),
        () => plain(`${upper} DES:PAYMENT ID:${digits(chance, 9)} CO ID:${fixed} PPD`),
      ][style]!
    case 'UK':
      if (way === 'card')
        return [
          (day: number): Text => plain(`${upper} ${city}`, `Card purchase ${dm(day)}`),
          (day: number) => plain(`CARD PAYMENT TO ${upper} ON ${dm(day)}/${y2(day)}`),
          () => plain(upper),
        ][style]!
      if (way === 'wage') return (day) => plain(upper, `SALARY ${monthName('UK', day)}`)
      return [
        (): Text => plain(`DIRECT DEBIT PAYMENT TO ${upper} REF ${mandate}`),
        () => plain(upper, `DD ${mandate}`),
        () => plain(`${upper} ${mandate}`),
      ][style]!
    case 'DE':
      if (way === 'card')
        return (day) =>
          plain(
            `${upper}//${city}/DE`,
            `${civilOf(day).year}-${two(civilOf(day).month)}-${two(civilOf(day).day)}T${two(chance.whole(8, 20))}:${two(chance.whole(0, 59))} Debitk.${tail}`,
          )
      if (way === 'wage') return (day) => plain(named, `Lohn/Gehalt ${monthName('DE', day)} ${civilOf(day).year}`)
      return (day) =>
        plain(
          named,
          style === 0
            ? `Vertrag ${fixed}`
            : style === 1
              ? `Rechnung ${digits(chance, 7)} Kd-Nr. ${fixed}`
              : `Beitrag ${monthName('DE', day)} ${civilOf(day).year} Mandat ${mandate}`,
        )
    case 'FR':
      if (way === 'card') return (day) => plain(`CARTE ${dm(day)}/${y2(day)} ${upper} ${city} CB*${tail}`)
      if (way === 'wage') return (day) => plain(`VIR SEPA ${upper}`, `SALAIRE ${monthName('FR', day).toUpperCase()}`)
      return [
        (): Text => plain(`PRLV SEPA ${upper} ${mandate}`),
        (day: number) => plain(`PRELEVEMENT ${upper}`, `FACTURE ${monthName('FR', day)} ${digits(chance, 6)}`),
        () => plain(`PRLV ${upper} ECH ${digits(chance, 7)}`),
      ][style]!
    case 'AU':
      if (way === 'card')
        return [
          (day: number): Text => plain(`${upper} ${city} AU CARD XX${tail} VALUE DATE: ${dm(day)}/${civilOf(day).year}`),
          () => plain(`${upper} ${city}`),
          () => plain(`VISA DEBIT PURCHASE CARD ${tail} ${upper} ${city}`),
        ][style]!
      if (way === 'wage') return () => plain(`SALARY ${upper} ${style === 0 ? fixed : ''}`.trim())
      return [
        (): Text => plain(`DIRECT DEBIT ${fixed.slice(0, 6)} ${upper} ${digits(chance, 10)}`),
        () => plain(`BPAY ${upper} ${fixed}`),
        () => plain(`${upper}`, `Direct debit ${mandate}`),
      ][style]!
  }
}

/** What a person writes to a person is never twice the same. */
function personTexts(chance: Chance, country: Country, name: string, style: number): Texts {
  const [given, family] = name.split(' ') as [string, string]
  const words: Record<Country, readonly string[]> = {
    US: ['rent', 'thanks!', 'for the month', 'as agreed', 'house'],
    UK: ['rent', 'cheers', 'flat', 'ta', 'as usual'],
    DE: ['Miete', 'Danke', 'wie besprochen', 'Anteil', 'Monat'],
    FR: ['loyer', 'merci', 'part', 'comme convenu', 'mois'],
    AU: ['rent', 'thx', 'house', 'my share', 'cheers mate'],
  }
  const note = (day: number): string =>
    [chance.oneOf(words[country]), monthName(country, day), `${monthName(country, day)} ${chance.oneOf(words[country])}`, code(chance, 6)][
      chance.whole(0, 3)
    ]!
  switch (country) {
    case 'US':
      return style === 0
        ? () => ({ payee: `ZELLE PAYMENT TO ${name.toUpperCase()} JPM${code(chance, 8)}`, memo: '' })
        : style === 1
          ? (day) => ({ payee: `Zelle to ${name}`, memo: note(day) })
          : (day) => ({
              payee: `ZELLE TO ${family.toUpperCase()} ${given.toUpperCase()} ON ${two(civilOf(day).month)}/${two(civilOf(day).day)} REF # ${code(chance, 10)}`,
              memo: '',
            })
    case 'UK':
      return style === 0
        ? (day) => ({ payee: name.toUpperCase(), memo: note(day) })
        : style === 1
          ? (day) => ({ payee: `TO ${name.toUpperCase()} REF ${note(day).toUpperCase()}`, memo: '' })
          : (day) => ({ payee: `${given[0]} ${family}`, memo: `FASTER PAYMENT ${note(day)}` })
    case 'DE':
      return (day) => ({ payee: name, memo: note(day) })
    case 'FR':
      return style === 0
        ? (day) => ({ payee: `VIR SEPA ${name.toUpperCase()}`, memo: note(day) })
        : (day) => ({ payee: `VIREMENT VERS ${name.toUpperCase()} ${note(day).toUpperCase()}`, memo: '' })
    case 'AU':
      return style === 0
        ? (day) => ({ payee: `TRANSFER TO ${name.toUpperCase()} ${note(day).toUpperCase()}`, memo: 'NETBANK' })
        : (day) => ({ payee: name, memo: `Osko ${digits(chance, 7)} ${note(day)}` })
  }
}
