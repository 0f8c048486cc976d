import { Component, type ReactNode } from 'react'

/** A screen that breaks says so in its own place; the frame around it, its undo among it, goes on working. A key makes another place whole again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <section aria-labelledby="broken-heading" className="max-w-xl">
        <h1 id="broken-heading" className="text-2xl">
          This page can't be shown
        </h1>
        <p className="mt-2">That is a fault of the program. Your plan is kept as it is. Undo your last change, or load the page again; an export is under Settings.</p>
        <button type="button" className="button button-primary mt-4" onClick={() => window.location.reload()}>
          Load again
        </button>
      </section>
    )
  }
}
