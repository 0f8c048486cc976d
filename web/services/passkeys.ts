/** Asks the browser for a passkey, or to make one; loaded when somebody wants that. What goes wrong there comes back as a sentence. */
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import type { ByPasskey, NewPasskey, PasskeyCreation, PasskeyRequest } from '../../core/contract/passkeys.ts'
import { problem, type Says } from '../../core/problem.ts'
import type { StoreResult } from '../../core/store.ts'

/** One that is there already. */
export const choosePasskey = (asked: PasskeyRequest): Promise<StoreResult<ByPasskey['response']>> =>
  orProblem(async () => {
    const { id, rawId, response } = await startAuthentication({ optionsJSON: asked as never })
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    return { id, rawId, type: 'public-key' as const, response: { clientDataJSON, authenticatorData, signature, userHandle } }
  })

/** A new one. */
export const makePasskey = (asked: PasskeyCreation): Promise<StoreResult<NewPasskey['response']>> =>
  orProblem(async () => {
    const { id, rawId, response } = await startRegistration({ optionsJSON: asked as never })
    const { clientDataJSON, attestationObject, transports } = response
    return { id, rawId, type: 'public-key' as const, response: { clientDataJSON, attestationObject, transports } }
  })

async function orProblem<T>(work: () => Promise<T>): Promise<StoreResult<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, problems: [problem(whyNot(error), '')] }
  }
}

/** Browsers say one thing of a person who called it off, who waited too long, and who has no passkey for here. */
function whyNot(error: unknown): Says {
  const code = error instanceof WebAuthnError ? error.code : null
  const { name } = error as Error
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError') return 'ways_in_are_otherwise.passkey_there'
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID' || name === 'SecurityError')
    return 'passkey_is_not_accepted.not_offered'
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey_is_not_accepted.called_off'
  return 'passkey_is_not_accepted.cannot'
}
