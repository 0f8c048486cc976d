/**
 * What this browser holds for one account: the last state of each scenario that the server acknowledged, and the edits
 * on top of it. Everything is keyed by the account, so nothing is ever shown or sent under another.
 */
import type { MergeChoices } from '../../core/comparison/clash.ts'
import { isSameContent } from '../../core/comparison/content.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { applyEdit } from '../../core/edit.ts'
import type { Problem } from '../../core/problem.ts'
import type { Scenario, ScenarioSummary } from '../../core/scenario.ts'
import type { Written } from '../../core/store.ts'
import { memoryRecords } from './records/memoryRecords.ts'
import { forgetAccount } from './leftBehind.ts'
import type { HeldEdit, HeldScenario, Records } from './records/records.ts'
import { rebase, type RefusedEdit } from './workingCopy.ts'

export interface Outbox {
  /** False: what is held does not survive the closing of the tab. */
  lasts(): boolean
  all(): Promise<HeldScenario[]>
  read(id: string): Promise<HeldScenario | undefined>
  /** A state read from the server: the new base where nothing waits on top of the old one. */
  remember(scenario: Scenario): Promise<HeldScenario>
  hold(base: Scenario, edit: HeldEdit): Promise<HeldScenario>
  /** The first edit is on the server. Undefined when its answer does not fit what is held: then the scenario has to be read. */
  acknowledge(id: string, edit_id: string, written: Written): Promise<HeldScenario | undefined>
  /** The server refused an edit; later ones that don't apply without it go with it. */
  takeBack(id: string, edit_id: string, problems: Problem[]): Promise<{ held: HeldScenario; refused: RefusedEdit[] } | undefined>
  /** Someone else's state has come in between: `held` edits are merged with it, or wait with it for an answer. */
  merge(id: string, theirs: Scenario, choices?: MergeChoices): Promise<HeldScenario | undefined>
  forget(id: string): Promise<void>
  readList(): Promise<ScenarioSummary[] | undefined>
  rememberList(scenarios: ScenarioSummary[]): Promise<void>
  /** All of it goes; what this tab would still hold is held no more. */
  end(): Promise<void>
}

export function outbox(given: Records, account_id: string, { at, newId }: { at: () => string; newId: () => string }): Outbox {
  let records = given

  /** A device that is full holds no edits: then this tab does, so that they are sent all the same. */
  const write = async <R>(work: Parameters<typeof records.write<R>>[1]): Promise<R> => {
    try {
      return await records.write(['held_scenarios', 'held_lists'], work)
    } catch (error) {
      if (!records.lasts || !(error instanceof DOMException)) throw error
      const memory = memoryRecords()
      const held = await records.read(['held_scenarios'], (reading) => reading.list('held_scenarios', [account_id]))
      await memory.write(['held_scenarios'], async (writing) => {
        for (const scenario of held) await writing.put('held_scenarios', scenario)
      })
      records = memory
      return records.write(['held_scenarios', 'held_lists'], work)
    }
  }

  /** Changes what is held of a scenario; null from `change` leaves it as it is. */
  const change = (id: string, make: (held: HeldScenario) => HeldScenario | null): Promise<HeldScenario | undefined> =>
    write(async (writing) => {
      const held = await writing.get('held_scenarios', [account_id, id])
      const next = held && make(held)
      if (next) await writing.put('held_scenarios', next)
      return next ?? undefined
    })

  const read = (id: string): Promise<HeldScenario | undefined> => records.read(['held_scenarios'], (reading) => reading.get('held_scenarios', [account_id, id]))

  return {
    lasts: () => records.lasts,
    all: () => records.read(['held_scenarios'], (reading) => reading.list('held_scenarios', [account_id])),
    read,
    remember: (scenario) =>
      write(async (writing) => {
        const held = await writing.get('held_scenarios', [account_id, scenario.id])
        if (held && (held.edits.length > 0 || held.base.revision >= scenario.revision)) return held
        const next: HeldScenario = { account_id, scenario_id: scenario.id, base: scenario, edits: [], theirs: null }
        await writing.put('held_scenarios', next)
        return next
      }),
    hold: (base, edit) =>
      write(async (writing) => {
        const held = (await writing.get('held_scenarios', [account_id, base.id])) ?? { account_id, scenario_id: base.id, base, edits: [], theirs: null }
        const next = { ...held, edits: [...held.edits, edit] }
        await writing.put('held_scenarios', next)
        return next
      }),
    acknowledge: (id, edit_id, written) =>
      change(id, (held) => {
        const [first, ...rest] = held.edits
        const applied = first?.id === edit_id && applyEdit(held.base, first.edit, written.updated_at)
        if (!applied || !applied.ok || applied.scenario.revision !== written.revision) return null
        return { ...held, base: { ...applied.scenario, updated_at: written.updated_at }, edits: rest }
      }),
    takeBack: async (id, edit_id, problems) => {
      let refused: RefusedEdit[] = []
      const held = await change(id, (before) => {
        const edit = before.edits.find((other) => other.id === edit_id)
        if (!edit) return null
        const rest = rebase(before.base, before.edits.filter((other) => other.id !== edit_id))
        refused = [{ held: edit, problems }, ...rest.refused]
        return { ...before, edits: [...rest.copy.edits] }
      })
      return held && { held, refused }
    },
    merge: (id, theirs, choices) =>
      change(id, (held) => {
        const mine = rebase(held.base, held.edits).copy.current
        const merged = mergeScenarios(held.base, mine, theirs, choices)
        if (merged.clashes.length > 0) return { ...held, theirs }
        const edits = isSameContent(merged.scenario, theirs) ? [] : [{ id: newId(), edit: merged.edit, at: at() }]
        return { ...held, base: theirs, edits, theirs: null }
      }),
    forget: (id) => write((writing) => writing.delete('held_scenarios', [account_id, id])),
    readList: async () => (await records.read(['held_lists'], (reading) => reading.get('held_lists', [account_id])))?.scenarios,
    rememberList: (scenarios) => write((writing) => writing.put('held_lists', { account_id, scenarios })),
    end: () => {
      records = memoryRecords()
      return forgetAccount(given, account_id)
    },
  }
}
