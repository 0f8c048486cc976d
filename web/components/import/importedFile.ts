/** A file of a bank on the import page. */
import type { Answers, BankFile } from '../../../core/bank-files/bank-file.ts'
import type { AskedWhose } from '../../../core/bank-files/whose-file.ts'

/** An account of a file, by its currency there, of which it is asked which one it is. */
export interface AskedOf extends AskedWhose {
  currency: string
}

export interface ImportedFile {
  id: string
  name: string
  /** null: it is too large to be read. */
  bytes: ArrayBuffer | null
  answers: Answers
  /** null while it is being read, or when that was stopped. */
  read: BankFile | null
  state: 'reading' | 'read' | 'stopped' | 'too_large' | 'kept'
  /** How many of its transactions were new to this device. */
  added: number | null
  /** Files of its make were taken before, as the person had them read. */
  isKnown: boolean
  /** The currency of the plan it was read for; null: not yet. */
  read_for: string | null
  /** Which account it is of is to be said before it is kept; null: it is not asked. */
  asked: AskedOf | null
  /** What was chosen of that and not said yet; left out: nothing. */
  chosen?: string
  /** What was said of it, by currency. */
  said: Readonly<Record<string, string>>
}
