/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />
// First, so that its layers come before those of the places.
import './styles/main.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { keepUpToDate, tellOfMissingPart } from './components/frame/updates.ts'
import { fetchRulesAhead } from './context/projections.ts'
import { prefetchWhenIdle } from './ui/later.ts'
import { loadWords } from './words/rooms.ts'

/** A fault is told to the server that wants to know; what tells it is loaded when there is one. */
const tell = (kind: 'error' | 'rejection' | 'part', error: unknown): void =>
  void import('./services/crashes.ts').then(({ tellCrash }) => tellCrash(kind, error)).catch(() => undefined)

/** The words come as a file of their own, which takes parts of this one: so it is not waited for while this one is read. */
async function start(): Promise<void> {
  await loadWords('common')
  createRoot(document.getElementById('root')!, {
    onCaughtError: (error) => {
      console.error(error)
      tell('part', error)
    },
  }).render(<App />)
}

window.addEventListener('error', ({ error }) => tell('error', error))
window.addEventListener('unhandledrejection', ({ reason }) => tell('rejection', reason))

window.addEventListener('vite:preloadError', () => void tellOfMissingPart())
window.addEventListener('load', () => {
  void loadWords('problems').catch(() => undefined)
  void import('./ui/keepFocus.ts').then(({ keepFocus }) => keepFocus()).catch(() => undefined)
  void fetchRulesAhead()
  prefetchWhenIdle()
  void keepUpToDate()
})

void start()
