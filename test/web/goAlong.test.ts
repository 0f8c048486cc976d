import { expect, it } from 'vitest'
import { bankMemory } from '../../web/services/bank/bankMemory.ts'
import { bankGoesAlong } from '../../web/services/bank/goAlong.ts'
import { planMemory } from '../../web/services/bank/planMemory.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'

const rows = (cents: number, month: string) =>
  [3, 9, 17].map((day) => ({
    id: `${cents} ${month} ${day}`,
    date: `${month}-${String(day).padStart(2, '0')}`,
    amount_cents: cents - day,
    payee: `Shop ${cents}`,
    memo: '',
  }))
const of = (account: string, cents: number, month = '2026-01') => ({ account, currency: 'USD', transactions: rows(cents, month) })

it('accounts without a number do not become those of another who had some already, and keep what the plan says of them', async () => {
  const records = memoryRecords()
  const [here, there] = [bankMemory(records, 'local'), bankMemory(records, 'ana')]
  await there.keep([of('', -9_000)], 'USD', { shape: 'a', file_name: 'other.csv' })
  for (const [nth, cents] of [-500, -9_000].entries()) await here.keep([of('', cents)], 'USD', { shape: 'a', file_name: `${nth}.csv` })
  const plan = { id: 'p', parent_id: null }
  await planMemory(records, 'local').keepOfPlan({
    ...(await planMemory(records, 'local').ofPlan(plan)),
    links: { '': null, '#2': 'card' },
  })
  const go = () => bankGoesAlong(records, { from: 'local', to: 'ana' }, [{ id: 'p', there_id: 'p' }])
  await go()
  await go()
  const known = (await there.accounts()).map(({ account, transactions }) => [account, transactions.map(({ id }) => id)])
  expect(known).toEqual([
    ['', rows(-9_000, '2026-01').map(({ id }) => id)],
    ['#2', rows(-500, '2026-01').map(({ id }) => id)],
  ])
  expect((await planMemory(records, 'ana').ofPlan(plan)).links).toEqual({ '#2': null, '': 'card' })
})
