import { expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { saidNow } from '../../web/components/frame/shownNotices.ts'
import { keepStorage, rememberExport } from '../../web/useCases/keeping.ts'
import { memoryKeys } from '../../web/services/deviceMemory.ts'
import { testBrowser } from './tabs.ts'

test('the client alone works as the Flask module’s did: lists replaced, fields changed, allocations put and taken away', async () => {
  const { service } = await testBrowser().tab({ start: false })
  const made = await service.createScenario({ name: 'Base' })
  if (!made.ok) throw new Error(made.problems[0]!.says)
  const { id } = made.value
  expect(
    await service.putScenario(id, { bills: [{ name: 'Rent', amount_cents: 5 }], allocations: [], planning_balance_cents: 100 }),
  ).toMatchObject({ ok: true, value: { revision: 2 } })
  expect(await service.patchScenario(id, { currency_code: 'EUR' })).toMatchObject({ ok: true, value: { revision: 3 } })
  const allocation = { id: newId(), target: 'savings:Car', kind: 'percent', value: 60 } as const
  expect(await service.upsertAllocation(id, allocation)).toMatchObject({ ok: true })
  expect(await service.upsertAllocation(id, { target: 'goal:Trip', kind: 'percent', value: 41 })).toMatchObject({
    ok: false,
    problems: [{ code: 'percents_must_not_exceed_100' }],
  })
  expect(await service.getScenario(id)).toMatchObject({
    value: { planning_balance_cents: 100, currency_code: 'EUR', bills: [{ name: 'Rent' }], allocations: [allocation] },
  })
  expect(await service.deleteAllocation(id, allocation.id, { if_match: 1 })).toMatchObject({
    ok: false,
    problems: [{ code: 'revision_is_stale' }],
    current_revision: 4,
  })
  expect(await service.deleteAllocation(id, allocation.id)).toMatchObject({ ok: true })
  expect(await service.getScenario(id)).toMatchObject({ value: { allocations: [] } })
})

test('the mode is remembered once something was done in it', async () => {
  const browser = testBrowser()
  const tab = await browser.tab()
  expect(browser.storage.get(memoryKeys.mode)).toBe(undefined)
  await tab.actions.createScenario({ name: 'Base' })
  expect(browser.storage.get(memoryKeys.mode)).toBe('local')
  await tab.close()
})

test('where the browser promises nothing, an export is reminded of once in a while, and not soon after one', async () => {
  let at = '2026-03-01T08:00:00.000Z'
  const tab = await testBrowser().tab()
  const environment = await tab.service.environment()
  const service = { ...tab.service, environment: async () => ({ ...environment, clock: { ...environment.clock, at: () => at } }) }
  const reminders = (): number => tab.state().notices.filter(({ action }) => action && saidNow(action.label) === 'Export').length
  await keepStorage(tab, service)
  expect(reminders()).toBe(0)
  at = '2026-03-16T08:00:00.000Z'
  await keepStorage(tab, service)
  expect(reminders()).toBe(1)
  tab.actions.dismissNotice(tab.state().notices[0]!.id)
  at = '2026-04-10T08:00:00.000Z'
  await rememberExport(service)
  await keepStorage(tab, service)
  expect(reminders()).toBe(0)
  await tab.close()
})
