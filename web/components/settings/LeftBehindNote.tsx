import { Suspense, useState } from 'react'
import { problem, type Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Problems } from './Section.tsx'
import { keptWords } from './keptWords.ts'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/**
 * What is in this browser alone of accounts that are not signed in, and what can be done about it. Whose it is, and what it says, is not
 * told.
 */
export function LeftBehindNote() {
  const left = usePlanning((planning) => planning.leftBehind)
  const isSignedIn = usePlanning((planning) => planning.account !== null)
  const [asks, setAsks] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const count = left.edits + left.bank_accounts
  if (count === 0) return null

  const signOut = async (): Promise<void> => {
    const gone = await planningActions().signOut()
    if (!gone.ok) setProblems('problems' in gone ? gone.problems : [problem('must_be_signed_in.own_first', '')])
  }
  const save = async (): Promise<void> => setProblems(await (await import('../../useCases/unsentFile.ts')).downloadUnsent(() => true))
  const remove = async (): Promise<void> => {
    setAsks(false)
    const found = await planningActions().forgetOthers()
    setProblems(found)
    if (found.length === 0) notify({ id: 'others-gone', tone: 'info', text: say('settings.left.gone') })
  }
  return (
    <>
      <p>
        {say('settings.left.note', {
          who: isSignedIn ? 'other_account' : 'nobody',
          kept: keptWords(left),
          count,
          hasEdits: left.edits > 0 ? 'yes' : 'no',
        })}
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        {isSignedIn && (
          <button type="button" className="button" onClick={() => void signOut()}>
            {say('settings.left.sign_out')}
          </button>
        )}
        {!isSignedIn && left.edits > 0 && (
          <button type="button" className="button" onClick={() => void save()}>
            {say('settings.left.save')}
          </button>
        )}
        <button type="button" className="button" onClick={() => setAsks(true)}>
          {say('settings.left.remove_ask', { count })}
        </button>
      </p>
      <Problems problems={problems} />
      {asks && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={say('settings.left.remove_title', { kept: keptWords(left) })}
            lead={say('settings.left.remove_warning')}
            action={say('settings.left.remove')}
            onConfirm={() => void remove()}
            onClose={() => setAsks(false)}
          />
        </Suspense>
      )}
    </>
  )
}
