import { Component, type ComponentType, type ReactNode } from 'react'

/** What stands in the place of a part that broke is given this: `again` tries once more. */
export interface Broken {
  again: () => void
}

interface Props {
  instead: ComponentType<Broken>
  children: ReactNode
}

/** A part that breaks says so in its own place; all around it goes on working. A key makes another place whole again. */
export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    const { instead: Instead, children } = this.props
    return this.state.isBroken ? <Instead again={() => this.setState({ isBroken: false })} /> : children
  }
}

/** The ways on from a part that broke: once more, or everything anew. */
export function WaysOn({ again }: Broken) {
  return (
    <>
      <button type="button" className="button" onClick={again}>Try again</button>
      <button type="button" className="button" onClick={() => window.location.reload()}>Load again</button>
    </>
  )
}
