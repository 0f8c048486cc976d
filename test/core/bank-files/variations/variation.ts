/** A file as a bank might write it, and what a person reads in it. */
export interface Variation {
  name: string
  /** `2025-03-01 -850.00 Payee`, in any order. */
  rows: readonly string[]
  balance_cents?: number
  accounts?: number
  text: string
}
