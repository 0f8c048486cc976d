/** What people spend from day to day, however regularly: cash is for shopping, and no bill; nor is a fee that is taken for each use. */

/** Words that say cash, as banks print them in several languages. */
const cashWords = new Set(
  (
    'ATM CASHPOINT GELDAUTOMAT GELDAUSZAHLUNG BARGELD BARGELDAUSZAHLUNG BARAUSZAHLUNG BANKOMAT BANCOMAT DAB RETRAIT CAJERO REINTEGRO ' +
    'GELDAUTOMAAT GELDOPNAME PRELIEVO'
  ).split(' '),
)
/** `CASH` says it only where no name goes on from it: Cash App and Cash Converters are payees. */
const onlyCash = /^CASH(?: (?:MACHINE|ADVANCE|BACK|OUT|TELLER|COUNTER))?$/

/** What banks take for a single thing: an overdraft, a payment abroad or in another currency, one that was late or came back, cash. */
const fees = [
  /\b(?:OVERDRAFT|NSF|LATE|RETURNED(?: ITEM| CHECK| CHEQUE)?|FOREIGN(?: EXCHANGE)?|INTERNATIONAL|INTL|NON STERLING|ATM|CASH(?: ADVANCE)?) FEES?\b/,
  /\b(?:AUSLAND|RUCKLASTSCHRIFT|FREMDWAHRUNG|MAHN)\p{L}{0,24}(?:ENTGELT|GEBUHR)/u,
  /\bFRAIS (?:DE |D)?(?:REJET|DEVISES|ETRANGER|RETRAIT)|\bCOMMISSION D ?INTERVENTION\b/,
]
/** What all of these say; quick to find. */
const anyFee = /FEE|ENTGELT|GEBUHR|FRAIS|COMMISSION/

/** Whether a payee's key says that a fee was taken for a single use. */
export const isFeeOfUse = (key: string): boolean => anyFee.test(key) && fees.some((fee) => fee.test(key))

/** Whether a payee's key says that cash was drawn. */
export const isCash = (key: string): boolean => onlyCash.test(key) || key.split(' ', 3).some((word) => cashWords.has(word))
