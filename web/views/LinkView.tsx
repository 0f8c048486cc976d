import { useEffect, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../../core/problem.ts'
import { PasswordField } from '../components/settings/PasswordField.tsx'
import { Problems } from '../components/settings/Section.tsx'
import SignIn from '../components/settings/SignIn.tsx'
import { accountService } from '../services/accountService.ts'
import { say } from '../words/say.ts'

type Link = { what: 'confirm' | 'reset'; token: string }

/** What the link of a mail is for; null: it is none of ours. */
function linkIn(hash: string): Link | null {
  const [, what, token] = /^#(confirm|reset)=(.+)$/.exec(hash) ?? []
  return what === undefined ? null : { what: what as Link['what'], token: token! }
}

/** The page that the links in mails lead to. What is secret in them is taken out of the address at once, so that no history keeps it. */
export default function LinkView() {
  const [link] = useState(() => linkIn(window.location.hash))
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])
  return (
    <section aria-labelledby="link-heading" className="mx-auto max-w-md pt-[6vh]">
      <h1 id="link-heading" className="mb-4 text-2xl">
        {say(link?.what === 'confirm' ? 'link.confirm' : link ? 'link.reset' : 'link.none')}
      </h1>
      {link?.what === 'confirm' && <Confirm token={link.token} />}
      {link?.what === 'reset' && <Reset token={link.token} />}
      {!link && <p className="text-quiet">{say('link.none_lead')}</p>}
    </section>
  )
}

function Confirm({ token }: { token: string }) {
  const [state, setState] = useState<'open' | 'done' | readonly Problem[]>('open')
  const confirm = async (): Promise<void> => {
    const confirmed = await accountService.confirmEmail(token)
    setState(confirmed.ok ? 'done' : confirmed.problems)
  }
  if (state === 'done') return <p role="status">{say('link.confirmed')}</p>
  return (
    <>
      <p className="mb-4 text-quiet">{say('link.confirm_lead')}</p>
      {state !== 'open' && <Problems problems={state} />}
      <button type="button" className="button button-primary" onClick={() => void confirm()}>
        {say('link.confirm_action')}
      </button>
    </>
  )
}

function Reset({ token }: { token: string }) {
  const [, go] = useLocation()
  const [next, setNext] = useState('')
  const [isDone, setIsDone] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const set = await accountService.resetPassword({ token, next })
    setProblems(set.ok ? [] : set.problems)
    setIsDone(set.ok)
  }
  if (isDone) {
    return (
      <>
        <p role="status" className="mb-5">
          {say('link.was_reset')}
        </p>
        <SignIn onDone={() => go('/')} />
      </>
    )
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)} noValidate>
      <p className="text-quiet">{say('link.reset_lead')}</p>
      <PasswordField label={say('settings.password.new')} name="new-password" isNew value={next} onChange={setNext} />
      <Problems problems={problems} />
      <button type="submit" className="button button-primary justify-self-start">
        {say('link.reset_action')}
      </button>
    </form>
  )
}
