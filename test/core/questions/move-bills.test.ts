import { describe, expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { everyDaySuite, moveBillsSuite, twentyBills } from './move-bills.suite.ts'
describe('which due dates should move', () => {
  it('is what projections say, in any plan', () => { const n = moveBillsSuite(runs(300)); console.log('moved', n); expect(n).toBeGreaterThan(0) })
  it('is the fewest, by trying every day of every bill', () => { expect(everyDaySuite(runs(100), 3, 3)).toBeGreaterThan(0) })
  it('few', () => { console.log(everyDaySuite(runs(100), 8, 2)) })
  it('twenty', () => { const s = twentyBills(100); console.log(s.proven, s.slowest_ms, Object.entries(Object.groupBy(s.moves,(m)=>m)).map(([k,v])=>k+':'+v!.length).join(' ')) })
})
