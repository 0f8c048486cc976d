/** A card that was only just linked: when it closes and is paid, and what is owed on it, by its own file. */
import { describe, expect, it } from 'vitest'
import { cardFound } from '../../../core/actuals/card-found.ts'
import { leastSaid, runs } from '../runs.ts'
import { cardHousehold } from './cardHousehold.ts'
import { paid } from './plans.ts'

describe('a card’s own file', () => {
  it('says nothing of when it is paid where there is one payment, or none', () => {
    const file = [paid('2026-01-03', -4_000, 'SHOES'), paid('2026-02-07', 4_000, 'PAYMENT THANK YOU'), paid('2026-02-20', 900, 'SHOES')]
    expect(cardFound(file, [], { date: '2026-03-01', amount_cents: 900 })).toBe(null)
    expect(cardFound([], [], null)).toBe(null)
  })
  it('says nothing where payments are not what was owed', () => {
    const file = ['2026-01-07', '2026-02-07', '2026-03-07', '2026-04-07'].flatMap((date, nth) => [
      paid(date.replace('-07', '-03'), -40_000 - nth * 311, 'SHOES'),
      paid(date, 5_000, 'PAYMENT THANK YOU'),
    ])
    expect(cardFound(file, [], { date: '2026-04-10', amount_cents: -150_000 })).toBe(null)
  })

  it('says when it is paid and what of it, over generated households, with a balance in the file or without', () => {
    const told = { all: 0, found: 0, due: 0, payment: 0 }
    for (let seed = 1; seed <= runs(200); seed += 1) {
      const { card, own, main, today, card_cents } = cardHousehold(seed)
      for (const balance of [{ date: today, amount_cents: card_cents }, null]) {
        told.all += 1
        const found = cardFound(own, main, balance)
        if (found === null) continue
        told.found += 1
        expect(found.balance_cents, `seed ${seed}`).toBe(card_cents)
        if (found.card.due_day === card.due_day) told.due += 1
        expect(found.card.pays).toBe('statement')
      }
    }
    expect(told.found, JSON.stringify(told)).toBeGreaterThan(0.9 * told.all * leastSaid)
    expect(told.due, JSON.stringify(told)).toBeGreaterThan(0.9 * told.found * leastSaid)
  })

  it('says what was owed by the closing day that a person says, or leaves it to them where its payments do not', () => {
    let asked = 0
    for (let seed = 1; seed <= runs(60); seed += 1) {
      const { card, own, main, card_cents } = cardHousehold(seed)
      const found = cardFound(own, main, null)
      if (found === null) continue
      for (const day of [card.closing_day, 1, 9, 17, 25]) {
        const said = cardFound(own, main, null, day)!
        expect(said.card, `seed ${seed}, day ${day}`).toEqual({ ...found.card, closing_day: day })
        if (said.balance_cents === null) asked += 1
        else expect(said.balance_cents, `seed ${seed}, day ${day}`).toBe(card_cents)
      }
      expect(cardFound(own, main, null, card.closing_day)!.balance_cents, `seed ${seed}`).toBe(card_cents)
    }
    expect(asked).toBeGreaterThan(20 * leastSaid)
  })
})
