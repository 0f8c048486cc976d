/**
 * Sends what is held for an account, in order, one edit at a time and from one tab at a time. A connection that is down
 * is tried again, ever more rarely; what the server refuses is taken back; what others changed meanwhile is merged.
 */
import type { PlanningStore } from '../../core/store.ts'
import type { Problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { Outbox } from './outbox.ts'
import type { HeldEdit, HeldScenario } from './records/records.ts'
import { isPassing } from './requests.ts'
import { rebase, type RefusedEdit } from './workingCopy.ts'

export type SendingState = 'idle' | 'sending' | 'down' | 'signed_out'

export interface SenderParts {
  outbox: Outbox
  store: PlanningStore
  /** Whether requests of this browser are this account's; anything else must not be sent. */
  isSignedIn: () => boolean
  /** Asks the server whether it is. */
  checkSignedIn: () => Promise<boolean>
  /** Lets one tab work at a time. */
  alone: (work: () => Promise<void>) => Promise<void>
  changed: (scenario_id: string) => Promise<void>
  stateChanged: () => void
  refused: (scenario: Scenario, refused: RefusedEdit[]) => void
  gone: (kept: Scenario, unsaved: number) => void
  firstWait_ms?: number
}

export interface Sender {
  /** Sends all there is, as far as that goes now. */
  send(): Promise<void>
  state(): SendingState
  stop(): void
}

const longestWait_ms = 60_000

export function sender(parts: SenderParts): Sender {
  const { outbox, store, firstWait_ms = 1_000 } = parts
  let state: SendingState = 'idle'
  let working: Promise<void> | null = null
  let wantsMore = false
  let isStopped = false
  let wait_ms = firstWait_ms
  let retry: ReturnType<typeof setTimeout> | undefined

  const become = (next: SendingState): void => {
    if (state === next) return
    state = next
    parts.stateChanged()
  }

  const send = (): Promise<void> => {
    wantsMore = true
    working ??= work().finally(() => (working = null))
    return working
  }

  const work = async (): Promise<void> => {
    clearTimeout(retry)
    while (wantsMore && !isStopped) {
      wantsMore = false
      if (state === 'idle') become('sending')
      await parts.alone(sendAll)
    }
    if (isStopped || state !== 'down') return
    retry = setTimeout(() => void send(), wait_ms)
    wait_ms = Math.min(wait_ms * 2, longestWait_ms)
  }

  const sendAll = async (): Promise<void> => {
    for (const { scenario_id } of await outbox.all()) {
      for (;;) {
        const held = await outbox.read(scenario_id)
        const first = held?.edits[0]
        if (!held || !first || held.theirs) break
        if (isStopped) return
        if (!parts.isSignedIn()) return become('signed_out')
        const goesOn = await sendOne(held, first)
        await parts.changed(scenario_id)
        if (!goesOn) return
      }
    }
    wait_ms = firstWait_ms
    become('idle')
  }

  /** False when sending has to stop for now. */
  const sendOne = async (held: HeldScenario, first: HeldEdit): Promise<boolean> => {
    const { scenario_id: id, base } = held
    const written = await store.applyEdit(id, first.edit, { if_match: base.revision, edit_id: first.id })
    if (written.ok) {
      become('sending')
      wait_ms = firstWait_ms
      return (await outbox.acknowledge(id, first.id, written.value)) !== undefined || reconcile(held, first)
    }
    if (written.problems.some(({ code }) => code === 'revision_is_stale')) return reconcile(held, first)
    return notNow(written.problems, held) ?? takeBack(held, first, written.problems)
  }

  /** The server has another state than the edits were made on. */
  const reconcile = async (held: HeldScenario, first: HeldEdit): Promise<boolean> => {
    const { scenario_id: id } = held
    const theirs = await store.getScenario(id)
    if (!theirs.ok) return notNow(theirs.problems, held) ?? takeBack(held, first, theirs.problems)
    await outbox.merge(id, theirs.value)
    return true
  }

  /** What says nothing about the edit itself: it stays held. Null when it does. */
  const notNow = (problems: readonly Problem[], held: HeldScenario): boolean | Promise<boolean> | null => {
    if (problems.some(({ code }) => code === 'must_be_signed_in')) {
      become('signed_out')
      return false
    }
    if (isPassing(problems)) {
      become('down')
      return false
    }
    return problems.some(({ code }) => code === 'not_found') ? lose(held) : null
  }

  /** Not found may also mean that somebody else has signed in meanwhile, whose requests these would be. */
  const lose = async (held: HeldScenario): Promise<boolean> => {
    if (!(await parts.checkSignedIn())) {
      become('signed_out')
      return false
    }
    await outbox.forget(held.scenario_id)
    parts.gone(rebase(held.base, held.edits).copy.current, held.edits.length)
    return true
  }

  const takeBack = async (held: HeldScenario, first: HeldEdit, problems: Problem[]): Promise<boolean> => {
    const taken = await outbox.takeBack(held.scenario_id, first.id, problems)
    if (taken) parts.refused(rebase(held.base, held.edits).copy.current, taken.refused)
    return true
  }

  return {
    send,
    state: () => state,
    stop: () => {
      isStopped = true
      clearTimeout(retry)
    },
  }
}
