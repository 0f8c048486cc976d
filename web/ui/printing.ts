import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is printed: what is drawn for paper is painted before the browser takes it. */
export function usePrinting(): boolean {
  const [isPrinted, setIsPrinted] = useState(false)
  useLayoutEffect(() => {
    const before = (): void => flushSync(() => setIsPrinted(true))
    const after = (): void => setIsPrinted(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinted
}
