import type { Problem } from '../../core/problem.ts'

/** A place of plans can't be opened as things are; `problem` says why. */
export class Failure extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.says)
    this.problem = problem
  }
}
