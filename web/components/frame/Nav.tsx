import { Link, useRoute } from 'wouter'
import type { ReactNode } from 'react'
import { BankIcon, BillsIcon, CalendarIcon, MoreIcon, PlanIcon } from '../../ui/icons.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

const MoreMenu = lazily(() => import('./MoreMenu.tsx'), 'frame')

const places = [
  { to: '/', label: 'common.place.plan', short: 'common.place.plan', icon: <PlanIcon /> },
  { to: '/bills', label: 'common.place.bills', short: 'common.place.bills_short', icon: <BillsIcon /> },
  { to: '/calendar', label: 'common.place.calendar', short: 'common.place.calendar', icon: <CalendarIcon /> },
  // Plans are compared now and then, so that is behind "More" on a phone; files of the bank come every week.
  { to: '/compare', label: 'common.place.compare', short: 'common.place.compare', icon: null },
  { to: '/import', label: 'common.place.import', short: 'common.place.import', icon: <BankIcon /> },
] as const

/** The places of the program: a line of links under the header, a bar at the bottom of a phone. */
export function Nav({ place }: { place: 'top' | 'bottom' }) {
  if (place === 'top') {
    const link = 'border-b-2 border-transparent pt-1 pb-2 text-quiet aria-[current]:border-accent aria-[current]:text-ink'
    return (
      <nav aria-label={say('common.places')} className="-mb-2 hidden w-full gap-6 sm:flex">
        {places.map(({ to, label }) => (
          <Place key={to} to={to} className={link}>
            {say(label)}
          </Place>
        ))}
        <Place to="/settings" className={`ml-auto ${link}`}>
          {say('common.place.settings')}
        </Place>
      </nav>
    )
  }
  const tab =
    'flex min-h-14 flex-auto flex-col items-center justify-center text-sm text-quiet aria-[current]:font-semibold ' +
    'aria-[current]:text-accent'
  return (
    <nav
      aria-label={say('common.places')}
      className="no-print fixed inset-x-0 bottom-0 z-30 flex border-t border-hairline bg-paper pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {places.map(
        ({ to, short, icon }) =>
          icon && (
            <Place key={to} to={to} className={tab}>
              {icon}
              {say(short)}
            </Place>
          ),
      )}
      <PopupButton opens="menu" popup={MoreMenu} className={tab}>
        <MoreIcon />
        {say('common.place.more')}
      </PopupButton>
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
