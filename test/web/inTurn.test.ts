import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turns } from '../../web/components/bank/inTurn.ts'

test('what reads and writes again never overlaps, however long each takes and however it ends, and loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ waits: fc.nat(4), breaks: fc.boolean() }), { maxLength: 12 }), async (works) => {
      const inTurn = turns()
      let kept: number[] = []
      const ended = await Promise.allSettled(
        works.map(({ waits, breaks }, nth) =>
          inTurn(async () => {
            const read = kept
            for (let step = 0; step < waits; step += 1) await Promise.resolve()
            if (breaks) throw new Error('broke')
            kept = [...read, nth]
            return nth
          }),
        ),
      )
      expect(kept).toEqual(works.flatMap(({ breaks }, nth) => (breaks ? [] : [nth])))
      expect(ended.map(({ status }) => status === 'rejected')).toEqual(works.map(({ breaks }) => breaks))
    }),
  )
})
