import { Component, Suspense, type ReactNode } from 'react'
import { lazily } from './lazily.tsx'

const Broken = lazily(() => import('../components/frame/Broken.tsx'), 'frame')

/** Parts of the screen that break by themselves. */
export type PartName = 'page' | 'header' | 'notices' | 'notice' | 'bar' | 'dialog'

interface Props {
  part: PartName
  children: ReactNode
}

/** A part that breaks says so in its own place; all around it goes on working. A key makes another place whole again. */
export class ErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <Suspense fallback={null}>
        <Broken part={this.props.part} again={() => this.setState({ isBroken: false })} />
      </Suspense>
    )
  }
}
