/** The two lists that are kept as sheets. */
import type { Collection, paymentCollections } from '../../../core/scenario.ts'

export type PaymentCollection = Extract<Collection, (typeof paymentCollections)[number]>
