import { listed } from '../../../core/words/words.ts'
import type { LeftBehind } from '../../services/leftBehind.ts'
import { say } from '../../words/say.ts'

/** What is in this browser alone, in words: "2 changes that have not reached the server and a bank account read from files". */
export function keptWords({ edits, bank_accounts }: LeftBehind): string {
  const unsent = edits === 0 ? [] : [say('settings.kept.edits', { count: edits })]
  const banks = bank_accounts === 0 ? [] : [say('settings.kept.bank_accounts', { count: bank_accounts })]
  return listed([...unsent, ...banks], say)
}
