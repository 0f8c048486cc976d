/** Keys pressed faster than their steps are carried out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUndoing } from '../../web/context/undoing.ts'
import { runs } from '../core/runs.ts'

const key = fc.constantFrom('undo', 'redo', 'open A', 'open B', 'wait')

test('each key undoes or redoes in the plan that was on the screen when it was pressed, whatever is opened meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(key, { maxLength: 24 }), async (keys) => {
      let open = 'A'
      const performed: string[] = []
      const undoing = createUndoing({
        open: () => open,
        set: () => undefined,
        perform: async (step) => {
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
          performed.push(step.scenario_id)
          return { problems: [], opposite: { ...step } }
        },
        endGesture: () => undefined,
        changed: () => undefined,
        failed: async () => undefined,
      })
      for (const scenario_id of ['A', 'B', 'A', 'B', 'B', 'A']) {
        undoing.did({ type: 'edit', scenario_id, edit: { type: 'batch', edits: [] }, edit_ids: [] })
      }
      const left: Record<string, { undo: number; redo: number }> = { A: { undo: 3, redo: 0 }, B: { undo: 3, redo: 0 } }
      const expected: string[] = []
      const pressed: Promise<void>[] = []
      for (const each of keys) {
        if (each === 'open A' || each === 'open B') {
          open = each.slice(-1)
          undoing.show()
        } else if (each === 'wait') {
          for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
        } else {
          const plan = left[open]!
          pressed.push(undoing.travel(each))
          if (plan[each] === 0) continue
          plan[each] -= 1
          plan[each === 'undo' ? 'redo' : 'undo'] += 1
          expected.push(open)
        }
      }
      await Promise.all(pressed)
      expect(performed).toEqual(expected)
    }),
    { numRuns: runs(200) },
  )
})
