import type { Caller } from '../../core/repository/repository-port.ts'

/** Somebody who is signed in and asks for what is theirs. */
export const themselves = (id: string): Caller => ({ owner: id, actor: { id, token_id: null } })
