import { Suspense, useState, type FormEvent } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import type { Keep } from '../../../core/contract/accounts.ts'
import { accountService } from '../../services/accountService.ts'
import type { LeftBehind } from '../../services/leftBehind.ts'
import { lazily } from '../../ui/lazily.tsx'
import { setFarewell, tell } from '../frame/screen.ts'
import { changedPasswordText } from './changedPassword.ts'
import { keptWords } from './keptWords.ts'
import { PasswordField } from './PasswordField.tsx'
import { Problems, Section } from './Section.tsx'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/** The account that is signed in: out again, another password, or gone for good. `onEnded`: tokens and calendar addresses may have ended. */
export function AccountSection({ email, onEnded }: { email: string; onEnded: () => void }) {
  return (
    <Section title="Account">
      <p className="wrap-anywhere">
        Signed in as <strong className="font-semibold">{email}</strong>.
      </p>
      <SignOut />
      <details className="mt-4">
        <summary className="min-h-8 text-accent">Change the password</summary>
        <ChangePassword onEnded={onEnded} />
      </details>
      <details className="mt-2">
        <summary className="min-h-8 text-accent">Delete the account</summary>
        <DeleteAccount />
      </details>
    </Section>
  )
}

function SignOut() {
  const account_id = usePlanning((planning) => planning.account?.id)
  const [kept, setKept] = useState<LeftBehind | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const signOut = async (discard: boolean): Promise<void> => {
    const left = await planningActions().signOut({ discard })
    if (left.ok) return tell({ id: 'signed-out', tone: 'info', text: 'You are signed out. Nothing of your account is left in this browser.' })
    if ('kept' in left) setKept(left.kept)
    else setProblems(left.problems)
  }
  const save = async (): Promise<void> => setProblems(await (await import('../../useCases/unsentFile.ts')).downloadUnsent((id) => id === account_id))
  return (
    <div className="mt-3">
      <button type="button" className="button" onClick={() => void signOut(false)}>
        Sign out
      </button>
      <Problems problems={problems} />
      {kept && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title="This goes when you sign out"
            lead={`In this browser alone ${kept.edits + kept.bank_accounts === 1 ? 'is' : 'are'} ${keptWords(kept)}.${kept.edits > 0 ? ' Stay signed in until the connection is back, and the changes are sent.' : ''}${kept.bank_accounts > 0 ? ' Files of banks can be read again.' : ''}`}
            action="Remove and sign out"
            onConfirm={() => {
              setKept(null)
              void signOut(true)
            }}
            onClose={() => setKept(null)}
          >
            {kept.edits > 0 && (
              <button type="button" className="button mr-auto" onClick={() => void save()}>
                Save the plans to a file
              </button>
            )}
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  )
}

const endings: { of: keyof Keep; text: string; note: string }[] = [
  { of: 'sessions', text: 'Sign out everywhere else', note: 'Other browsers and devices ask for the new password.' },
  { of: 'tokens', text: 'Revoke all API tokens', note: 'Programs of yours need new ones.' },
  { of: 'feeds', text: 'Revoke all calendar addresses', note: 'Calendar programs need new ones, of every plan.' },
]

function ChangePassword({ onEnded }: { onEnded: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [keep, setKeep] = useState<Keep>({})
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const changed = await accountService.changePassword({ current, next }, keep)
    setProblems(changed.ok ? [] : changed.problems)
    if (!changed.ok) return
    setCurrent('')
    setNext('')
    setKeep({})
    tell({ id: 'password', tone: 'info', text: changedPasswordText(changed.value) })
    onEnded()
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label="Password now" name="current-password" isNew={false} value={current} onChange={setCurrent} />
      <PasswordField label="New password" name="new-password" isNew value={next} onChange={setNext} />
      <fieldset>
        <legend className="text-sm text-quiet">End what else opens your plans</legend>
        {endings.map(({ of, text, note }) => (
          <label key={of} className="mt-2 flex gap-2">
            <input type="checkbox" className="mt-0.5 size-5 shrink-0 accent-(--accent)" checked={keep[of] !== true} onChange={(event) => setKeep({ ...keep, [of]: !event.currentTarget.checked })} />
            <span>
              {text}
              <span className="block text-sm text-quiet">{note}</span>
            </span>
          </label>
        ))}
      </fieldset>
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
    if (found.length === 0) setFarewell(true)
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <p>Your plans on the server, their history, your tokens and calendar addresses go with it, and nobody can bring them back. Export your plans first if you want to keep them.</p>
      <PasswordField label="Your password" name="password" isNew={false} value={password} onChange={setPassword} />
      <Problems problems={problems} />
      <button type="submit" className="button button-danger justify-self-start">
        Delete the account and everything in it
      </button>
    </form>
  )
}
