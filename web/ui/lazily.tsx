import { lazy, type ComponentType } from 'react'

type Loader<P> = () => Promise<{ default: ComponentType<P> }>

const prefetches: (() => Promise<unknown>)[] = []

/** A component whose code comes later: when first shown, or in an idle moment after the first paint. */
export function lazily<P extends object>(load: Loader<P>): ComponentType<P> {
  prefetches.push(load)
  return lazy(load)
}

/** Fetches all that `lazily` put off, one by one, so that nothing waits for the network later, or for a network that is gone. */
export function prefetchWhenIdle(): void {
  const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 300))
  const next = (at: number): void => {
    const load = prefetches[at]
    if (load) idle(() => void load().then(() => next(at + 1), () => undefined))
  }
  next(0)
}
