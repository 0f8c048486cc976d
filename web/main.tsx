/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { keepUpToDate } from './components/frame/updates.ts'
import { prefetchWhenIdle } from './ui/lazily.tsx'
import './styles/main.css'

createRoot(document.getElementById('root')!).render(<App />)

window.addEventListener('load', () => {
  prefetchWhenIdle()
  void keepUpToDate()
})
