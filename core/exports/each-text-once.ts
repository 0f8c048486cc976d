/** What a text comes to, worked out once for each: a person's words stand on many lines. */
export function eachTextOnce(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = work(text)
    known.set(text, found)
    return found
  }
}
