/** What the routes do that ask a plan what it can bear. They read and change nothing. */
import type * as z from 'zod/mini'
import { questionSchemas, type questionRoutes } from '../../core/contract/questions.ts'
import type { Question } from '../../core/questions/question.ts'
import { toldAs } from './outlookRoutes.ts'
import { readWith } from './bodies.ts'
import type { Call, Handler } from './call.ts'

export const questionHandlers: Record<keyof typeof questionRoutes, Handler> = {
  askAfford: asking('afford'),
  askSave: asking('save'),
  askSetAside: asking('set-aside'),
  askMoveBills: asking('move-bills'),
  askDebts: asking('debts'),
}

function asking(about: Question['about']): Handler {
  return async (call: Call) => {
    const read = readWith(questionSchemas[about] as z.ZodMiniType<Omit<Question, 'about' | 'today'> & { today?: string }>, call.body)
    if (!read.ok) return { status: 'refused', problems: read.problems }
    const found = await call.store.getScenario(call.id)
    if (!found.ok) return { status: 'refused', problems: found.problems }
    const question = { ...read.value, about, today: read.value.today ?? call.now().slice(0, 10) } as Question
    return toldAs(
      'application/json',
      call.tell({ job: 'question', scenario: found.value, question, id: call.newId() }),
      found.value.revision,
    )
  }
}
