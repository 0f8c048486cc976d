import { Component, lazy, type ComponentType, type ReactNode } from 'react'
import type { Room } from '../../core/words/words.ts'
import { say } from '../words/say.ts'
import { later } from './later.ts'

type Loader<P> = () => Promise<{ default: ComponentType<P> }>

/** What a part throws whose code can't be had: of a version that the server no longer has, or without a connection. */
class Missing extends Error {}

/**
 * A component whose code comes later, and with it the words of the rooms it speaks in: when first shown, or in an idle moment after the
 * first paint. When they can't be had, its place says so.
 */
export function lazily<P extends object>(loadCode: Loader<P>, ...rooms: readonly Room[]): ComponentType<P> {
  const load: Loader<P> = later(loadCode, ...rooms)
  const Part = lazy(() => load().catch(() => Promise.reject(new Missing())))
  return (props: P) => (
    <Place>
      <Part {...props} />
    </Place>
  )
}

class Place extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    if (!((error as unknown) instanceof Missing)) throw error
    return (
      <p className="problem">
        {say('common.not_loaded')}{' '}
        <button type="button" className="underline underline-offset-4" onClick={() => window.location.reload()}>
          {say('common.reload')}
        </button>
      </p>
    )
  }
}
