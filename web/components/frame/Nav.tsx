import { Link, useRoute } from 'wouter'
import type { ReactNode } from 'react'
import { PlanIcon, SettingsIcon } from '../../ui/icons.tsx'

/** The places of the program: a line of links under the header, a bar at the bottom of a phone. */
export function Nav({ place }: { place: 'top' | 'bottom' }) {
  if (place === 'top') {
    return (
      <nav aria-label="Places" className="-mb-2 hidden w-full gap-6 sm:flex">
        <Place to="/" className="border-b-2 border-transparent pt-1 pb-2 text-quiet aria-[current]:border-accent aria-[current]:text-ink">Plan</Place>
        <Place to="/settings" className="ml-auto border-b-2 border-transparent pt-1 pb-2 text-quiet aria-[current]:border-accent aria-[current]:text-ink">Settings</Place>
      </nav>
    )
  }
  const tab = 'flex min-h-14 flex-1 flex-col items-center justify-center text-sm text-quiet aria-[current]:font-semibold aria-[current]:text-accent'
  return (
    <nav aria-label="Places" className="no-print fixed inset-x-0 bottom-0 z-30 flex border-t border-hairline bg-paper pb-[env(safe-area-inset-bottom)] sm:hidden">
      <Place to="/" className={tab}><PlanIcon />Plan</Place>
      <Place to="/settings" className={tab}><SettingsIcon />Settings</Place>
    </nav>
  )
}

function Place({ to, className, children }: { to: string; className: string; children: ReactNode }) {
  const [isHere] = useRoute(to)
  return (
    <Link href={to} className={className} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}
