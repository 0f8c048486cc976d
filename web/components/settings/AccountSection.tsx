import { Suspense, useState, type FormEvent } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { accountService } from '../../services/accountService.ts'
import { lazily } from '../../ui/lazily.tsx'
import { tell } from '../frame/screen.ts'
import { PasswordField } from './PasswordField.tsx'
import { Problems, Section } from './Section.tsx'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/** The account that is signed in: out again, another password, or gone for good. */
export function AccountSection({ email }: { email: string }) {
  return (
    <Section title="Account">
      <p className="wrap-anywhere">
        Signed in as <strong className="font-semibold">{email}</strong>.
      </p>
      <SignOut />
      <details className="mt-4">
        <summary className="min-h-8 text-accent">Change the password</summary>
        <ChangePassword />
      </details>
      <details className="mt-2">
        <summary className="min-h-8 text-accent">Delete the account</summary>
        <DeleteAccount />
      </details>
    </Section>
  )
}

function SignOut() {
  const [waiting, setWaiting] = useState(0)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const signOut = async (discard: boolean): Promise<void> => {
    const left = await planningActions().signOut({ discard })
    if (left.ok) return tell({ id: 'signed-out', tone: 'info', text: 'You are signed out. Nothing of your account is left in this browser.' })
    if ('waiting' in left) setWaiting(left.waiting)
    else setProblems(left.problems)
  }
  return (
    <div className="mt-3">
      <button type="button" className="button" onClick={() => void signOut(false)}>
        Sign out
      </button>
      <Problems problems={problems} />
      {waiting > 0 && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={waiting === 1 ? 'One edit has not reached the server' : `${waiting} edits have not reached the server`}
            lead="Stay signed in until the connection is back, and they are sent. If you sign out now and discard them, they are gone."
            action="Discard them and sign out"
            onConfirm={() => {
              setWaiting(0)
              void signOut(true)
            }}
            onClose={() => setWaiting(0)}
          />
        </Suspense>
      )}
    </div>
  )
}

function ChangePassword() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const changed = await accountService.changePassword({ current, next })
    setProblems(changed.ok ? [] : changed.problems)
    if (!changed.ok) return
    setCurrent('')
    setNext('')
    tell({ id: 'password', tone: 'info', text: 'The password is changed. Everywhere else you are signed out.' })
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label="Password now" name="current-password" isNew={false} value={current} onChange={setCurrent} />
      <PasswordField label="New password" name="new-password" isNew value={next} onChange={setNext} />
      <Problems problems={problems} />
      <button type="submit" className="button justify-self-start">
        Change it
      </button>
    </form>
  )
}

function DeleteAccount() {
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const found = await planningActions().deleteAccount(password)
    setProblems(found)
    if (found.length === 0) tell({ id: 'account-gone', tone: 'info', text: 'The account is deleted, and everything in it.' })
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <p>Your plans on the server, their history and your tokens go with it, and nobody can bring them back. Export your plans first if you want to keep them.</p>
      <PasswordField label="Your password" name="password" isNew={false} value={password} onChange={setPassword} />
      <Problems problems={problems} />
      <button type="submit" className="button button-danger justify-self-start">
        Delete the account and everything in it
      </button>
    </form>
  )
}
