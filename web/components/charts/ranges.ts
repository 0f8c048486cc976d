/** How far ahead a picture looks, remembered on this device; and whether it is shown, remembered as long as the tab lives. */
import { create } from 'zustand'
import { addDays } from '../../../core/calendar.ts'
import { deviceMemory } from '../../services/deviceMemory.ts'

export const ranges = [
  { name: '1 m', long: '1 month', days: 31 },
  { name: '3 m', long: '3 months', days: 92 },
  { name: '6 m', long: '6 months', days: 183 },
  { name: '1 y', long: '1 year', days: 366 },
  { name: '5 y', long: '5 years', days: 1_827 },
] as const

export type Range = (typeof ranges)[number]

const key = 'pyNance:range'
const memory = deviceMemory()
const remembered = (): Range => ranges.find(({ name }) => name === memory.get(key)) ?? ranges[1]

export const useChartRange = create<{ range: Range; isShown: boolean }>(() => ({ range: remembered(), isShown: true }))

export function setChartRange(range: Range): void {
  memory.set(key, range.name)
  useChartRange.setState({ range })
}

export const showChart = (isShown: boolean): void => useChartRange.setState({ isShown })

/** The days a range shows from a day on: [from, until). */
export const spanOf = (range: Range, from: string): { from: string; until: string } => ({ from, until: addDays(from, range.days) })
