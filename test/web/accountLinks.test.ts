/** A second device knows from the plan which account is which, and the plan holds no number. */
import { describe, expect, it } from 'vitest'
import { linked, linksOf } from '../../web/services/bank/accountLinks.ts'

const savings = 'a0000000-0000-4000-8000-000000000001'
const checking = 'DE89 3704 0044 0532 0130 00'

describe('an account at the bank that is linked', () => {
  it('is known on another device, whatever the blanks in its number, and its number is not in the plan', async () => {
    const { bank_links, onDevice } = await linked([], { [checking]: null, '555000111': savings })
    expect(onDevice).toEqual({})
    expect(JSON.stringify(bank_links)).not.toMatch(/3704|555000111/)
    const compact = checking.replaceAll(' ', '')
    expect(await linksOf(bank_links, [compact, '555000111', '999'], {})).toEqual({ [compact]: null, '555000111': savings })
  })
  it('is another one after it was linked anew, and none of the plan’s on this device alone', async () => {
    const first = await linked([], { [checking]: savings })
    const second = await linked(first.bank_links, { [checking]: null })
    expect(second.bank_links).toHaveLength(1)
    expect(await linksOf(second.bank_links, [checking], {})).toEqual({ [checking]: null })
    const third = await linked(second.bank_links, { [checking]: 'none' })
    expect(third).toEqual({ bank_links: [], onDevice: { [checking]: 'none' } })
  })
  it('without a number is kept on this device alone', async () => {
    expect(await linked([], { '#2': savings })).toEqual({ bank_links: [], onDevice: { '#2': savings } })
  })
  it('is asked about where two devices say two accounts', async () => {
    const [one, other] = [await linked([], { [checking]: savings }), await linked([], { [checking]: null })]
    expect(await linksOf([...one.bank_links, ...other.bank_links], [checking], {})).toEqual({})
  })
})
