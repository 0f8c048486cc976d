/** What can be asked of a plan, as plain data; and the answers with the edits that make them a part of it. */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { singleEdits } from '../edit/single-edits.ts'
import type { Scenario } from '../scenario.ts'
import { afford, type AffordAsked, type Afforded } from './afford.ts'
import { editOfAfford, editOfSave, editOfSetAside, transferRows, type NewRow } from './answer-edits.ts'
import { debts, type DebtOrder, type DebtsAsked, type DebtsOrdered, type OrderName } from './debts.ts'
import type { Refused } from './looking.ts'
import { moveBills, type BillMove, type BillsMoved, type MoveBillsAsked } from './move-bills.ts'
import { save, type SaveAsked, type Saved } from './save.ts'
import { setAside, type SetAside, type SetAsideAsked } from './set-aside.ts'

export type Question =
  | ({ about: 'afford' } & AffordAsked)
  | ({ about: 'save' } & SaveAsked)
  | ({ about: 'set-aside' } & SetAsideAsked)
  | ({ about: 'move-bills' } & MoveBillsAsked)
  | ({ about: 'debts' } & DebtsAsked)

/** Edits that, as one batch, take what they stand beside into the plan; none: there is nothing to take. */
type With<T> = T & { edits: ScenarioEdit[] }
export type AnswerWithEdits =
  | With<Afforded>
  | With<Saved>
  | With<SetAside>
  | (Omit<BillsMoved, 'moves'> & { moves: With<BillMove>[] })
  | (Omit<DebtsOrdered, 'orders'> & { orders: Record<OrderName, With<DebtOrder>> | null })

const flat = (edit: ScenarioEdit | null): ScenarioEdit[] => (edit === null ? [] : singleEdits(edit))

/** `row`: of what is new. Problems: those of each question. */
export function answerTo(scenario: Scenario, question: Question, row: NewRow): { ok: true; answer: AnswerWithEdits } | Refused {
  const { about, ...asked } = question
  switch (about) {
    case 'afford': {
      const found = afford(scenario, asked as AffordAsked)
      return found.ok ? { ok: true, answer: { ...found.answer, edits: flat(editOfAfford(found.answer, row)) } } : found
    }
    case 'save': {
      const found = save(scenario, asked as SaveAsked)
      return found.ok ? { ok: true, answer: { ...found.answer, edits: flat(editOfSave(found.answer, row)) } } : found
    }
    case 'set-aside': {
      const found = setAside(scenario, asked as SetAsideAsked)
      return found.ok ? { ok: true, answer: { ...found.answer, edits: flat(editOfSetAside(found.answer, row)) } } : found
    }
    case 'move-bills': {
      const found = moveBills(scenario, asked as MoveBillsAsked)
      if (!found.ok) return found
      const { answer, edits } = found
      const moves = answer.moves.map((move) => ({ ...move, edits: flat(edits.get(move.bill_id)!) }))
      return { ok: true, answer: { ...answer, moves } }
    }
    case 'debts': {
      const found = debts(scenario, asked as DebtsAsked)
      if (!found.ok) return found
      const { answer, put } = found
      const { orders } = answer
      const named = (name: OrderName): With<DebtOrder> => ({ ...orders![name], edits: flat(put(name, transferRows(scenario, row))) })
      return {
        ok: true,
        answer: { ...answer, orders: orders && { avalanche: named('avalanche'), snowball: named('snowball'), best: named('best') } },
      }
    }
  }
}
