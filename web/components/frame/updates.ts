import { tell } from './screen.ts'

/** Registers the service worker, which serves the app without a connection; a newer version waits until the person wants it. */
export async function keepUpToDate(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { registerSW } = await import('virtual:pwa-register')
  const update = registerSW({
    onNeedRefresh: () =>
      tell({
        id: 'update',
        tone: 'info',
        text: 'A newer version is here. Your plans stay as they are.',
        action: { label: 'Use it now', run: () => void update(true) },
      }),
  })
}
