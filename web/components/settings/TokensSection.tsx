import { useEffect, useState, type FormEvent } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import type { ApiToken } from '../../../core/contract/account-answers.ts'
import { methodAndPath } from '../../../core/contract/paths.ts'
import { accountService } from '../../services/accountService.ts'
import { say, sayWith } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Secret } from './Secret.tsx'
import { Problems, Section } from './Section.tsx'

/** API tokens: for programs that read or write the plans on the person's behalf. */
export function TokensSection() {
  const [tokens, setTokens] = useState<ApiToken[] | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [secret, setSecret] = useState<string | null>(null)

  const read = async (): Promise<void> => {
    const listed = await accountService.listTokens()
    if (listed.ok) setTokens(listed.value)
    else setProblems(listed.problems)
  }
  useEffect(() => void read(), [])

  const revoke = async (token: ApiToken): Promise<void> => {
    const revoked = await accountService.revokeToken(token.id)
    setProblems(revoked.ok ? [] : revoked.problems)
    if (revoked.ok) notify({ id: 'token', tone: 'info', text: say('settings.tokens.revoked', { name: token.name }) })
    await read()
  }

  return (
    <Section title={say('settings.tokens')}>
      <p className="text-quiet">
        {sayWith('settings.tokens.lead', {
          description: (
            <a href={methodAndPath('getDocs').path} className="text-accent underline underline-offset-4">
              {say('settings.tokens.description')}
            </a>
          ),
        })}
      </p>
      <Problems problems={problems} />
      {tokens && tokens.length > 0 && (
        <ul className="mt-3">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-3 border-t border-hairline py-1.5">
              <span className="min-w-40 flex-1 wrap-anywhere">
                {token.name} <code className="text-sm text-quiet">{token.prefix}…</code>
                <span className="block text-sm text-quiet">{usedWords(token)}</span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={say('settings.tokens.revoke_one', { name: token.name })}
                onClick={() => void revoke(token)}
              >
                {say('settings.revoke')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {secret && <Secret secret={secret} lead={say('settings.tokens.secret')} onDone={() => setSecret(null)} />}
      <NewToken
        onMade={(made) => {
          setSecret(made)
          void read()
        }}
      />
    </Section>
  )
}

function NewToken({ onMade }: { onMade: (secret: string) => void }) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<ApiToken['scope']>('read')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const made = await accountService.createToken({ name, scope })
    setProblems(made.ok ? [] : made.problems)
    if (!made.ok) return
    setName('')
    onMade(made.value.secret)
  }
  return (
    <form className="mt-4 flex flex-wrap items-end gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <label className="min-w-40 flex-1">
        <span className="block text-sm text-quiet">{say('settings.tokens.name')}</span>
        <input
          className="field"
          autoComplete="off"
          placeholder={say('settings.tokens.name_example')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        <span className="block text-sm text-quiet">{say('settings.tokens.may')}</span>
        <select className="field" value={scope} onChange={(event) => setScope(event.currentTarget.value as ApiToken['scope'])}>
          <option value="read">{say('settings.tokens.may_read')}</option>
          <option value="read_write">{say('settings.tokens.may_write')}</option>
        </select>
      </label>
      <button type="submit" className="button">
        {say('settings.tokens.make')}
      </button>
      <div className="w-full">
        <Problems problems={problems} />
      </div>
    </form>
  )
}

function usedWords({ scope, last_used_at }: ApiToken): string {
  if (last_used_at === null) return say('settings.tokens.never_used', { scope })
  return say('settings.tokens.last_used', { scope, moment: formatInstant(last_used_at) })
}
