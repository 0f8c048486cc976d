/** Problems as they are told in English. */
import { tellProblem, type Problem, type ToldProblem } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

export const told = (problems: readonly Problem[]): ToldProblem[] => problems.map((found) => tellProblem(found, english))

/** Of an answer, if it is a refusal. */
export const refusalOf = (answer: { ok: true } | { ok: false; problems: readonly Problem[] }): ToldProblem[] =>
  answer.ok ? [] : told(answer.problems)
