/** Steps of the state machine, one after the other: each is taken in the journal, then shown, then told to the other tabs. */
import type { Scenario } from '../../../core/scenario.ts'
import type { StoreResult } from '../../../core/store.ts'
import type { PendingScenario } from '../records/records.ts'
import { rebase } from './edits.ts'
import type { Link } from './link.ts'
import type { SyncEffect, SyncEvent } from './machine.ts'
import type { SaverParts } from './saverParts.ts'
import { currentOf, type ShownPlans } from './shownPlans.ts'

export interface PlanSteps {
  /** Takes a step; answers what is to be done next. */
  take(id: string, event: SyncEvent, base?: Scenario): Promise<SyncEffect[]>
  show(record: PendingScenario): void
  /** Shows what another tab has brought into the journal; undefined: it holds nothing of this plan. */
  showAgain(id: string): Promise<PendingScenario | undefined>
  /** Brings edits that this tab alone knows of into the journal, but for those that are still going on. */
  journalOwn(goesOn: (edit_id: string) => boolean): Promise<void>
  /** Reads a plan again; edits that wait meet what is new when they are sent. */
  look(id: string): Promise<StoreResult<Scenario>>
  /** The store says that the plan is not there. */
  forget(id: string, problems: Link['reasons']): Promise<void>
  /** What was held before this tab was there, and edits of a tab that was killed before it could hold them. */
  recover(): Promise<void>
}

export function createPlanSteps(
  { store, journal, channel, events, writeAhead, checkSignedIn }: SaverParts,
  shown: ShownPlans,
  link: Link,
  onForgotten: (id: string) => void,
): PlanSteps {
  let turn: Promise<unknown> = Promise.resolve()

  /** Strictly in turn, so that an older state is never shown after a newer one. */
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const show = (record: PendingScenario, stored?: string): void => {
    const followed = shown.follow(record, stored)
    for (const edit_id of followed?.gone ?? []) writeAhead.remove(edit_id)
    if (followed && followed.refused.length > 0) events.refused(followed.current, followed.refused)
    events.changed()
  }

  const take: PlanSteps['take'] = (id, event, base) =>
    inTurn(async () => {
      const stepped = await journal.step(id, event, base)
      if (!stepped) return []
      const before = shown.plans.get(id)
      if (event.type === 'made') shown.journaled(event.edit.id)
      if (event.type === 'made' && journal.lasts()) writeAhead.remove(event.edit.id)
      if (event.type === 'answered' && !stepped.held.edits.some(({ id: other }) => other === event.edit_id))
        writeAhead.remove(event.edit_id)
      show(stepped.held, event.type === 'answered' && event.answer.ok ? event.edit_id : undefined)
      const refused = stepped.effects.flatMap((effect) => (effect.type === 'refused' ? effect.refused : []))
      if (refused.length > 0) {
        const scenario = before ? currentOf(before) : stepped.held.base
        events.refused(scenario, refused)
        channel.post({ type: 'edits_refused', scenario, refused })
      }
      if (journal.lasts() && (event.type !== 'read' || event.stale_id !== undefined)) channel.post({ type: 'scenario_changed', id })
      return stepped.effects
    })

  const showAgain = (id: string): Promise<PendingScenario | undefined> =>
    inTurn(async () => {
      const record = await journal.read(id)
      if (record) show(record)
      else shown.count(id, 0)
      return record
    })

  const journalOwn = async (goesOn: (edit_id: string) => boolean): Promise<void> => {
    for (const [id, plan] of shown.plans)
      for (const edit of shown.ownOf(plan)) if (!goesOn(edit.id)) await take(id, { type: 'made', edit }, plan.base)
  }

  const forget: PlanSteps['forget'] = async (id, problems) => {
    // Not found may also mean that somebody else has signed in meanwhile, whose requests these would be.
    if (!(await checkSignedIn())) return link.become('signed_out', problems)
    const record = await journal.read(id)
    const before = shown.plans.get(id)
    const kept = before ? currentOf(before) : record && rebase(record.base, record.edits).current
    const edits = before?.edits ?? record?.edits ?? []
    await journal.forget(id)
    for (const edit of edits) writeAhead.remove(edit.id)
    shown.forget(id)
    onForgotten(id)
    if (kept) events.gone(kept, edits.length)
  }

  const look: PlanSteps['look'] = async (id) => {
    const answer = await store.getScenario(id)
    if (answer.ok) await take(id, { type: 'read', answer })
    else if (shown.plans.has(id) && answer.problems.some(({ code }) => code === 'not_found')) await forget(id, answer.problems)
    return answer
  }

  const recover = async (): Promise<void> => {
    for (const record of await journal.all()) shown.count(record.scenario_id, record.edits.length)
    for (const { scenario_id, edit } of writeAhead.left()) {
      const record = (await journal.read(scenario_id)) ?? (await look(scenario_id).then(() => journal.read(scenario_id)))
      if (record) await take(scenario_id, { type: 'made', edit })
    }
    events.changed()
  }

  return { take, show, showAgain, journalOwn, look, forget, recover }
}
