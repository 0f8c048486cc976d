/** How bad a day is, in words and in a colour. */
import { levelSaid, type Level } from '../../../core/projection/levels.ts'
import { say } from '../../words/say.ts'

/** A colour besides the words: below the floor, and short while pots hold money, warn; below zero alarms. */
export const levelTone: Record<Level, '' | 'text-amber' | 'text-red'> = {
  fine: '',
  below_floor: 'text-amber',
  in_pots: 'text-amber',
  below_zero: 'text-red',
}

/** "below your floor"; '' where all is fine. */
export const levelWords = (level: Level, floor_cents: number): string => say('common.level', { level: levelSaid(level, floor_cents) })
