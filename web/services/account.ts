/** Where plans are kept, and whose they are. */
import type { Problem } from '../../core/problem.ts'
import type { LeftBehind } from './leftBehind.ts'

export type Mode = 'local' | 'api'

export interface Account {
  id: string
  email: string
}

export interface Credentials {
  email: string
  password: string
}

/** The second step of signing in. `trusts`: this browser is not asked again for 30 days. */
export interface GivenCode {
  code: string
  isRecovery: boolean
  trusts: boolean
}

/** With what the provider led back. */
export interface FromProvider {
  state: string
  code?: string
  iss?: string
  error?: string
}

/** What came of it: who is signed in, or that a code is asked for as well, or what was begun in the settings. */
export type Returned = Account | 'second_step' | 'linked' | 'confirmed'

/** `kept`: what is in this browser alone and would go; the person is still signed in. */
export type SignedOut = { ok: true } | { ok: false; kept: LeftBehind } | { ok: false; problems: Problem[] }
