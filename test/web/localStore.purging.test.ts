import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { localStore } from '../../web/services/localStore.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'

function device() {
  let at = '2026-06-01T08:00:00.000Z'
  const records = memoryRecords()
  const store = localStore({ records, clock: { at: () => at, today: () => at.slice(0, 10) }, newId })
  const on = async (day: string): Promise<string[]> => {
    at = `${day}T08:00:00.000Z`
    // Making a plan is a look at those that are deleted.
    await store.createScenario({ name: `Look on ${day}` })
    return (await records.read(['scenarios'], (reading) => reading.list('scenarios'))).map(({ summary }) => summary.name)
  }
  const deleted = async (day: string, name: string): Promise<string> => {
    at = `${day}T08:00:00.000Z`
    const made = await store.createScenario({ name })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    await store.deleteScenario(made.value.id)
    return made.value.id
  }
  return { store, on, deleted, setClock: (day: string) => (at = `${day}T08:00:00.000Z`) }
}

test('a device whose clock jumps ahead for a moment loses no deleted plan', async () => {
  const { store, on, deleted } = device()
  const id = await deleted('2026-06-01', 'Holiday')
  expect(await on('2038-01-19')).toContain('Holiday')
  await on('2026-06-02')
  expect(await on('2026-06-05')).toContain('Holiday')
  expect(await store.restoreScenario(id)).toMatchObject({ ok: true, value: { name: 'Holiday' } })
})

test('a deleted plan goes after 30 days, at the second look a day later', async () => {
  const { on, deleted } = device()
  await deleted('2026-06-01', 'Holiday')
  expect(await on('2026-06-30')).toContain('Holiday')
  expect(await on('2026-07-05')).toContain('Holiday')
  expect(await on('2026-07-06')).not.toContain('Holiday')
})

test('a plan deleted while the clock is behind is kept from its last change on', async () => {
  const { store, deleted, setClock } = device()
  setClock('2026-06-01')
  const made = await store.createScenario({ name: 'Holiday' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  setClock('1980-01-01')
  await store.deleteScenario(made.value.id)
  setClock('2026-06-02')
  expect(await store.listDeleted()).toMatchObject({ value: [{ name: 'Holiday' }] })
  await deleted('2026-06-02', 'Another')
  expect(await store.restoreScenario(made.value.id)).toMatchObject({ ok: true })
})
