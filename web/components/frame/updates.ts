import { say } from '../../words/say.ts'
import { notify } from './screen.ts'

/** Registers the service worker, which serves the app without a connection; a newer version waits until the person wants it. */
export async function keepUpToDate(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { registerSW } = await import('virtual:pwa-register')
  const update = registerSW({
    onNeedRefresh: () =>
      notify({
        id: 'update',
        tone: 'info',
        text: say('common.newer_version'),
        action: { label: say('common.use_newer'), run: () => void update(true) },
      }),
  })
}

/** A part of the program that can't be loaded, whatever wanted it: says whether a newer version has taken its place. */
export async function tellOfMissingPart(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? ''
  // With a query, so that the service worker asks the server.
  const page = await fetch(`/?${Date.now()}`, { cache: 'no-store' }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null,
  )
  const isNewer = page !== null && !page.includes(new URL(own, location.href).pathname)
  notify({
    id: 'missing-part',
    tone: 'warning',
    text: say(isNewer ? 'common.newer_version_needed' : 'common.part_missing'),
    action: { label: say('common.reload'), run: () => location.reload() },
  })
}
