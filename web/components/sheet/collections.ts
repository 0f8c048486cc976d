/** The two lists that are kept as sheets, and what each is called. */
import type { Collection, paymentCollections } from '../../../core/scenario.ts'

export type PaymentCollection = Extract<Collection, (typeof paymentCollections)[number]>

interface SheetWords {
  heading: string
  /** One of them, within a sentence. */
  one: string
  column: string
  /** What an empty sheet asks. */
  invitation: string
  nameless: string
  /** How its date is spoken of: "When Rent is due". */
  due: string
  paid: string
  markPaid: string
  markUnpaid: string
}

export const sheetWords: Record<PaymentCollection, SheetWords> = {
  bills: {
    heading: 'Bills',
    one: 'bill',
    column: 'Bill',
    invitation: "What do you have to pay? Write each bill on a line of its own; leave out the date if you don't know it yet.",
    nameless: 'Give the bill a name, such as Rent.',
    due: 'is due',
    paid: 'paid',
    markPaid: 'as paid',
    markUnpaid: 'as not paid',
  },
  incomes: {
    heading: 'Income',
    one: 'income',
    column: 'Income',
    invitation: 'What comes in? Write each on a line of its own: your pay, child benefit, a refund you wait for.',
    nameless: 'Give the income a name, such as Salary.',
    due: 'comes in',
    paid: 'received',
    markPaid: 'as received',
    markUnpaid: 'as not received',
  },
}
