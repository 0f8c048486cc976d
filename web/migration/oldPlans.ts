/**
 * Brings over, once, what an older version of the page kept under `pyNance:planning:v1` in localStorage. The old data
 * stays where it is until the person has checked.
 */
import { readLegacyPlans } from '../../core/plan-files/legacy.ts'
import { freeName } from '../../core/scenario.ts'
import type { OldPlans } from '../context/planning.ts'
import { memoryKeys, type DeviceMemory } from '../services/deviceMemory.ts'
import { addLocalScenario } from '../services/localStore.ts'
import { scenarioTables } from '../services/records/records.ts'
import type { BrowserEnvironment } from '../services/storageSession.ts'
import { textOf } from '../words/problems.ts'
import { say } from '../words/say.ts'

const markName = 'old_plans'

/** A short fingerprint (FNV-1a), so that the same text is brought over once and a changed one again. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}-${(hash >>> 0).toString(16)}`
}

/**
 * What was brought over and still wants checking, now or at an earlier start; null when there is nothing of the kind.
 * One transaction: broken off half way, or begun in two tabs at once, it adds nothing twice.
 */
export async function bringOldPlansOver({
  memory,
  environment,
}: {
  memory: DeviceMemory
  environment: BrowserEnvironment
}): Promise<OldPlans | null> {
  const text = memory.get(memoryKeys.old_plans)
  if (text === null) return null
  const { records, clock, newId } = environment
  const print = fingerprint(text)
  const read = readLegacyPlans(text, { newId, today: clock.today(), at: clock.at(), say })
  return records.write([...scenarioTables, 'marks'], async (writing) => {
    const earlier = (await writing.get('marks', [markName]))?.value as { print: string; result: OldPlans } | undefined
    if (earlier?.print === print) return earlier.result
    const here = await writing.list('scenarios')
    const taken = new Set(here.map(({ summary }) => summary.name))
    const ids = new Set(here.map(({ id }) => id))
    const result: OldPlans = { brought: 0, skipped: [...read.skipped] }
    for (const scenario of read.scenarios) {
      const name = freeName(scenario.name, taken)
      taken.add(name)
      const added = await addLocalScenario(writing, { ...scenario, name, id: ids.has(scenario.id) ? newId() : scenario.id }, clock.at())
      if (added.ok) result.brought += 1
      else result.skipped.push(say('legacy.not_stored', { plan: scenario.name, problem: textOf(added.problems[0]) ?? '' }))
    }
    await writing.put('marks', { name: markName, value: { print, result } })
    return result
  })
}
