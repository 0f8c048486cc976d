import { Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { WordId } from '../core/words/words.ts'
import { Dialogs } from './components/dialogs/Dialogs.tsx'
import { Header } from './components/frame/Header.tsx'
import { Nav } from './components/frame/Nav.tsx'
import { Notices } from './components/frame/Notices.tsx'
import { useScreen } from './components/frame/screen.ts'
import { useUndoKeys } from './components/frame/shortcuts.ts'
import { PlanningProvider, usePlanning } from './context/PlanningContext.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { lazily } from './ui/lazily.tsx'
import { PlanView } from './views/PlanView.tsx'
import { useLanguage } from './words/language.ts'
import { say } from './words/say.ts'

const OldPlansNotice = lazily(() => import('./components/frame/OldPlansNotice.tsx'), 'frame')
const NextSteps = lazily(() => import('./components/frame/NextSteps.tsx'), 'frame', 'settings')
const BillsView = lazily(() => import('./views/BillsView.tsx'), 'accounts', 'bills', 'rows', 'schedule')
const CalendarView = lazily(() => import('./views/CalendarView.tsx'), 'accounts', 'calendar', 'plan', 'schedule')
const CompareView = lazily(() => import('./views/CompareView.tsx'), 'accounts', 'charts', 'compare', 'plan')
const ImportView = lazily(() => import('./views/ImportView.tsx'), 'bank', 'import', 'match')
const LinkView = lazily(() => import('./views/LinkView.tsx'), 'link', 'settings')
const NothingHere = lazily(() => import('./views/NothingHere.tsx'), 'frame')
const ProviderView = lazily(() => import('./views/ProviderView.tsx'), 'access', 'link', 'settings')
const SettingsView = lazily(() => import('./views/SettingsView.tsx'), 'settings')

export function App() {
  // Another language is said from the top on, the plans left as they are.
  const language = useLanguage((state) => state.language)
  usePlaceInTitle(language)
  return (
    <PlanningProvider>
      <Frame key={language} />
    </PlanningProvider>
  )
}

function Frame() {
  useUndoKeys()
  const [place] = useLocation()
  const hasOldPlans = usePlanning((planning) => planning.oldPlans !== null)
  const hasAccount = usePlanning((planning) => planning.account !== null)
  const isFarewell = useScreen((screen) => screen.isFarewell)
  // Said while it lasts, wherever the page is scrolled to.
  const hasEnded = usePlanning((planning) => planning.saveState.kind === 'signed_out')
  return (
    <>
      <a href="#main" className="sr-only z-50 rounded bg-raised p-3 focus:not-sr-only focus:absolute">
        {say('common.skip_to_plan')}
      </a>
      <ErrorBoundary part="header">
        <Header />
      </ErrorBoundary>
      <div className={hasEnded ? 'sticky top-0 z-20 max-h-dvh overflow-y-auto' : 'contents'}>
        <ErrorBoundary part="notices">
          <Notices />
        </ErrorBoundary>
        <ErrorBoundary part="notice">
          {hasOldPlans && (
            <Suspense fallback={null}>
              <OldPlansNotice />
            </Suspense>
          )}
          {(hasAccount || isFarewell) && (
            <Suspense fallback={null}>
              <NextSteps />
            </Suspense>
          )}
        </ErrorBoundary>
      </div>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-56 outline-none sm:px-6 sm:pb-28">
        <ErrorBoundary key={place} part="page">
          <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
            <Switch>
              <Route path="/bills" component={BillsView} />
              <Route path="/calendar" component={CalendarView} />
              <Route path="/compare" component={CompareView} />
              <Route path="/import" component={ImportView} />
              <Route path="/settings" component={SettingsView} />
              <Route path="/link" component={LinkView} />
              <Route path="/provider" component={ProviderView} />
              <Route path="/" component={PlanView} />
              <Route component={NothingHere} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      <ErrorBoundary part="bar">
        <Nav place="bottom" />
      </ErrorBoundary>
      <ErrorBoundary part="dialog">
        <Dialogs />
      </ErrorBoundary>
    </>
  )
}

const titles: Readonly<Record<string, WordId>> = {
  '/bills': 'common.place.bills',
  '/calendar': 'common.place.calendar',
  '/compare': 'common.place.compare',
  '/import': 'common.place.import',
  '/settings': 'common.place.settings',
}

/** A change of place is told by the page's title, and starts at its top; another language stays where it was chosen. */
function usePlaceInTitle(language: string): void {
  const [place] = useLocation()
  useEffect(() => {
    const title = titles[place]
    document.title = title ? say('common.title', { place: say(title) }) : 'pyNance Planning'
  }, [place, language])
  useEffect(() => {
    // What it answers is a promise in newer browsers, and no way to clean up.
    void window.scrollTo(0, 0)
  }, [place])
}
