/** Which payment the open panel is about. */
import { createContext, useContext } from 'react'
import type { CamePayment } from '../../../core/payments/payments-came.ts'

export const ShownPayment = createContext<CamePayment | null>(null)
export const useShownPayment = (): CamePayment => useContext(ShownPayment)!
