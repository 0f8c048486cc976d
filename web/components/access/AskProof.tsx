import { useRef, useState, type FormEvent } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { Proof } from '../settings/Proof.tsx'
import { Problems } from '../settings/Section.tsx'
import { isProvable } from '../settings/waysIn.ts'

/**
 * What opens with the password, or what stands for it, each in its own fold, which closes once it is done: there is no field before it is
 * open, which a password manager would fill.
 */
export function AskProof({
  ways,
  summary,
  action,
  onGiven,
}: {
  ways: WaysIn | null
  summary: string
  action: string
  onGiven: (password: string) => Promise<readonly Problem[]>
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const fold = useRef<HTMLDetailsElement>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const found = await onGiven(password)
    setProblems(found)
    if (found.length > 0) return
    setPassword('')
    const summary = fold.current?.querySelector('summary')
    if (document.activeElement === document.body || fold.current?.contains(document.activeElement)) summary?.focus()
    fold.current?.removeAttribute('open')
  }
  return (
    <details ref={fold} className="mt-3" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-8 text-accent">{summary}</summary>
      {isOpen && (
        <form className="mt-2 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
          <Proof ways={ways} password={password} onPassword={setPassword} />
          <Problems problems={problems} />
          {isProvable(ways) && (
            <button type="submit" className="button justify-self-start">
              {action}
            </button>
          )}
        </form>
      )}
    </details>
  )
}
