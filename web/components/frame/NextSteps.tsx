import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { useLocation } from 'wouter'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { deviceMemory, memoryKeys } from '../../services/deviceMemory.ts'
import { LeftBehindNote } from '../settings/LeftBehindNote.tsx'
import { MovePlans } from '../settings/MovePlans.tsx'
import SignIn, { useServerSettings } from '../settings/SignIn.tsx'
import { say } from '../../words/say.ts'
import { bringLater, useBringing, usePlansHere, usePlansToBring } from './devicePlans.ts'
import { setFarewell, useScreen } from './screen.ts'

/**
 * What the account asks for next, under the header, as a button: sign in again, what is left after it was deleted, what others left, plans
 * to bring along.
 */
export default function NextSteps() {
  const account_id = usePlanning((planning) => planning.account?.id)
  const isReady = usePlanning((planning) => planning.status === 'ready')
  const hasEnded = usePlanning((planning) => planning.saveState.kind === 'signed_out')
  const isLeft = usePlanning(({ leftBehind }) => leftBehind.edits + leftBehind.bank_accounts > 0)
  const isFarewell = useScreen((screen) => screen.isFarewell)
  // Each account is asked anew.
  useEffect(() => useBringing.setState({ isLater: deviceMemory().get(memoryKeys.bring_later) !== null }), [account_id])

  if (isFarewell) return <Farewell />
  if (account_id === undefined || !isReady) return null
  if (hasEnded) return <SessionEnded />
  return (
    <>
      {isLeft && (
        <Panel label={say('frame.left_behind')}>
          <LeftBehindNote />
        </Panel>
      )}
      <BringAlong key={account_id} />
    </>
  )
}

const Panel = ({ label, children, place }: { label: string; children: ReactNode; place?: Ref<HTMLElement> }) => (
  <section ref={place} tabIndex={-1} aria-label={label} className="no-print mx-auto mt-3 w-full max-w-6xl px-4 outline-none sm:px-6">
    <div className="rounded-lg border border-l-4 border-accent bg-raised px-4 py-3">{children}</div>
  </section>
)

/** The plan is still on the screen, and what is changed in it is kept; it is sent once the same person signs in. */
function SessionEnded() {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <Panel label={say('frame.ended')}>
      <p>{say('frame.ended.kept')}</p>
      <div className="mt-2">
        {isAsked ? (
          <SignIn />
        ) : (
          <button type="button" className="button button-primary" onClick={() => setIsAsked(true)}>
            {say('frame.sign_in')}
          </button>
        )}
      </div>
    </Panel>
  )
}

/** The account is deleted: what there is now. */
function Farewell() {
  const [, go] = useLocation()
  const plans = usePlansHere()
  const settings = useServerSettings()
  const [wantsAccount, setWantsAccount] = useState(false)
  const place = useRef<HTMLElement>(null)
  // What was pressed stood far down the settings.
  useEffect(() => {
    window.scrollTo(0, 0)
    place.current?.focus()
  }, [])
  const done = (): void => setFarewell(false)
  const open = (): void => {
    done()
    go('/')
  }
  return (
    <Panel label={say('frame.farewell')} place={place}>
      <p role="status">
        {say('frame.farewell.gone')} {plans.length > 0 && say('frame.farewell.plans', { plans: plans.length })}
      </p>
      {wantsAccount ? (
        <div className="mt-3">
          <SignIn start="up" onDone={done} />
        </div>
      ) : (
        <p className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="button button-primary" onClick={open}>
            {plans.length === 0 ? say('frame.farewell.start') : say('frame.open_plans', { plans: plans.length })}
          </button>
          {settings !== 'asking' && settings?.sign_up === 'open' && (
            <button type="button" className="button" onClick={() => setWantsAccount(true)}>
              {say('frame.farewell.account')}
            </button>
          )}
          <button type="button" className="button button-quiet" onClick={done}>
            {say('common.close')}
          </button>
        </p>
      )}
    </Panel>
  )
}

/** Plans of this device that the account has not: brought along right here, or later. */
function BringAlong() {
  const plans = usePlansToBring()
  const isLater = useBringing((state) => state.isLater)
  const [isUnderWay, setIsUnderWay] = useState(false)
  const [path] = useLocation()
  // Told once: on the next page the person has gone on.
  const [broughtOn, setBroughtOn] = useState<string | null>(null)
  useEffect(() => {
    if (broughtOn === null || broughtOn === path) return
    setBroughtOn(null)
    setIsUnderWay(false)
  }, [broughtOn, path])
  if (!isUnderWay && (isLater || plans.length === 0)) return null
  const later = (): void => {
    setIsUnderWay(false)
    bringLater(true)
  }
  return (
    <Panel label={say('frame.bring')}>
      {isUnderWay ? (
        <MovePlans direction="to_server" atOnce onDone={later} onBrought={() => setBroughtOn(path)} />
      ) : (
        <>
          <p>{say('frame.bring.outside', { plans: plans.length })}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <button type="button" className="button button-primary" onClick={() => setIsUnderWay(true)}>
              {say('frame.bring_along', { plans: plans.length })}
            </button>
            <button type="button" className="button" onClick={later}>
              {say('frame.bring.later')}
            </button>
          </p>
        </>
      )}
    </Panel>
  )
}
