/** What the texts of a row say of its state. */
import { onceAText } from './once.ts'
import { besideFee, isOfFee, isOfRefusedFee, notBookedBy, saidBy, saidOfKind, type InDoubt, type NotBooked } from './pending-texts.ts'
import type { Picked } from './table-parts.ts'

/** What a row's texts say, or may say, and the text that does. */
export interface Says {
  said: NotBooked | InDoubt
  text: string
  /** It may say so, and names nobody beside. */
  isOfKind: boolean
  /** It says that something was refused, and another text of the row is of a fee. */
  isOfFee?: boolean
}

/** It may say so of many rows. */
export const isDoubtfulKind = (says: Says | null): boolean => says !== null && says.isOfKind && typeof says.said !== 'string'

/** A kind of payment, or a text that names nobody, says that it was only authorised. */
export const isOfAuthorisation = (says: Says | null): boolean =>
  says !== null && says.isOfKind && (typeof says.said === 'string' ? says.said : says.said.state) === 'pending'

/** The first of the texts of a row that says that it is not booked; where none does, the first that may. */
export function textsThatSay({ notBooked, payees, memos, payers, kinds, telling }: Picked): (row: number) => Says | null {
  const ofKind = onceAText(saidOfKind)
  /** Most rows say nothing, which is seen without making anything of it. */
  const isSilent = (row: number): boolean =>
    (telling.size === 0 || !telling.has(row)) &&
    (kinds.length === 0 || ofKind(kinds[row]!) === null) &&
    (notBooked.size === 0 || !notBooked.has(row))
  const firstOf = (row: number): Says | null => {
    if (isSilent(row)) return null
    const beside = notBooked.get(row)
    if (beside !== undefined && typeof beside.said === 'string') return { ...beside, isOfKind: true }
    const payee = payees[row] ?? ''
    const ofPayee = saidBy(payee)
    if (typeof ofPayee === 'string') return { said: ofPayee, text: payee, isOfKind: false }
    const memo = memos[row] ?? ''
    const ofMemo = saidBy(memo)
    if (typeof ofMemo === 'string') return { said: ofMemo, text: memo, isOfKind: false }
    const payer = notBookedBy(payers[row] ?? '')
    if (payer !== null) return { said: payer, text: payers[row]!, isOfKind: false }
    const kind = kinds[row] ?? ''
    const kindSays = ofKind(kind)
    if (typeof kindSays === 'string') return { said: kindSays, text: kind, isOfKind: true }
    if (ofPayee !== null) return { said: ofPayee, text: payee, isOfKind: ofPayee.rest === '' }
    if (kindSays !== null) return { said: kindSays, text: kind, isOfKind: true }
    if (beside !== undefined) return { ...beside, isOfKind: true }
    return ofMemo !== null && ofMemo.rest === '' ? { said: ofMemo, text: memo, isOfKind: true } : null
  }
  return (row) => {
    const says = firstOf(row)
    const isFee = says !== null && [payees, memos, kinds].some((texts) => texts[row] !== says.text && isOfFee(texts[row] ?? ''))
    if (!isFee) return says
    const said = besideFee(says.said, says.text)
    return { ...says, said, isOfFee: said !== says.said }
  }
}

/** The text of a row that is of a fee for what was refused, whatever its column of states says of that; undefined where none is. */
export const refusedFeeIn = ({ payees, memos, kinds }: Picked, row: number, says: Says | null): string | undefined =>
  says?.isOfFee === true ? says.text : [payees[row], memos[row], kinds[row]].find((text) => text !== undefined && isOfRefusedFee(text))
