import { useState } from 'react'
import { say } from '../../words/say.ts'

/** The one time a secret is seen. */
export function Secret({ secret, lead, onDone }: { secret: string; lead: string; onDone: () => void }) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret)
      setIsCopied(true)
    } catch {
      // Without leave to use the clipboard, the secret stands there to be selected.
      setIsCopied(false)
    }
  }
  return (
    <div className="mt-3 rounded-lg border border-accent p-3" role="status">
      <p>{lead}</p>
      <p className="my-2 wrap-anywhere">
        <code className="select-all">{secret}</code>
      </p>
      <button type="button" className="button" onClick={() => void copy()}>
        {say(isCopied ? 'settings.secret.copied' : 'settings.secret.copy')}
      </button>{' '}
      <button type="button" className="button button-quiet" onClick={onDone}>
        {say('settings.secret.have_it')}
      </button>
    </div>
  )
}
