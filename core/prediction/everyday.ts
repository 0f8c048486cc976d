/** What people spend from day to day, however regularly: cash is for shopping, and no bill. */

/** Words that say cash, as banks print them in several languages. */
const cashWords = new Set('ATM CASHPOINT GELDAUTOMAT GELDAUSZAHLUNG BARGELD BARGELDAUSZAHLUNG BARAUSZAHLUNG BANKOMAT BANCOMAT DAB RETRAIT CAJERO REINTEGRO GELDAUTOMAAT GELDOPNAME PRELIEVO'.split(' '))
/** `CASH` says it only where no name goes on from it: Cash App and Cash Converters are payees. */
const onlyCash = /^CASH(?: (?:MACHINE|ADVANCE|BACK|OUT|TELLER|COUNTER))?$/

/** Whether a payee's key says that cash was drawn. */
export const isCash = (key: string): boolean => onlyCash.test(key) || key.split(' ', 3).some((word) => cashWords.has(word))
