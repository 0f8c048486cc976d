import type { LeftBehind } from '../../services/leftBehind.ts'

/** What is in this browser alone, in words: "2 changes that have not reached the server, and what was read from the files of a bank". */
export function keptWords({ edits, bank_accounts }: LeftBehind): string {
  const unsent = edits === 0 ? [] : [edits === 1 ? '1 change that has not reached the server' : `${edits} changes that have not reached the server`]
  const banks = bank_accounts === 0 ? [] : [bank_accounts === 1 ? 'a bank account read from files' : `${bank_accounts} bank accounts read from files`]
  return [...unsent, ...banks].join(' and ')
}
