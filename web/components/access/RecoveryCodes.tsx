import { useEffect, useState } from 'react'
import { useScreen } from '../frame/screen.ts'
import { say } from '../../words/say.ts'

/** The one time recovery codes are seen. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    useScreen.setState({ hasOpenCodes: true })
    return () => useScreen.setState({ hasOpenCodes: false })
  }, [])
  const copy = async (): Promise<void> => {
    // Without leave to use the clipboard, they stand there to be selected.
    setIsCopied(
      await navigator.clipboard.writeText(codes.join('\n')).then(
        () => true,
        () => false,
      ),
    )
  }
  return (
    <div className="mt-3 rounded-lg border border-accent p-3" role="status">
      <p>{say('access.codes.lead')}</p>
      <ul className="my-3 grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-4 gap-y-1">
        {codes.map((code) => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => void copy()}>
        {say(isCopied ? 'settings.secret.copied' : 'access.codes.copy')}
      </button>{' '}
      <button type="button" className="button button-quiet" onClick={onDone}>
        {say('access.codes.kept')}
      </button>
    </div>
  )
}
