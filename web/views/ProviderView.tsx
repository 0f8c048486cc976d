import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../../core/problem.ts'
import { notify } from '../components/frame/screen.ts'
import SecondStep from '../components/settings/SecondStep.tsx'
import { Problems } from '../components/settings/Section.tsx'
import { planningActions, usePlanning } from '../context/PlanningContext.tsx'
import type { FromProvider } from '../services/account.ts'
import { say } from '../words/say.ts'

/** What the address says that the provider led back to; null: nothing it could have said. */
function backIn(search: string): FromProvider | null {
  const { state, code, iss, error } = Object.fromEntries(new URLSearchParams(search))
  return state === undefined
    ? null
    : { state, ...(code === undefined ? {} : { code }), ...(iss === undefined ? {} : { iss }), ...(error === undefined ? {} : { error }) }
}

/** The page the provider leads back to. What it said is taken out of the address at once, so that no history keeps it. */
export default function ProviderView() {
  const [, go] = useLocation()
  const [back] = useState(() => backIn(window.location.search))
  const [state, setState] = useState<'asking' | 'second_step' | readonly Problem[]>(back ? 'asking' : [])
  const isSent = useRef(false)
  useEffect(() => {
    window.history.replaceState(null, '', window.location.pathname)
    if (!back || isSent.current) return
    isSent.current = true
    void (async () => {
      const came = await planningActions().comeBack(back)
      if (came === 'linked' || came === 'confirmed') {
        notify({ id: 'provider', tone: 'info', text: say(`link.provider.${came}`) })
        go('/settings', { replace: true })
      } else if (came === 'second_step' || came.length > 0) setState(came)
      else go('/', { replace: true })
    })()
  }, [back, go])

  return (
    <section aria-labelledby="provider-heading" className="mx-auto max-w-md pt-[6vh]">
      {state === 'asking' && (
        <>
          <h1 id="provider-heading" className="mb-4 text-2xl">
            {say('link.provider')}
          </h1>
          <p className="text-quiet" role="status">
            {say('common.one_moment')}
          </p>
        </>
      )}
      {state === 'second_step' && (
        <>
          <h1 id="provider-heading" className="mb-4 text-2xl">
            {say('link.provider.step')}
          </h1>
          <SecondStep onDone={() => go('/', { replace: true })} onBack={() => go('/', { replace: true })} />
        </>
      )}
      {typeof state === 'object' && <NotIn problems={state} />}
    </section>
  )
}

function NotIn({ problems }: { problems: readonly Problem[] }) {
  const [, go] = useLocation()
  const isIn = usePlanning((planning) => planning.mode === 'api' && planning.account !== null)
  return (
    <>
      <h1 id="provider-heading" className="mb-4 text-2xl">
        {say(isIn ? 'link.provider.failed_settings' : 'link.provider.failed')}
      </h1>
      <Problems problems={problems} />
      <button type="button" className="button mt-4" onClick={() => go(isIn ? '/settings' : '/')}>
        {say(isIn ? 'link.provider.settings' : 'link.provider.sign_in')}
      </button>
    </>
  )
}
