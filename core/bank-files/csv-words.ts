/** What banks call their columns, in the languages they write, and the words they have for in and out. */
import type { ColumnRole } from './bank-file.ts'

/** A header in plain letters: `Begünstigter/Zahlungspflichtiger` → ` begunstigter zahlungspflichtiger `. */
export function plainHeader(header: string): string {
  const letters = header.slice(0, 100).toLowerCase().replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return ` ${letters.replace(/[^\p{L}\d]+/gu, ' ').trim()} `
}

const has = (plain: string, words: readonly string[]): boolean => words.some((word) => plain.includes(word))

const listOf = (words: string): string[] => words.split(',').map((word) => word.trim())

/** Words of five letters and more are found within compounds, shorter ones and those with a space as whole words. */
const namesOf = (words: string): string[] => listOf(words).map((word) => (word.length >= 5 && !word.includes(' ') ? word : ` ${word} `))

const booked = namesOf('posted, post date, posting, posting date, booking, booked, buchung, boekdatum, boekingsdatum, bokforing, bogfor, bokfort, comptab, contab, zauctov, ksiegow, konyvel, completed, settled')
const days = namesOf('date, datum, fecha, data, dato, dag, datums, paiva, kuupaev, tarih, buchungstag, transaktionstag, datetime, time')
const valued = namesOf('value date, valuta, valutadatum, wertstellung, wert, valeur, fecha valor, data valuta, rentedatum, rentedato, valor, started, authorised, authorized')
const amounts = namesOf('amount, betrag, umsatz, montant, importe, importo, bedrag, kwota, castka, objem, suma, sum, summe, valor, value, belopp, belob, belop, osszeg, iznos, summa, tutar, total, gross, brutto, net, netto')
const debits = namesOf('debit, debits, debet, soll, ausgabe, ausgaben, ausgang, belastung, lastschrift, withdraw, paid out, money out, out, payment out, payments out, cargo, cargos, adeudo, uscite, dare, addebit, af, af bij, spent, charge, charges, obciaz, wydat, vydaj, ut, terheles, outflow, expense')
const credits = namesOf('credit, credits, kredit, haben, einnahme, einnahmen, eingang, gutschrift, deposit, paid in, money in, in, payments in, abono, abonos, haber, entrate, avere, accredit, bij, received, uznan, wplyw, prijem, insatt, jovair, inflow, income')
const balances = namesOf('balance, saldo, kontostand, solde, zustatek, egyenleg, running, bakiye, stan konta, saldo po, restsaldo')
const payees = namesOf(
  'payee, payer, merchant, beneficia, recipient, counterparty, counter party, empfanger, begunstigt, auftraggeber, zahlungspflicht, zahlungsempf, partner, naam, name, namn, nom, nombre, contraparte, tegenpartij, mottagare, modtager, odbiorca, kontrahent, nadawca, prijemce, protistrana, nazev, kedvezmeny, from to, paid to, tiers, debiteur, crediteur',
)
const descriptions = namesOf('description, details, detail, libelle, descripcion, concepto, descrizione, causale, omschrijving, opis, popis, narrative, narration, particulars, text, tekst, transaction, transactions, bezeichnung, beschreib, intitule, historico, descricao, mededeling, subject, titel, tytul, title, operacion, movimiento, betreff, buchungsdetails')
const memos = namesOf('memo, note, notes, verwendung, zweck, mededelingen, message, zprava, kozlemeny, remittance, communication, extended, additional, informacje, purpose, remark, remarks, comment, comments, poznamka, particulars, buchungstext, reference, information')
const references = namesOf('transaction id, transaction number, reference number, reference no, ref, reference, referenz, fitid, trans id, transactionid, kenmerk, arkivreferens, archive, cislo transakce, id pohybu, id, bank reference, numero de operacion, kontoumsatz id, uuid')
/** Names that are not the other side's: of who owns the account or the card, of banks; and what stands beside a name. */
const besides = namesOf('member, holder, account name, kontoname, kontoinhaber, bank name, nazev banky, iban, bic, swift, email, e mail')
const currencies = namesOf('currency, wahrung, waehrung, devise, divisa, valuta, moneda, mena, waluta, ccy, curr, munt, muntsoort, moeda, penznem')
const accounts = namesOf('account, account number, konto, kontonummer, auftragskonto, compte, cuenta, conto, rekening, ucet, rachunek, iban, card, card number, account name, account no, iban auftragskonto, eigenkonto')
const others = namesOf('counter, tegen, gegen, empfanger, beneficia, payee, recipient, begunstigt, zahlungsempf, protiuct, protistrana, kontrahent, partner, destinat, member, holder, type')

/** How well a header fits a role: 0 not at all, up to 4. */
export function headerFit(plain: string, role: ColumnRole): number {
  if (plain === '  ') return 0
  if (role === 'date') return has(plain, valued) ? 1 : has(plain, booked) ? 4 : has(plain, days) ? 3 : 0
  if (role === 'balance') return has(plain, balances) ? 4 : 0
  if (role === 'amount') return has(plain, balances) ? 0 : has(plain, amounts) ? 3 : 0
  if (role === 'debit') return has(plain, balances) || has(plain, credits) ? 0 : has(plain, debits) ? 3 : 0
  if (role === 'credit') return has(plain, balances) || has(plain, debits) ? 0 : has(plain, credits) ? 3 : 0
  if (role === 'currency') return has(plain, currencies) ? 3 : 0
  if (role === 'account') return has(plain, accounts) && !has(plain, others) ? 3 : 0
  if (role === 'reference') return has(plain, references) ? 3 : 0
  if (role === 'payee') return has(plain, besides) ? 0 : has(plain, payees) ? (has(plain, memos) ? 0 : 4) : has(plain, descriptions) && !has(plain, accounts) ? 2 : 0
  if (role === 'memo') return has(plain, memos) ? 4 : has(plain, descriptions) ? 2 : 0
  return 0
}

const wordsIn = new Set(listOf('cr, c, crdt, credit, kredit, in, +, h, haben, bij, gutschrift, deposit, einnahme, prijem, incoming, i, inflow, income, ingoing, credito, abono, avere, ma'))
const wordsOut = new Set(listOf('dr, d, dbit, debit, debet, out, -, s, soll, af, lastschrift, withdrawal, ausgabe, vydaj, vyber, outgoing, o, outflow, expense, outgoing payment, debito, cargo, dare, purchase, payment'))

/** What a cell says about the direction of the money; null when it says nothing of the kind. */
export function directionOf(cell: string): 'in' | 'out' | null {
  const word = cell.length > 20 ? '' : cell.trim().toLowerCase()
  if (wordsIn.has(word)) return 'in'
  return wordsOut.has(word) ? 'out' : null
}
