import { useState } from 'react'
import { ConfirmAddress } from './ConfirmAddress.tsx'
import { DevicesSection } from './DevicesSection.tsx'
import { EventsSection } from './EventsSection.tsx'
import { PasskeysSection } from './PasskeysSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { WaysInSection } from './WaysInSection.tsx'
import type { WaysIn } from '../../../core/contract/account-answers.ts'

/** Who can come in to the account, and what happened to it. */
export default function AccessSections({ email, ways, onWays }: { email: string; ways: WaysIn | null; onWays: () => void }) {
  const [round, setRound] = useState(0)
  const waysChanged = (): void => {
    onWays()
    setRound(round + 1)
  }
  return (
    <>
      <ConfirmAddress email={email} />
      <DevicesSection onEnded={() => setRound(round + 1)} />
      <WaysInSection ways={ways} onChanged={waysChanged} />
      <PasskeysSection ways={ways} onChanged={waysChanged} />
      <SecondFactorSection ways={ways} onChanged={() => setRound(round + 1)} />
      <EventsSection key={round} />
    </>
  )
}
