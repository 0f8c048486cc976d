import type { Problem } from '../../core/problem.ts'
import { forgetWhoWasHere, type DeviceMemory } from '../services/deviceMemory.ts'
import { storageProblem } from '../services/records/browserRecords.ts'
import type { PlanningService } from '../services/planningService.ts'
import type { Connection } from '../services/requests.ts'
import type { StorageSession } from '../services/storageSession.ts'
import type { PlanningActions } from './planning.ts'
import type { Account, Mode, Returned } from '../services/account.ts'
import type { AccountService } from '../services/accountService.ts'
import type { StoreResult } from '../../core/store.ts'

interface AccountParts {
  service: PlanningService
  memory: DeviceMemory
  enter: (mode: Mode) => Promise<void>
  session: () => StorageSession | null
  /** Nothing is left behind any more. */
  forgot: () => void
  connection?: Connection | undefined
}

/** Nothing more is asked for behind a code or a new account. */
const withoutStep = (came: Problem[] | 'second_step'): Problem[] => (came === 'second_step' ? [] : came)

type AccountActions = Pick<
  PlanningActions,
  'signIn' | 'signInByPasskey' | 'comeBack' | 'giveCode' | 'signUp' | 'signOut' | 'deleteAccount' | 'forgetOthers'
>

/** Signing in and out, and what it means for the plans on the screen. The requests themselves load when they are wanted. */
export function accountActions({ service, enter, session, forgot, memory, connection }: AccountParts): AccountActions {
  const enterSession = async (mode: Mode): Promise<void> => {
    await enter(mode)
    service.rememberMode()
    const { channel } = await service.environment()
    channel.post({ type: 'account_changed', mode })
  }

  const authenticate = async <R extends Returned>(
    ask: (accounts: AccountService) => Promise<StoreResult<R>>,
  ): Promise<Problem[] | Exclude<R, Account>> => {
    const [{ createAccountService }, { rememberAccount, rememberedAccount }] = await Promise.all([
      import('../services/accountService.ts'),
      import('../services/apiSession.ts'),
    ])
    // From here on no tab sends anything under the account of before, whose session this request replaces.
    const before = rememberedAccount(memory)
    rememberAccount(memory, null)
    const answer = await ask(createAccountService(connection))
    if (!answer.ok) {
      rememberAccount(memory, before)
      return answer.problems
    }
    const came: Returned = answer.value
    if (typeof came === 'string') {
      // The session of before has ended where another step follows, and goes on where it was about the account itself.
      if (came !== 'second_step') rememberAccount(memory, before)
      return came as Exclude<R, Account>
    }
    if (came.id !== before?.id) forgetWhoWasHere(memory)
    rememberAccount(memory, came)
    await enterSession('api')
    return []
  }

  return {
    signIn: (credentials) => authenticate((accounts) => accounts.signIn(credentials)),
    signInByPasskey: (chosen) => authenticate((accounts) => accounts.signInByPasskey(chosen)),
    comeBack: (back) => authenticate((accounts) => accounts.returnFromProvider(back)),
    giveCode: async (given) => withoutStep(await authenticate((accounts) => accounts.giveCode(given))),
    signUp: async (credentials) => withoutStep(await authenticate((accounts) => accounts.signUp(credentials))),
    signOut: async (options = {}) => {
      const { leave } = await import('../services/leaving.ts')
      await session()?.saver.settled()
      const left = await leave({
        session: session(),
        environment: await service.environment(),
        memory,
        connection,
        discard: options.discard ?? false,
      })
      if (left.ok) await enterSession('api')
      return left
    },
    deleteAccount: async (password) => {
      const { deleteAccount } = await import('../services/leaving.ts')
      const problems = await deleteAccount({ session: session(), environment: await service.environment(), memory, connection, password })
      if (problems.length === 0) await enterSession('local')
      return problems
    },
    forgetOthers: async () => {
      const [{ forgetOthers }, { forgetOtherNotes }] = await Promise.all([
        import('../services/leftBehind.ts'),
        import('../services/sync/leftNotes.ts'),
      ])
      const account_id = session()?.account?.id ?? null
      try {
        await forgetOthers((await service.environment()).records, account_id)
        forgetOtherNotes(memory, account_id)
      } catch (error) {
        return [storageProblem(error)]
      }
      forgot()
      return []
    },
  }
}
