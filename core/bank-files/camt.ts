/**
 * ISO 20022 camt.052 (report), 053 (statement) and 054 (notification), versions 2 to 8 and later ones that keep the names.
 * Booked entries are transactions; one that gathers several payments whose amounts add up to it is told as those payments.
 */
import { minorUnitDigits } from '../money/money.ts'
import { currencyOf, readPlainCents, type AmountReading } from './read-amounts.ts'
import { readCompactDate } from './read-dates.ts'
import { shortened, tellRounded, type Findings } from './findings.ts'
import { addTransaction, newStatement, type Ledger, type Statement } from './ledger.ts'
import { attributeOf } from './markup.ts'
import { childrenOf, elementAt, readParts, textAt, type Element } from './xml.ts'

const statementNames = new Set(['Stmt', 'Rpt', 'Ntfctn'])
const parts = new Set([...statementNames, 'Ntry'])

interface Payment {
  date: string
  cents: number
  payee: string
  memo: string
  reference: string
}

/** The payments of one entry. */
interface Booked {
  currency: string | null
  entries: Payment[]
  /** The entry's amount in other currencies, as it was converted; by currency. */
  converted: ReadonlyMap<string, number>
}

/** False when the text is other XML. */
export function readCamt(text: string, ledger: Ledger, findings: Findings): boolean {
  let booked: Booked[] = []
  let waiting = 0
  let firstWaiting = 0
  let hasStatement = false
  readParts(
    text,
    parts,
    (element) => {
      if (element.name === 'Ntry') {
        if (isBooked(element)) {
          const read = readEntry(element, findings)
          if (read) booked.push(read)
        } else {
          waiting += 1
          firstWaiting ||= element.line
        }
        return
      }
      hasStatement = true
      addStatement(element, booked, ledger, findings)
      booked = []
    },
    findings,
  )
  const isOther = !hasStatement && findings.count() === 0
  if (isOther) findings.add('bank.file_is_not_a_bank_file.xml', 0)
  if (waiting > 0) findings.add('bank.entry_is_not_booked.camt', firstWaiting, { entries: waiting })
  return !isOther
}

function isBooked(entry: Element): boolean {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  return status !== 'PDNG' && status !== 'INFO' && status !== 'FUTR'
}

function addStatement(element: Element, booked: readonly Booked[], ledger: Ledger, findings: Findings): void {
  const account = elementAt(element, 'Acct')
  const named = currencyOf(textAt(account, 'Ccy'))
  const balance = balanceOf(element, findings)
  const currency = named ?? balance?.currency ?? booked[0]?.currency ?? null
  const number =
    textAt(account, 'Id', 'IBAN') ||
    textAt(account, 'Id', 'Othr', 'Id') ||
    textAt(account, 'Id', 'PrtryAcct', 'Id') ||
    textAt(account, 'Id', 'BBAN')
  const marks = ['Id', 'ElctrncSeqNb', 'LglSeqNb', 'CreDtTm']
    .map((name) => textAt(element, name))
    .join(' ')
    .trim()
  const statement = (of: string | null): Statement => newStatement(number, of, marks, element.line)
  const main = statement(currency)
  const byCurrency = new Map([[currency, main]])
  const opening = openingOf(element)
  const left = opening !== null && balance?.isClosing === true ? leftOver(booked, currency, balance.amount_cents - opening) : undefined
  for (const { currency: own, entries, converted } of booked) {
    // An entry in another currency is the account's all the same, where the file tells what it came to.
    const inOwn = own !== currency && currency !== null && entries.length === 1 ? (converted.get(currency) ?? left) : undefined
    const group = inOwn === undefined ? (byCurrency.get(own) ?? statement(own)) : main
    if (inOwn === undefined) byCurrency.set(own, group)
    for (const entry of entries) addTransaction(group, entry.date, inOwn ?? entry.cents, entry.payee, entry.memo, entry.reference)
  }
  if (balance) main.balance = balance
  if (balance?.isClosing && opening !== null && main.transactions.length > 0) {
    main.balance_agrees = main.transactions.reduce((sum, { amount_cents }) => sum + amount_cents, opening) === balance.amount_cents
  }
  for (const group of byCurrency.values()) ledger.add(group)
}

/**
 * What the one entry in another currency of which only a rate is told, if anything, came to: what the others leave of the
 * change of the balance. Undefined where there are several, or where it would go the other way.
 */
function leftOver(booked: readonly Booked[], currency: string | null, change: number): number | undefined {
  const inOwn = ({ currency: own, entries, converted }: Booked): number | undefined =>
    own === currency
      ? entries.reduce((sum, { cents }) => sum + cents, 0)
      : currency === null || entries.length !== 1
        ? undefined
        : converted.get(currency)
  const untold = booked.filter((entry) => inOwn(entry) === undefined)
  if (untold.length !== 1 || untold[0]!.entries.length !== 1) return undefined
  const left = booked.reduce((rest, entry) => rest - (inOwn(entry) ?? 0), change)
  return left !== 0 && Math.sign(left) === Math.sign(untold[0]!.entries[0]!.cents) ? left : undefined
}

/** The closing booked balance; where there is none yet (052), the interim one. */
function balanceOf(
  statement: Element,
  findings: Findings,
): { amount_cents: number; date: string | null; currency: string | null; isClosing: boolean } | undefined {
  const all = childrenOf(statement, 'Bal')
  const found = all.findLast((balance) => kindOf(balance) === 'CLBD') ?? all.findLast((balance) => kindOf(balance) === 'ITBD')
  if (!found) return undefined
  const amount = readAmount(found, findings)
  return amount
    ? { amount_cents: amount.cents, date: readDay(elementAt(found, 'Dt')), currency: amount.currency, isClosing: kindOf(found) === 'CLBD' }
    : undefined
}

const kindOf = (balance: Element): string => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd')

/** The booked balance before the first entry; null when it is not told. */
function openingOf(statement: Element): number | null {
  const found = childrenOf(statement, 'Bal').find((balance) => kindOf(balance) === 'OPBD' || kindOf(balance) === 'PRCD')
  return found ? (readAmount(found, null)?.cents ?? null) : null
}

interface Amount {
  cents: number
  currency: string | null
}

/** Amt with its currency, signed by CdtDbtInd. `fallback` says the direction of an element that has none of its own. */
function readAmount(element: Element, findings: Findings | null, fallback = '', amount = elementAt(element, 'Amt')): Amount | null {
  if (!amount) {
    findings?.add('bank.amount_is_not_readable.camt_missing', element.line, { tag: element.name })
    return null
  }
  const currency = currencyOf(attributeOf(amount.attributes, 'Ccy'))
  const reading: AmountReading = { digits: minorUnitDigits(currency ?? ''), decimal: '.', rounded: 0 }
  const cents = readPlainCents(amount.text, reading)
  const direction = textAt(element, 'CdtDbtInd') || fallback
  if (cents === null || (direction !== 'CRDT' && direction !== 'DBIT')) {
    if (cents === null) findings?.add('bank.amount_is_not_readable.camt', amount.line, { text: shortened(amount.text) })
    else findings?.add('bank.amount_is_not_readable.camt_direction', amount.line, { tag: element.name })
    return null
  }
  if (reading.rounded > 0 && findings) tellRounded(amount.line, amount.text, findings)
  return { cents: direction === 'DBIT' && cents !== 0 ? -cents : cents, currency }
}

/** A day is as written, whether alone or with a time. */
function readDay(element: Element | undefined): string | null {
  const written = textAt(element, 'Dt') || textAt(element, 'DtTm')
  return readCompactDate(written.slice(0, 10))
}

function readEntry(entry: Element, findings: Findings): Booked | null {
  const amount = readAmount(entry, findings)
  const date = readDay(elementAt(entry, 'BookgDt')) ?? readDay(elementAt(entry, 'ValDt'))
  if (date === null) {
    const day = elementAt(entry, 'BookgDt') ?? elementAt(entry, 'ValDt')
    findings.add('bank.date_is_not_readable.camt', day?.line ?? entry.line)
  }
  if (!amount || date === null) return null
  const details = childrenOf(entry, 'NtryDtls').flatMap((group) => childrenOf(group, 'TxDtls'))
  const split = splitAmounts(entry, details, amount)
  const told = split
    ? details.map((detail, index) => ({ detail, cents: split[index]! }))
    : [{ detail: details.length === 1 ? details[0] : undefined, cents: amount.cents }]
  return {
    currency: amount.currency,
    converted: convertedAmounts(entry, details),
    entries: told.map(({ detail, cents }) => ({ date, cents, ...textsOf(entry, detail, cents) })),
  }
}

/** What an entry, or the one payment in it, came to in each currency that is told beside its own. */
function convertedAmounts(entry: Element, details: readonly Element[]): Map<string, number> {
  const amounts = new Map<string, number>()
  const direction = textAt(entry, 'CdtDbtInd')
  for (const element of [entry, ...(details.length === 1 ? details : [])]) {
    for (const kind of ['TxAmt', 'CntrValAmt', 'InstdAmt']) {
      const read = readAmount(element, null, direction, elementAt(element, 'AmtDtls', kind, 'Amt'))
      if (read?.currency && !amounts.has(read.currency)) amounts.set(read.currency, read.cents)
    }
  }
  return amounts
}

/** The amounts of the payments that an entry gathers, when each has one and together they are the entry's. */
function splitAmounts(entry: Element, details: readonly Element[], whole: Amount): number[] | null {
  if (details.length < 2) return null
  const direction = textAt(entry, 'CdtDbtInd')
  for (const path of [['Amt'], ['AmtDtls', 'TxAmt', 'Amt'], ['AmtDtls', 'InstdAmt', 'Amt'], ['AmtDtls', 'CntrValAmt', 'Amt']]) {
    const amounts = details.map((detail) => readAmount(detail, null, direction, elementAt(detail, ...path)))
    if (!amounts.every((amount) => amount !== null && amount.currency === whole.currency)) continue
    const cents = amounts.map((amount) => amount!.cents)
    if (cents.reduce((sum, part) => sum + part, 0) === whole.cents) return cents
  }
  return null
}

function textsOf(entry: Element, detail: Element | undefined, cents: number): Omit<Payment, 'date' | 'cents'> {
  const parties = elementAt(detail, 'RltdPties')
  // Of a reversal the parties are those of the payment that came back.
  const isReversal = ['true', '1'].includes(textAt(entry, 'RvslInd'))
  const isOut = cents < 0 !== isReversal
  const name = (party: string): string => textAt(parties, party, 'Nm') || textAt(parties, party, 'Pty', 'Nm')
  const payee = isOut ? name('Cdtr') || name('UltmtCdtr') : name('Dbtr') || name('UltmtDbtr')
  const remittance = elementAt(detail, 'RmtInf')
  const unstructured = childrenOf(remittance, 'Ustrd')
    .map((line) => line.text)
    .join(' ')
  const memo =
    unstructured || textAt(remittance, 'Strd', 'CdtrRefInf', 'Ref') || textAt(detail, 'AddtlTxInf') || textAt(entry, 'AddtlNtryInf')
  const reference = textAt(detail, 'Refs', 'AcctSvcrRef') || textAt(entry, 'AcctSvcrRef')
  return { payee, memo, reference: reference === 'NOTPROVIDED' || reference === 'NONREF' ? '' : reference }
}
