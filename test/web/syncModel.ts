/**
 * A world in which plans are saved: one store, devices with a journal each, tabs that are killed, a network that loses and delays. The state machine is
 * the one of the app; everything around it is played. Each edit is followed from the key press to its end.
 */
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { isSameContent } from '../../core/comparison/content.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { newScenario } from '../../core/repository/new-scenario.ts'
import { problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { StoreResult, Written } from '../../core/store.ts'
import type { PendingEdit, PendingScenario } from '../../web/services/records/records.ts'
import { rebase } from '../../web/services/sync/edits.ts'
import { follow, step, type Rules, type SyncEffect, type SyncEvent } from '../../web/services/sync/machine.ts'

const at = '2026-03-01T08:00:00.000Z'

/** mulberry32 */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

interface Request {
  effect: Extract<SyncEffect, { type: 'send' | 'read' }>
  event?: SyncEvent
}

interface Device {
  held: PendingScenario
  /** Edits that a tab has made and not held yet; noted ahead, so that they outlive it. */
  fresh: [PendingEdit[], PendingEdit[]]
  requests: Request[]
  isFull: boolean
  isSignedIn: boolean
}

export type End = 'stored' | 'refused' | 'absorbed'

export function world(seed: number, mode: 'api' | 'local') {
  const below = random(seed)
  let ids = 0
  const uuid = (): string => `00000000-0000-4000-8000-${(ids += 1).toString(16).padStart(12, '0')}`
  const made = newScenario(
    {
      name: 'Base',
      id: uuid(),
      bills: [
        { id: uuid(), name: 'Rent', amount_cents: 1 },
        { id: uuid(), name: 'Phone', amount_cents: 2 },
      ],
    },
    { at, today: at.slice(0, 10), newId: uuid },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))

  // The store.
  const history = new Map<number, Scenario>([[1, made.scenario]])
  let stored: Scenario = made.scenario
  const known = new Map<string, Written>()

  // What became of each edit a person made. An edit that merging makes carries on those it came from.
  const carries = new Map<string, readonly string[]>()
  const ends = new Map<string, End>()
  const wasMade: string[] = []
  const fail = (what: string): never => {
    throw new Error(`seed ${seed}, ${mode}: ${what}`)
  }
  const end = (id: string, how: End): void => {
    for (const origin of carries.get(id) ?? fail(`nobody made ${id}`)) {
      if (ends.has(origin) && !(how === 'stored' && ends.get(origin) === 'absorbed'))
        fail(`${origin} was ${ends.get(origin)!}, and then ${how}`)
      ends.set(origin, how)
    }
  }

  const storeEdit = (edit: PendingEdit, if_match: number): StoreResult<Written> => {
    const before = known.get(edit.id)
    if (before) return { ok: true, value: before }
    if (if_match !== stored.revision) return { ok: false, problems: [problem('revision_is_stale', '')], current_revision: stored.revision }
    const applied = applyEdit(stored, edit.edit, at)
    if (!applied.ok) return applied
    const { id, revision, updated_at } = applied.scenario
    if (applied.changed) {
      stored = applied.scenario
      history.set(revision, stored)
      known.set(edit.id, { id, revision, updated_at })
      end(edit.id, 'stored')
    }
    return { ok: true, value: { id, revision, updated_at } }
  }

  const devices: Device[] = [0, 1].map(() => ({
    held: { account_id: '', scenario_id: stored.id, base: stored, edits: [], theirs: null },
    fresh: [[], []],
    requests: [],
    isFull: false,
    isSignedIn: true,
  }))

  /** One step of a device, with what must always hold. */
  const take = (device: Device, event: SyncEvent): SyncEffect[] => {
    const before = device.held
    const rules: Rules = {
      merge: mode === 'api' ? mergeScenarios : null,
      stamp: () => {
        const id = uuid()
        const from = event.type === 'made' ? [...before.edits, event.edit] : before.edits
        carries.set(
          id,
          from.flatMap((edit) => carries.get(edit.id) ?? fail('unknown')),
        )
        return { id, at }
      },
    }
    const { held, effects } = step(before, event, rules)
    device.held = held
    for (const effect of effects) if (effect.type === 'refused') for (const { held: edit } of effect.refused) end(edit.id, 'refused')
    const own = event.type === 'made' ? [...before.edits, event.edit] : before.edits
    const isMerged =
      own.length > 0 &&
      held.base !== before.base &&
      held.edits.every(({ id }) => !own.some((edit) => edit.id === id)) &&
      event.type !== 'answered'
    if (isMerged && held.edits.length === 0) for (const { id } of own) end(id, 'absorbed')
    // An edit that changed nothing where it was sent.
    if (event.type === 'answered' && event.answer.ok && before.edits[0]?.id === event.edit_id && !known.has(event.edit_id))
      end(event.edit_id, 'absorbed')
    if (!isSameContent(held.base, history.get(held.base.revision) ?? fail('a base that never was')))
      fail(`the base at ${held.base.revision} is not what was stored`)
    if (new Set(held.edits.map(({ id }) => id)).size < held.edits.length) fail('an edit is held twice')
    if (held.theirs && effects.some(({ type }) => type === 'send')) fail('it sends while it asks')
    return effects
  }

  const sendOf = (effects: readonly SyncEffect[]): Request['effect'] | undefined =>
    effects.find((effect) => effect.type === 'send' || effect.type === 'read')

  const reach = (device: Device, { effect }: Request): SyncEvent => {
    const refusal = { ok: false as const, problems: [problem('must_be_signed_in', '')] }
    if (effect.type === 'read')
      return { type: 'read', answer: device.isSignedIn ? { ok: true, value: stored } : refusal, stale_id: effect.stale_id }
    return { type: 'answered', edit_id: effect.edit.id, answer: device.isSignedIn ? storeEdit(effect.edit, effect.if_match) : refusal }
  }

  /** What a person may do to the plan as a tab shows it. */
  const anEdit = (shown: Scenario): ScenarioEdit => {
    const bill = shown.bills[below(Math.max(1, shown.bills.length))]
    const kind = below(6)
    if (kind === 0 || !bill)
      return { type: 'put_row', collection: 'bills', row: { id: uuid(), name: `Bill ${below(1_000)}`, amount_cents: below(100) } }
    if (kind === 1) return { type: 'set_fields', fields: { planning_balance_cents: below(4) } }
    if (kind === 2) return { type: 'delete_row', collection: 'bills', id: bill.id }
    if (kind === 3)
      return {
        type: 'put_row',
        collection: 'allocations',
        row: { id: uuid(), target: `savings:${below(1_000_000)}`, kind: 'percent', value: 30 },
      }
    return { type: 'put_row', collection: 'bills', row: { id: bill.id, amount_cents: below(5) } }
  }

  const make = (device: Device, tab: 0 | 1): void => {
    const shown = rebase(device.held.base, [...device.held.edits, ...device.fresh[tab]]).current
    const edit = anEdit(shown)
    const applied = applyEdit(shown, edit, at)
    if (!applied.ok || !applied.changed) return
    const id = uuid()
    carries.set(id, [id])
    wasMade.push(id)
    device.fresh[tab].push({ id, edit, at })
  }

  const hold = (device: Device, tab: 0 | 1): void => {
    if (device.isFull) return
    const edit = device.fresh[tab].shift()
    if (!edit) return
    take(device, { type: 'made', edit })
    // Killed after it was held and before the note of it went: a later tab holds it again.
    if (below(8) === 0 && (known.has(edit.id) || device.held.edits.some(({ id }) => id === edit.id))) take(device, { type: 'made', edit })
  }

  const act = (): void => {
    const device = devices[below(2)]!
    const tab = below(2) as 0 | 1
    const request = device.requests[below(Math.max(1, device.requests.length))]
    const drop = (): void => void device.requests.splice(device.requests.indexOf(request!), 1)
    switch (below(13)) {
      case 0:
      case 1:
        return make(device, tab)
      case 2:
      case 3:
        return hold(device, tab)
      case 4:
      case 5: {
        // Any of the tabs may send, also while another's request is under way: there may be no locks.
        const next = sendOf(follow(device.held).effects)
        if (next && device.requests.length < 3) device.requests.push({ effect: next })
        return
      }
      case 6:
      case 7:
        if (request && !request.event) request.event = reach(device, request)
        return
      case 8:
      case 9: {
        if (!request?.event) return
        drop()
        const next = sendOf(take(device, request.event))
        if (next?.type === 'read') device.requests.push({ effect: next })
        return
      }
      case 10:
        // Lost on its way, or its answer is; or the tab that waited for it is killed.
        if (request && below(2) === 0) drop()
        else if (mode === 'api') device.requests = []
        return
      case 11:
        return void (device.isFull = below(4) === 0)
      case 12:
        if (below(3) > 0) take(device, { type: 'read', answer: { ok: true, value: stored } })
        else device.isSignedIn = mode === 'local' || !device.isSignedIn
    }
  }

  /** Everything is well again, and what was on its way arrives late. */
  const settle = (): void => {
    for (const device of devices) {
      device.isFull = false
      device.isSignedIn = true
      for (const request of device.requests) if (!request.event && below(2) === 0) reach(device, request)
      device.requests = []
    }
    for (
      let round = 0;
      devices.some(
        ({ held, fresh }) => held.edits.length + fresh[0].length + fresh[1].length > 0 || held.base.revision !== stored.revision,
      );
      round += 1
    ) {
      if (round > 200) fail('it never comes to rest')
      const device = devices[below(2)]!
      for (const tab of [0, 1] as const) while (device.fresh[tab].length > 0) hold(device, tab)
      if (device.held.theirs) {
        const { clashes } = mergeScenarios(device.held.base, rebase(device.held.base, device.held.edits).current, device.held.theirs)
        take(device, { type: 'chosen', choices: Object.fromEntries(clashes.map(({ key }) => [key, below(2) === 0 ? 'mine' : 'theirs'])) })
      }
      const send = sendOf(follow(device.held).effects) ?? { type: 'read' as const }
      for (let next: Request['effect'] | undefined = send; next;)
        next = sendOf(take(device, reach(device, { effect: next })).filter(({ type }) => type === 'read'))
    }
    for (const { held } of devices) if (!isSameContent(held.base, stored)) fail('a device shows another plan')
    for (const id of wasMade) if (!ends.has(id)) fail(`${id} came to no end`)
  }

  return { act, settle, ends, stored: () => stored }
}
