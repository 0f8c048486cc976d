import type { Problem } from '../../core/problem.ts'

/** A place of plans can't be opened as things are; `problem` says why, for people. */
export class Failure extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}
