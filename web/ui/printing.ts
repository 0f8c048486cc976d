import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is printed: what is drawn for paper is painted before the browser takes it. */
export function usePrinting(): boolean {
  const [isPrinted, setIsPrinted] = useState(false)
  useLayoutEffect(() => {
    const before = (): void => flushSync(() => setIsPrinted(true))
    const after = (): void => setIsPrinted(false)
    // What makes paper of a page without asking it, such as a program that writes PDF, changes the medium alone.
    const paper = window.matchMedia('print')
    const changed = (): void => (paper.matches ? before() : after())
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    paper.addEventListener('change', changed)
    return () => {
      paper.removeEventListener('change', changed)
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinted
}
