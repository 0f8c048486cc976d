import { useState } from 'react'
import { ConfirmAddress } from './ConfirmAddress.tsx'
import { DevicesSection } from './DevicesSection.tsx'
import { EventsSection } from './EventsSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'

/** Who can come in to the account, and what happened to it. */
export default function AccessSections({ email }: { email: string }) {
  const [round, setRound] = useState(0)
  return (
    <>
      <ConfirmAddress email={email} />
      <DevicesSection onEnded={() => setRound(round + 1)} />
      <SecondFactorSection onChanged={() => setRound(round + 1)} />
      <EventsSection key={round} />
    </>
  )
}
