import { Suspense, useState } from 'react'
import { problem, type Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { tell } from '../frame/screen.ts'
import { Problems } from './Section.tsx'
import { keptWords } from './keptWords.ts'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/** What is in this browser alone of accounts that are not signed in, and what can be done about it. Whose it is, and what it says, is not told. */
export function LeftBehindNote() {
  const left = usePlanning((planning) => planning.leftBehind)
  const isSignedIn = usePlanning((planning) => planning.account !== null)
  const [asks, setAsks] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  if (left.edits + left.bank_accounts === 0) return null

  const signOut = async (): Promise<void> => {
    const gone = await planningActions().signOut()
    if (!gone.ok) setProblems('problems' in gone ? gone.problems : [problem('must_be_signed_in.own_first', '')])
  }
  const save = async (): Promise<void> => setProblems(await (await import('../../useCases/unsentFile.ts')).downloadUnsent(() => true))
  const remove = async (): Promise<void> => {
    setAsks(false)
    const found = await planningActions().forgetOthers()
    setProblems(found)
    if (found.length === 0) tell({ id: 'others-gone', tone: 'info', text: 'Nothing of other accounts is in this browser any more.' })
  }
  return (
    <>
      <p>
        {isSignedIn ? 'Somebody who used another account in this browser' : 'An account that was used in this browser'} left {keptWords(left)} here, which {isOne(left) ? 'is' : 'are'} nowhere else.{' '}
        {left.edits > 0 && 'Sign in with that account, and they are sent; if it is deleted, save them to a file.'}
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        {isSignedIn && (
          <button type="button" className="button" onClick={() => void signOut()}>
            Sign out, so that they can sign in
          </button>
        )}
        {!isSignedIn && left.edits > 0 && (
          <button type="button" className="button" onClick={() => void save()}>
            Save the plans to a file
          </button>
        )}
        <button type="button" className="button" onClick={() => setAsks(true)}>
          Remove {isOne(left) ? 'it' : 'them'}…
        </button>
      </p>
      <Problems problems={problems} />
      {asks && (
        <Suspense fallback={null}>
          <ConfirmDialog title={`Remove ${keptWords(left)}`} lead="They are in this browser alone, and no undo brings them back." action="Remove" onConfirm={() => void remove()} onClose={() => setAsks(false)} />
        </Suspense>
      )}
    </>
  )
}

const isOne = ({ edits, bank_accounts }: { edits: number; bank_accounts: number }): boolean => edits + bank_accounts === 1
