import { expect, it } from 'vitest'
import { bankMemory } from '../../web/services/bank/bankMemory.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'

const one = (id: string, date: string) => ({ id, date, amount_cents: -500, payee: 'Shop', memo: '' })
const read = (transactions: ReturnType<typeof one>[], balance_cents: number, balance_date: string) => ({ account: '4711', currency: 'USD', transactions, balance_cents, balance_date })

it('an account that was forgotten and comes back takes nothing from what was read meanwhile', async () => {
  const kept = bankMemory(memoryRecords(), 'local')
  await kept.keep([read([one('a', '2026-01-02'), one('b', '2026-01-05')], 10_000, '2026-01-31')], 'USD')
  const [forgotten] = await kept.accounts()
  await kept.forget(forgotten!)
  expect(await kept.accounts()).toEqual([])
  await kept.keep([read([one('b', '2026-01-05'), one('c', '2026-02-02')], 20_000, '2026-02-28')], 'USD')
  expect(await kept.keep([forgotten!], 'USD')).toBe(1)
  expect(await kept.accounts()).toEqual([{ owner: 'local', account: '4711', currency: 'USD', transactions: [one('a', '2026-01-02'), one('b', '2026-01-05'), one('c', '2026-02-02')], balance_cents: 20_000, balance_date: '2026-02-28' }])
})
