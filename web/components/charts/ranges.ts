/** How far ahead a picture looks, remembered on this device; and whether it is shown, remembered as long as the tab lives. */
import { create } from 'zustand'
import { untilOf } from '../../../core/horizon.ts'
import { deviceMemory } from '../../services/deviceMemory.ts'

export const ranges = [
  { id: '1 m', count: 1, unit: 'month' },
  { id: '3 m', count: 3, unit: 'month' },
  { id: '6 m', count: 6, unit: 'month' },
  { id: '1 y', count: 1, unit: 'year' },
  { id: '5 y', count: 5, unit: 'year' },
] as const

export type Range = (typeof ranges)[number]

const key = 'pyNance:range'
const memory = deviceMemory()
const remembered = (): Range => ranges.find(({ id }) => id === memory.get(key)) ?? ranges[1]

export const useChartRange = create<{ range: Range; isShown: boolean }>(() => ({ range: remembered(), isShown: true }))

export function setChartRange(range: Range): void {
  memory.set(key, range.id)
  useChartRange.setState({ range })
}

export const showChart = (isShown: boolean): void => useChartRange.setState({ isShown })

/** The days a range shows from a day on: [from, until). */
export const spanOf = (range: Range, from: string): { from: string; until: string } => ({ from, until: untilOf(from, range) })
