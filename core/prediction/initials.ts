/** Which words are the first letters of others, and stay in capitals whatever the bank prints: GEZ, HSBC, ATM. */
import { plain } from './payees.ts'

/** Initials that could be read as a word: who takes contributions and fees, insures, lends, sends, carries and sells. */
const known = new Set(
  (
    'GEZ ARD RAI ABC HBO ATM EC EU UK US USA UNO IRS VAT IRA HOA EZB SEB SEPA IBAN AOK DAK IKK HEK HUK DEVK ADAC AVD AAA ' +
    'AARP AXA ERGO GEICO USAA UHC ING UBS BMO ANZ UBI EON EWE EVO EDF ENBW RWE AEG IKEA OBI IBM UPS USPS UPC TUI SAS EDV ' +
    'EDP AWS AOL OEBB AVL MTA RATP IHK ASB NABU UNICEF AWO HNO'
  ).split(' '),
)

/** The pairs of consonants on which short words end, in English and in German; those on which none does stand for several words. */
const endings = new Set(
  (
    'BB BS BT CH CK CS CT DD DS DT FF FT GG GS GT HL HM HN HR HT KS KT LB LD LF LG LK LL LM LP LS LT LZ ' +
    'MB MM MP MS MT ND NG NK NN NS NT NZ PF PP PS PT RB RD RF RG RK RL RM RN RP RR RS RT RZ ' +
    'SH SK SM SP SS ST TH TS TT TZ WD WK WL WN WS WT XT ZZ'
  ).split(' '),
)

const vowel = /[AEIOUY]/
const letters = /^\p{L}+$/u

/**
 * Whether a word is written in capitals. `isAmongSmall`: others of its name have small letters, so that its capitals are meant.
 */
export function isInitials(word: string, isAmongSmall: boolean): boolean {
  const size = [...word].length
  if (size > 6 || !letters.test(word)) return false
  const capitals = plain(word)
  if (known.has(capitals)) return true
  if (size <= 4 && (!vowel.test(capitals) || (isAmongSmall && word === word.toUpperCase()))) return true
  return size === 3 && vowel.test(capitals[0]!) && !vowel.test(capitals.slice(1)) && !endings.has(capitals.slice(1))
}
