/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />
// First, so that its layers come before those of the places.
import './styles/main.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { keepUpToDate, tellOfMissingPart } from './components/frame/updates.ts'
import { prefetchWhenIdle } from './ui/lazily.tsx'

createRoot(document.getElementById('root')!).render(<App />)

window.addEventListener('vite:preloadError', () => void tellOfMissingPart())
window.addEventListener('load', () => {
  prefetchWhenIdle()
  void keepUpToDate()
})
