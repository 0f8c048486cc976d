// Runs before the first paint, so that the page never flashes in the other theme, and asks for the words of the person's language at once.
{
  const kept = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // Storage may be closed to us; then what the system and the browser say holds.
    }
  }
  const page = document.documentElement
  const theme = kept('pyNance:theme')
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme

  const words = JSON.parse(document.querySelector('meta[name=words]').content)
  const wanted = [kept('pyNance:language') ?? '', ...navigator.languages].map((tag) => tag.split('-')[0])
  page.lang = wanted.find((tag) => Object.hasOwn(words, tag)) ?? 'en'
  if (words[page.lang] !== '') {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = words[page.lang]
    document.head.append(link)
  }
}
