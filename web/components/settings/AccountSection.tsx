import { Suspense, useState, type FormEvent } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import type { Keep } from '../../../core/contract/accounts.ts'
import type { WordId } from '../../../core/words/words.ts'
import { accountService } from '../../services/accountService.ts'
import type { LeftBehind } from '../../services/leftBehind.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { notify, notifyFarewell, setFarewell, useScreen } from '../frame/screen.ts'
import { changedPasswordText } from './changedPassword.ts'
import { keptWords } from './keptWords.ts'
import { PasswordField } from './PasswordField.tsx'
import { Proof } from './Proof.tsx'
import { isProvable } from './waysIn.ts'
import { Problems, Section } from './Section.tsx'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/**
 * The account that is signed in: out again, another password, or gone for good. `onEnded`: tokens and calendar addresses may have ended.
 */
export function AccountSection({ email, ways, onEnded }: { email: string; ways: WaysIn | null; onEnded: () => void }) {
  return (
    <Section title={say('settings.account')}>
      <p className="wrap-anywhere">
        {sayWith('settings.account.signed_in', { email: <strong className="font-semibold">{email}</strong> })}
      </p>
      <SignOut />
      <details className="mt-4">
        <summary className="min-h-8 text-accent">
          {say(ways?.has_password === false ? 'settings.account.set_password' : 'settings.account.change_password')}
        </summary>
        {ways?.has_password === false ? (
          <SetPassword ways={ways} onSet={onEnded} />
        ) : (
          <ChangePassword linkedTo={(ways?.linked_at && ways.provider) || null} hasPasskeys={(ways?.passkeys ?? 0) > 0} onEnded={onEnded} />
        )}
      </details>
      <details className="mt-2">
        <summary className="min-h-8 text-accent">{say('settings.account.delete')}</summary>
        <DeleteAccount ways={ways} />
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
    if (left.ok) return notifyFarewell({ id: 'signed-out', tone: 'info', text: say('settings.account.signed_out') })
    if ('kept' in left) setKept(left.kept)
    else setProblems(left.problems)
  }
  const [isCodesAsked, setIsCodesAsked] = useState(false)
  const begin = (): void => (useScreen.getState().hasOpenCodes ? setIsCodesAsked(true) : void signOut(false))
  const save = async (): Promise<void> =>
    setProblems(await (await import('../../useCases/unsentFile.ts')).downloadUnsent((id) => id === account_id))
  return (
    <div className="mt-3">
      <button type="button" className="button" onClick={begin}>
        {say('settings.account.sign_out')}
      </button>
      <Problems problems={problems} />
      {isCodesAsked && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={say('settings.sign_out.codes')}
            lead={say('settings.sign_out.codes_lead')}
            action={say('settings.sign_out.codes_action')}
            onConfirm={() => {
              setIsCodesAsked(false)
              void signOut(false)
            }}
            onClose={() => setIsCodesAsked(false)}
          />
        </Suspense>
      )}
      {kept && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={say('settings.sign_out.goes')}
            lead={lostWords(kept)}
            action={say('settings.sign_out.action')}
            onConfirm={() => {
              setKept(null)
              void signOut(true)
            }}
            onClose={() => setKept(null)}
          >
            {kept.edits > 0 && (
              <button type="button" className="button mr-auto" onClick={() => void save()}>
                {say('settings.left.save')}
              </button>
            )}
          </ConfirmDialog>
        </Suspense>
      )}
    </div>
  )
}

/** What signing out would take, and what can be done about it. */
function lostWords(kept: LeftBehind): string {
  const [hasEdits, hasBanks] = [kept.edits, kept.bank_accounts].map((count) => (count > 0 ? 'yes' : 'no'))
  const count = kept.edits + kept.bank_accounts
  return say('settings.sign_out.lead', { kept: keptWords(kept), count, hasEdits: hasEdits!, hasBanks: hasBanks! })
}

const endings = [
  { of: 'sessions', what: 'settings.password.end.sessions', note: 'settings.password.end.sessions_note' },
  { of: 'tokens', what: 'settings.password.end.tokens', note: 'settings.password.end.tokens_note' },
  { of: 'feeds', what: 'settings.password.end.feeds', note: 'settings.password.end.feeds_note' },
  { of: 'links', what: 'settings.password.end.links', note: 'settings.password.end.links_note' },
  { of: 'passkeys', what: 'settings.password.end.passkeys', note: 'settings.password.end.passkeys_note' },
] as const satisfies readonly { of: keyof Keep; what: WordId; note: WordId }[]

/** `linkedTo`: the provider that signs in as well. */
function ChangePassword({ linkedTo, hasPasskeys, onEnded }: { linkedTo: string | null; hasPasskeys: boolean; onEnded: () => void }) {
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
    notify({ id: 'password', tone: 'info', text: changedPasswordText(changed.value) })
    onEnded()
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordField label={say('settings.password.now')} name="current-password" isNew={false} value={current} onChange={setCurrent} />
      <PasswordField label={say('settings.password.new')} name="new-password" isNew value={next} onChange={setNext} />
      <fieldset>
        <legend className="text-sm text-quiet">{say('settings.password.end')}</legend>
        {endings
          .filter(({ of }) => (of === 'links' ? linkedTo !== null : of !== 'passkeys' || hasPasskeys))
          .map(({ of, what, note }) => (
            <label key={of} className="mt-2 flex gap-2">
              <input
                type="checkbox"
                className="mt-0.5 size-5 shrink-0 accent-(--accent)"
                checked={keep[of] !== true}
                onChange={(event) => setKeep({ ...keep, [of]: !event.currentTarget.checked })}
              />
              <span>
                {say(what, { provider: linkedTo ?? '' })}
                <span className="block text-sm text-quiet">{say(note)}</span>
              </span>
            </label>
          ))}
      </fieldset>
      <Problems problems={problems} />
      <button type="submit" className="button justify-self-start">
        {say('settings.password.submit')}
      </button>
    </form>
  )
}

function SetPassword({ ways, onSet }: { ways: WaysIn; onSet: () => void }) {
  const [next, setNext] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const set = await accountService.setPassword(next)
    setProblems(set.ok ? [] : set.problems)
    if (!set.ok) return
    notify({ id: 'password', tone: 'info', text: say('settings.password.was_set') })
    onSet()
  }
  return (
    <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <Proof ways={ways} password="" onPassword={() => {}} />
      {ways.confirmed_until !== null && (
        <>
          <PasswordField label={say('settings.password.new')} name="new-password" isNew value={next} onChange={setNext} />
          <Problems problems={problems} />
          <button type="submit" className="button justify-self-start">
            {say('settings.password.set')}
          </button>
        </>
      )}
    </form>
  )
}

function DeleteAccount({ ways }: { ways: WaysIn | null }) {
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
      <p>{say('settings.account.delete_lead')}</p>
      <Proof ways={ways} password={password} onPassword={setPassword} />
      <Problems problems={problems} />
      {isProvable(ways) && (
        <button type="submit" className="button button-danger justify-self-start">
          {say('settings.account.delete_action')}
        </button>
      )}
    </form>
  )
}
