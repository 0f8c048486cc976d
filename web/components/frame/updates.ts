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

/** A part of the program that can't be loaded, whatever wanted it: says whether a newer version has taken its place. */
export async function tellOfMissingPart(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? ''
  // With a query, so that the service worker asks the server.
  const page = await fetch(`/?${Date.now()}`, { cache: 'no-store' }).then((answer) => (answer.ok ? answer.text() : null), () => null)
  const isNewer = page !== null && !page.includes(new URL(own, location.href).pathname)
  tell({
    id: 'missing-part',
    tone: 'warning',
    text: isNewer ? 'A newer version is here. Reload to go on; your plans stay as they are.' : 'A part of the program could not be loaded. Check your connection, then reload; your plans stay as they are.',
    action: { label: 'Reload', run: () => location.reload() },
  })
}
