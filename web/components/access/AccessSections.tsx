import { useState } from 'react'
import { DevicesSection } from './DevicesSection.tsx'
import { EventsSection } from './EventsSection.tsx'

/** Who can come in to the account, and what happened to it. */
export default function AccessSections() {
  const [round, setRound] = useState(0)
  return (
    <>
      <DevicesSection onEnded={() => setRound(round + 1)} />
      <EventsSection key={round} />
    </>
  )
}
