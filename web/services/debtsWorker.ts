/** Puts the debts of a plan in order, apart from the page, which stays free meanwhile. */
import { debts } from '../../core/questions/debts.ts'
import type { DebtsAnswer, DebtsRequest } from './debtsWork.ts'

self.addEventListener('message', ({ data: { scenario, today, extra_cents, rows } }: MessageEvent<DebtsRequest>) => {
  const found = debts(scenario, { today, extra_cents })
  const row = (account_id: string): { id: string; name: string } => rows[account_id]!
  const told = found.ok
    ? {
        ok: true as const,
        answer: found.answer,
        edits: { best: found.put('best', row), avalanche: found.put('avalanche', row), snowball: found.put('snowball', row) },
      }
    : found
  self.postMessage(told satisfies DebtsAnswer, { transfer: [] })
})
