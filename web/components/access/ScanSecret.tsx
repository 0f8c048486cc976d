import { useMemo, useState, type FormEvent } from 'react'
import { encode } from 'uqr'
import type { Problem } from '../../../core/problem.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { Problems } from '../settings/Section.tsx'
import { CodeField } from './CodeField.tsx'

/** An authenticator app takes the secret, by its picture or by hand, and shows that it has by its first code. */
export default function ScanSecret({ uri, onArrived, onCancel }: { uri: string; onArrived: () => void; onCancel: () => void }) {
  const [code, setCode] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const given = await accountService.confirmSecondFactor(code)
    setProblems(given.ok ? [] : given.problems)
    if (given.ok) onArrived()
  }
  return (
    <form className="mt-3 grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <p>{say('access.factor.scan')}</p>
      <QrPicture text={uri} />
      <p className="text-sm text-quiet">
        {say('access.factor.by_hand')}
        <code className="block wrap-anywhere select-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeField label={say('access.factor.first_code')} value={code} onChange={setCode} />
      <Problems problems={problems} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary">
          {say('access.factor.switch_on')}
        </button>
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {say('access.factor.cancel')}
        </button>
      </div>
    </form>
  )
}

/** Dark on light in every theme: cameras want it so. */
function QrPicture({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 3 })
    const rows = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: modules, path: rows.join('') }
  }, [text])
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={say('access.factor.picture')}
      className="size-52"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
