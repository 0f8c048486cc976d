/** A small file of a bank, and what it says. */
import type { Answers } from '../../../../core/bank-files/readBankFile.ts'

export interface BankLayout {
  name: string
  /** The plan's, which counts where the file names none. */
  currency_code: string
  /** What has to be asked, since nothing in so few rows settles it. */
  asks?: (keyof Answers)[]
  /** `day cents payee`, in the file's order; empty where the columns are asked and the guess is another. */
  rows: readonly string[]
  /** Begins behind the first line end. */
  text: string
}
