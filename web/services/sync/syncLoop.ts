/**
 * Sends what waits, plan by plan, until nothing is left or nothing more can be sent; then tries again after a while. One tab of a browser
 * at a time.
 */
import type { Link } from './link.ts'
import { follow, type SyncEffect, type SyncEvent } from './machine.ts'
import type { PlanSteps } from './planSteps.ts'
import type { SaverParts } from './saverParts.ts'
import type { ShownPlans } from './shownPlans.ts'

export interface SyncLoop {
  /** Resolves when everything is stored, or can't be for now. */
  run(): Promise<void>
  stop(): void
}

/** `goesOn`: whether an edit is of a gesture that has not ended; it is not sent yet. */
export function createSyncLoop(
  { store, journal, alone, isSignedIn, wait_ms: [first_ms, most_ms] }: SaverParts,
  shown: ShownPlans,
  link: Link,
  steps: PlanSteps,
  goesOn: (edit_id: string) => boolean,
): SyncLoop {
  let running: Promise<void> | null = null
  let wantsMore = false
  let isStopped = false
  let wait_ms = first_ms
  let retry: ReturnType<typeof setTimeout> | undefined

  const perform = async (id: string, effect: SyncEffect): Promise<SyncEvent | null> => {
    if (effect.type === 'read') return { type: 'read', answer: await store.getScenario(id), stale_id: effect.stale_id }
    if (effect.type !== 'send') return null
    const { edit, if_match } = effect
    const answer = await store.applyEdit(id, edit.edit, { edit_id: edit.id, if_match })
    const plan = shown.plans.get(id)
    return { type: 'answered', edit_id: edit.id, answer, after: plan?.edits[0]?.id === edit.id ? plan.states[0] : undefined }
  }

  /** Does what is to be done about one plan, as far as that goes now. False when nothing more can be sent. */
  const drive = async (id: string, begin: SyncEffect[]): Promise<boolean> => {
    for (let effects = begin; effects.length > 0;) {
      if (isStopped) return false
      const waits = effects.find((effect) => effect.type === 'wait')
      if (waits?.because === 'gone') {
        await steps.forget(id, waits.problems)
        return link.state !== 'signed_out'
      }
      if (waits) {
        link.become(waits.because, waits.problems)
        return false
      }
      if (!isSignedIn()) {
        link.become('signed_out')
        return false
      }
      const next = effects.find((effect) => effect.type === 'send' || effect.type === 'read')
      const event = next && (await perform(id, next))
      if (!event) break
      if (event.type === 'answered' && event.answer.ok) {
        link.become('sending')
        wait_ms = first_ms
      }
      effects = await steps.take(id, event)
    }
    return true
  }

  const sendAll = async (): Promise<void> => {
    for (const { scenario_id } of await journal.all()) {
      const record = await journal.read(scenario_id)
      if (record && !(await drive(scenario_id, follow(record).effects))) return
    }
    wait_ms = first_ms
    link.become('idle')
  }

  const work = async (): Promise<void> => {
    clearTimeout(retry)
    while (wantsMore && !isStopped) {
      wantsMore = false
      await steps.journalOwn(goesOn)
      if (link.state === 'idle') link.become('sending')
      await alone(sendAll)
    }
    if (isStopped || link.state !== 'down') return
    retry = setTimeout(() => void run(), wait_ms)
    wait_ms = Math.min(wait_ms * 2, most_ms)
  }

  const run = (): Promise<void> => {
    wantsMore = true
    running ??= work().finally(() => (running = null))
    return running
  }

  return {
    run,
    stop: () => {
      isStopped = true
      clearTimeout(retry)
    },
  }
}
