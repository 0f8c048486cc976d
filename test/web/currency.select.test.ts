/** The choice of a currency: the common ones on top, and then each once. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { currencyCodes } from '../../core/money/currencies.ts'
import { commonCurrencies, CurrencySelect } from '../../web/ui/CurrencySelect.tsx'
import { speaking } from './speaking.ts'

const groups = (value: string): string[][] =>
  renderToStaticMarkup(createElement(CurrencySelect, { value, onChange: () => undefined }))
    .split('<optgroup')
    .slice(1)
    .map((group) => [...group.matchAll(/value="([A-Z]{3})"/g)].map(([, code]) => code!))

test('the currency of the region stands first, the common ones after it, each once', () => {
  expect(commonCurrencies('CZK')).toEqual(['CZK', 'EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD'])
  expect(commonCurrencies('GBP')).toEqual(['GBP', 'EUR', 'USD', 'CHF', 'JPY', 'CAD', 'AUD'])
  for (const code of currencyCodes) expect(new Set(commonCurrencies(code)).size).toBe(commonCurrencies(code).length)
})

test('the whole list follows, in its order, with one that a plan has besides', () => {
  const [common, all] = groups('USD')
  expect(common!.slice(0, 3)).toEqual(['USD', 'EUR', 'GBP'])
  expect(all).toContain('EUR')
  expect(all).toEqual(all!.toSorted())
  expect(new Set(all).size).toBe(all!.length)
  expect(groups('XAU')[1]).toContain('XAU')
  expect(all).not.toContain('XAU')
})

test('the groups are named in each language', () => {
  const label = (): string =>
    /optgroup label="([^"]*)"/.exec(renderToStaticMarkup(createElement(CurrencySelect, { value: 'EUR', onChange: () => undefined })))![1]!
  expect([label(), speaking('de', label)]).toEqual(['Common', 'Häufige'])
})
