/** Says that a date is paid, or not after all, as sayOfDate says the rest. */
import type { Said } from '../../../core/payments/date-said.ts'
import { editSaid } from '../../../core/payments/edit-said.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { saidAs } from '../schedule/sayOfDate.ts'

export const sayPaid = (payment: DatedPayment, said: Extract<Said, { said: 'paid' | 'open' }>): boolean =>
  saidAs(payment, said, (scenario) => editSaid(scenario, payment, said))
