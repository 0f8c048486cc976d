import { useRef, useState } from 'react'
import { minorUnitDigits } from '../../core/money/money.ts'
import { readAmount } from '../../core/money/typed-amount.ts'
import type { Problem } from '../../core/problem.ts'
import { formatAmount, formatMoney } from '../format/money.ts'
import { amountProblem, currencySigns, numberMarks } from '../format/typedAmount.ts'
import { textOf } from '../words/problems.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; problem: string }

/** How a value is written into a field, read back from it, and saved. */
export interface DraftOf<T> {
  value: T
  show: (value: T) => string
  read: (text: string) => Read<T>
  save: (value: T) => readonly Problem[]
}

export interface Draft {
  text: string
  /** The text differs from the value; then the field's own undo comes before the plan's. */
  isChanged: boolean
  problem: string | null
  change: (text: string) => void
  /** Saves what was typed. False when it can't be saved: the text stays, with the problem beside it. */
  commit: () => boolean
  revert: () => void
}

/** What a person is typing, apart from the value it will become: kept until it is committed or reverted, never lost to a problem. */
export function useDraft<T>(of: DraftOf<T>, start: string | null = null): Draft {
  const [typed, setTyped] = useState(start)
  const [problem, setProblem] = useState<string | null>(null)
  // A blur right after Enter comes before the next render: what was committed then must already be known here.
  const pending = useRef(start)
  const shown = of.show(of.value)
  const set = (text: string | null): void => {
    pending.current = text
    setTyped(text)
    setProblem(null)
  }
  return {
    text: typed ?? shown,
    isChanged: typed !== null && typed !== shown,
    problem,
    change: (text) => set(text === shown ? null : text),
    revert: () => set(null),
    commit: () => {
      const text = pending.current
      if (text === null || text === shown) {
        set(null)
        return true
      }
      const read = of.read(text)
      const refused = read.ok ? textOf(of.save(read.value)[0]) : read.problem
      if (refused === null) set(null)
      else setProblem(refused)
      return refused === null
    },
  }
}

/** Reads an amount as the person's locale writes it, sums included; blank is 0 where `blankIsZero`. */
export function readTypedAmount(text: string, currency_code: string, blankIsZero = false): Read<number> {
  if (blankIsZero && text.trim() === '') return { ok: true, value: 0 }
  const read = readAmount(text, minorUnitDigits(currency_code), numberMarks(currency_code), currencySigns(currency_code))
  return read.ok ? { ok: true, value: read.amount_cents } : { ok: false, problem: amountProblem(read, currency_code) }
}

export const amountDraft = (
  amount_cents: number,
  currency_code: string,
  save: (amount_cents: number) => readonly Problem[],
): DraftOf<number> => ({
  value: amount_cents,
  show: (amount) => formatAmount(amount, currency_code),
  read: (text) => readTypedAmount(text, currency_code),
  save,
})

/** "= $40.00" while a sum such as 120/3 is being typed; null for a plain number. */
export function sumResult(text: string, currency_code: string): string | null {
  if (!/[-+*/×÷−(]/.test(text.trim().slice(1))) return null
  const read = readTypedAmount(text, currency_code)
  return read.ok ? `= ${formatMoney(read.value, currency_code)}` : null
}
