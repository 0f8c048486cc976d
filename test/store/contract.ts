/**
 * What every PlanningStore does, whatever stands behind it. The browser's own store, the API's and PostgreSQL's each
 * run it; a store that can't keep one of these promises is not a PlanningStore.
 */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { PlanningStore } from '../../core/store.ts'
import { branching } from './branching.ts'
import { creatingAndReading } from './creating.ts'
import { editing } from './editing.ts'
import { keeping } from './keeping.ts'
import { rows } from './rows.ts'
import { valueOf, type Subject } from './subject.ts'

export interface StoreUnderTest {
  /** An empty store. Called before each test. */
  store: PlanningStore
  /** Ends what was started for this one test. */
  close?: () => Promise<void>
}

export interface ContractOptions {
  /** Once, around all tests. */
  start?: () => Promise<void>
  stop?: () => Promise<void>
}

export function planningStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>, { start, stop }: ContractOptions = {}): void {
  describe(`${name} keeps the promises of a PlanningStore:`, () => {
    let under: StoreUnderTest
    if (start) beforeAll(start)
    if (stop) afterAll(stop)
    beforeEach(async () => {
      under = await makeStore()
      return under.close
    })
    const subject: Subject = {
      get store() {
        return under.store
      },
      create: async (wanted, more = {}) => valueOf(await under.store.createScenario({ name: wanted, ...more })),
      read: async (id) => valueOf(await under.store.getScenario(id)),
    }
    creatingAndReading(subject)
    editing(subject)
    rows(subject)
    keeping(subject)
    branching(subject)
  })
}
