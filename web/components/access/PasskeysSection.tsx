import { useEffect, useState, type FormEvent } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Passkey } from '../../../core/contract/passkeys.ts'
import { limits } from '../../../core/limits.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import { accountService } from '../../services/accountService.ts'
import { readServerSettings } from '../../services/serverSettings.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { passkeyAddress, takesPasskeys } from '../settings/ByPasskey.tsx'
import { Problems, Section } from '../settings/Section.tsx'
import { AskProof } from './AskProof.tsx'
import { deviceWords } from './deviceWords.ts'

/** The passkeys that sign in to the account; nothing where the place takes none. `onChanged`: there is something new to read of the account. */
export function PasskeysSection({ ways, onChanged }: { ways: WaysIn | null; onChanged: () => void }) {
  const [place, setPlace] = useState<string | null>(null)
  const [passkeys, setPasskeys] = useState<Passkey[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const read = async (): Promise<void> => {
    const listed = await accountService.listPasskeys()
    if (listed.ok) setPasskeys(listed.value)
    else setProblems(listed.problems)
  }
  useEffect(() => {
    void readServerSettings().then((settings) => setPlace(settings?.passkeys ?? null))
    void read()
  }, [])
  if (place === null && passkeys.length === 0) return null

  const add = async (password: string): Promise<readonly Problem[]> => {
    const begun = await accountService.beginPasskey(password)
    if (!begun.ok) return begun.problems
    const { makePasskey } = await import('../../services/passkeys.ts')
    const made = await makePasskey(begun.value)
    if (!made.ok) return made.problems
    const added = await accountService.addPasskey({ name: deviceWords(navigator.userAgent), response: made.value })
    if (!added.ok) return added.problems
    notify({ id: 'passkey', tone: 'info', text: say('access.passkeys.added', { name: added.value.name }) })
    await read()
    onChanged()
    return []
  }
  const changed = async (found: readonly Problem[], text: string | null): Promise<void> => {
    setProblems(found)
    if (text !== null) notify({ id: 'passkey', tone: 'info', text })
    await read()
    onChanged()
  }
  const rename = async ({ id }: Passkey, name: string): Promise<void> => {
    const renamed = await accountService.renamePasskey(id, name)
    await changed(renamed.ok ? [] : renamed.problems, null)
  }
  const remove = async ({ id, name }: Passkey): Promise<void> => {
    const removed = await accountService.removePasskey(id)
    await changed(removed.ok ? [] : removed.problems, removed.ok ? say('access.passkeys.removed', { name }) : null)
  }

  return (
    <Section title={say('access.passkeys')}>
      <p className="text-quiet">{say('access.passkeys.lead')}</p>
      {passkeys.length > 0 && (
        <ul className="mt-3">
          {passkeys.map((passkey) => (
            <PasskeyLine
              key={passkey.id}
              passkey={passkey}
              onRename={(name) => void rename(passkey, name)}
              onRemove={() => void remove(passkey)}
            />
          ))}
        </ul>
      )}
      <Problems problems={problems} />
      {takesPasskeys(place) ? (
        <AskProof ways={ways} summary={say('access.passkeys.add')} action={say('access.passkeys.add_action')} onGiven={add} />
      ) : (
        place !== null && <p className="mt-3 text-quiet">{whyNotHere(place)}</p>
      )}
    </Section>
  )
}

function whyNotHere(place: string): string {
  if (window.location.hostname === place) return say('access.passkeys.no_browser')
  return say('access.passkeys.elsewhere', { address: passkeyAddress(place) })
}

function PasskeyLine({
  passkey: { name, kept_by, created_at, last_used_at },
  onRename,
  onRemove,
}: {
  passkey: Passkey
  onRename: (name: string) => void
  onRemove: () => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const next = (typed ?? '').trim()
    if (next !== '' && next !== name) onRename(next)
    setTyped(null)
  }
  if (typed !== null)
    return (
      <li className="border-t border-hairline py-1.5">
        <form className="flex flex-wrap items-end gap-2" onSubmit={submit}>
          <label className="min-w-40 flex-1">
            <span className="block text-sm text-quiet">{say('access.passkeys.name')}</span>
            <input
              className="field"
              autoFocus
              maxLength={limits.name_characters}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
            />
          </label>
          <button type="submit" className="button">
            {say('access.passkeys.keep_name')}
          </button>
        </form>
      </li>
    )
  const used =
    last_used_at === null ? say('access.passkeys.never_used') : say('access.devices.last_used', { moment: formatInstant(last_used_at) })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline py-1.5">
      <span className="min-w-40 flex-1 wrap-anywhere">
        {name}
        <span className="block text-sm text-quiet">
          {[say('access.passkeys.added_on', { moment: formatInstant(created_at) }), used, ...(kept_by === null ? [] : [kept_by])].join(
            ' · ',
          )}
        </span>
      </span>
      <span className="flex gap-2">
        <button type="button" className="button" aria-label={say('access.passkeys.rename_one', { name })} onClick={() => setTyped(name)}>
          {say('access.passkeys.rename')}
        </button>
        <button type="button" className="button" aria-label={say('access.passkeys.remove_one', { name })} onClick={onRemove}>
          {say('access.passkeys.remove')}
        </button>
      </span>
    </li>
  )
}
